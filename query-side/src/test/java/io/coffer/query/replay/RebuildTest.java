package io.coffer.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.query.Purchase;
import io.coffer.query.Sale;
import io.coffer.query.TestProjections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A rebuild")
class RebuildTest {

    private static final List<String> PROJECTIONS = List.of(
            "ledger", "account", "receipt", "payout", "payout_switch", "approval", "payment_order", "refund", "feed");

    private static final int EVENTS_OF_AN_OPENING = 2;
    private static final int EVENTS_OF_A_SALE = 13;

    private final ReadSide side = new ReadSide(TestProjections.all());

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void of_every_projection_ends_in_the_same_rows() {
        for (var number = 0; number < 5; number++) {
            sell(Sale.of("acme", "C-" + number));
        }
        var purchase = Purchase.of("acme", "PAY-1");
        side.log.append(purchase.opened());
        side.log.append(purchase.captured());
        side.log.append(purchase.refunded("RF-1", 500));
        side.awaitHead();
        var before = rows();

        PROJECTIONS.forEach(side::rebuild);

        assertThat(rows()).isEqualTo(before);
        assertThat(before.get("account")).hasSize(5);
        assertThat(before.get("payment_order")).hasSize(1);
        assertThat(before.get("refund")).hasSize(1);
        assertThat(before.get("ledger_entry")).isNotEmpty();
    }

    @Test
    void never_lets_a_reader_see_less_than_before() throws InterruptedException {
        for (var number = 0; number < 20; number++) {
            sell(Sale.of("acme", "C-" + number));
        }
        side.awaitHead();
        var done = new AtomicBoolean();
        var seller = Thread.ofPlatform().start(() -> {
            for (var number = 20; !done.get(); number++) {
                side.log.append(Sale.of("acme", "C-" + number).opened());
            }
        });
        var seen = new AtomicReference<Object>(20L);
        var reader = Thread.ofPlatform().start(() -> {
            while (!done.get() && seen.get() instanceof Long before) {
                seen.set(look(before));
            }
        });

        side.rebuild("account");
        side.rebuild("account");
        done.set(true);
        seller.join();
        reader.join();
        side.awaitHead();

        assertThat(seen.get()).isInstanceOf(Long.class);
        assertThat(side.number("select count(*) from query.account") * 2)
                .isEqualTo(side.log.log().head() - 20 * EVENTS_OF_A_SALE + 20 * EVENTS_OF_AN_OPENING);
    }

    @Test
    void goes_on_after_a_restart_and_drops_the_generation_it_replaced() {
        sell(Sale.of("acme", "C-1"));
        side.awaitHead();
        var next = new Generations(side.database.runtime())
                .request("account", GenerationSchemas.digest("account"), "test");
        side.restart();

        ReadSide.await(
                "g2 live",
                () -> side.live("account")
                        .filter(live -> live.id().equals(next.id()))
                        .isPresent());
        ReadSide.await("g1 dropped", () -> schemas().equals(List.of("query_account_g2")));
        assertThat(next.id().number()).isEqualTo(2);
    }

    @Test
    void asked_for_twice_is_one() {
        side.awaitHead();
        var generations = new Generations(side.database.runtime());
        side.pause();

        var first = generations.request("account", GenerationSchemas.digest("account"), "test");
        var second = generations.request("account", GenerationSchemas.digest("account"), "test");

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(first.state()).isEqualTo(Generation.State.REQUESTED);
    }

    private Object look(long before) {
        try {
            var accounts = side.number("select count(*) from query.account");
            return accounts < before ? "went back from " + before + " to " + accounts : accounts;
        } catch (RuntimeException failure) {
            return failure;
        }
    }

    private void sell(Sale sale) {
        side.log.append(sale.opened());
        side.log.append(sale.paidIn());
        side.log.append(sale.releasable());
        side.log.append(sale.released("R-1", Sale.PRICE).subList(0, 3));
    }

    private List<String> schemas() {
        return side.texts("select nspname from pg_namespace where nspname like 'query\\_account\\_g%'");
    }

    private Map<String, List<String>> rows() {
        var tables = new TreeMap<String, List<String>>();
        for (var view : side.texts("select viewname from pg_views where schemaname = 'query'")) {
            tables.put(view, side.texts("select t::text from query." + view + " t order by 1"));
        }
        return tables;
    }
}
