package io.coffer.query.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.KernelRejection;
import io.coffer.api.kernel.Role;
import io.coffer.api.kernel.TenantId;
import io.coffer.platform.events.EventCatalog;
import io.coffer.platform.events.EventJson;
import io.coffer.platform.time.CofferClock;
import io.coffer.platform.web.EdgeException;
import io.coffer.platform.web.RejectionException;
import io.coffer.platform.web.UnavailableException;
import io.coffer.query.Sale;
import io.coffer.query.TestLog;
import io.coffer.query.TestProjections;
import io.coffer.query.kernel.BookedLog;
import io.coffer.query.kernel.Page;
import io.coffer.query.kernel.Reads;
import io.coffer.query.kernel.StoredJson;
import io.coffer.query.replay.ReadSide;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Reads of escrow accounts")
class AccountReadsTest {

    private static final Actor ACME = Actor.tenant(new TenantId("acme"), "acme-system", Set.of(Role.BUSINESS));
    private static final Actor RIVAL = Actor.tenant(new TenantId("rival"), "rival-system", Set.of(Role.BUSINESS));
    private static final Actor AUDITOR = Actor.institution("ann", Set.of(Role.AUDITOR));
    private static final Actor ADAPTER = Actor.institution("bank", Set.of(Role.BANK_ADAPTER));

    private final ReadSide side = new ReadSide(TestProjections.all());
    private final BookedLog log =
            new BookedLog(side.log.log(), new StoredJson(new EventJson(EventCatalog.ofAllEvents())));
    private final AccountController accounts = new AccountController(
            new Reads(JdbcClient.create(side.database.runtime()), List.of(TestProjections.all())),
            new AccountHistory(log),
            CofferClock.real());
    private final Sale sale = Sale.of("acme", "C-1");
    private final String id = sale.account().value();

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void say_live_what_folding_says_at_every_instant() {
        var parts = List.of(
                sale.opened(),
                sale.partlyPaidIn(),
                sale.overpaid(),
                sale.releasable(),
                List.of(sale.requested("R-1", Sale.PRICE)));
        var live = new ArrayList<AccountView>();
        var instants = new ArrayList<Instant>();
        for (var part : parts) {
            var instant = TestLog.NOON.plusSeconds(60L * live.size());
            side.log.clock(instant);
            var position = side.log.append(part);
            instants.add(instant);
            live.add(body(accounts.one(ACME, id, null, position)));
        }

        for (var index = 0; index < live.size(); index++) {
            assertThat(body(accounts.one(ACME, id, instants.get(index), null))).isEqualTo(live.get(index));
        }
        assertNotFound(ACME, id, TestLog.NOON.minusSeconds(1));
    }

    @Test
    void carry_the_version_to_decide_on_and_the_position_they_contain() {
        var position = side.log.append(sale.opened());

        var answer = accounts.one(ACME, id, null, position);

        assertThat(answer.getHeaders().getETag()).isEqualTo("\"1\"");
        assertThat(answer.getHeaders().getFirst(Reads.POSITION)).isEqualTo(Long.toString(position));
        assertThat(body(answer).asOfEvent()).isEqualTo(position);
    }

    @Test
    void wait_for_a_position_only_so_long() {
        side.log.append(sale.opened());

        assertThatThrownBy(() -> accounts.one(ACME, id, null, 1_000L)).isInstanceOf(UnavailableException.class);
    }

    @Test
    void answer_for_somebody_elses_account_as_for_a_missing_or_malformed_one() {
        side.log.append(sale.opened());
        side.awaitHead();

        assertNotFound(RIVAL, id, null);
        assertNotFound(RIVAL, id, TestLog.NOON);
        assertNotFound(ACME, "EA:acme:C-2", null);
        assertNotFound(ACME, "nonsense", null);
        assertNotFound(AUDITOR, "EA:acme", null);
        assertThat(body(accounts.one(AUDITOR, id, null, null)).id()).isEqualTo(id);
        assertThatThrownBy(() -> accounts.one(ADAPTER, id, null, null))
                .isInstanceOfSatisfying(
                        RejectionException.class,
                        refused -> assertThat(refused.rejection()).isInstanceOf(KernelRejection.NotPermitted.class));
    }

    @Test
    void list_a_tenants_own_page_by_page() {
        for (var number = 1; number <= 3; number++) {
            side.log.append(Sale.of("acme", "C-" + number).opened());
            side.log.append(Sale.of("rival", "C-" + number).opened());
        }
        side.awaitHead();

        var first = body(accounts.list(ACME, null, null, 2, null));
        var second = body(accounts.list(ACME, AccountStatus.OPENED, first.next(), 2, null));

        assertThat(ids(first)).containsExactly("EA:acme:C-1", "EA:acme:C-2");
        assertThat(ids(second)).containsExactly("EA:acme:C-3");
        assertThat(second.next()).isNull();
        assertThat(ids(body(accounts.list(AUDITOR, null, null, 200, null)))).hasSize(6);
        assertThat(ids(body(accounts.list(ACME, AccountStatus.CLOSED, null, 2, null))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "YWNjb3VudHM", "bW92ZW1lbnRzfDE", "YWNjb3VudHN8RUE6YWNtZTpDLTF8Mg", "====", "é"})
    void refuse_a_forged_cursor(String cursor) {
        assertThatThrownBy(() -> accounts.list(ACME, null, cursor, 2, null))
                .isInstanceOfSatisfying(
                        EdgeException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 201})
    void refuse_a_page_of_no_size(int limit) {
        assertThatThrownBy(() -> accounts.list(ACME, null, null, limit, null)).isInstanceOf(EdgeException.class);
    }

    @Test
    void give_every_movement_with_the_balance_after_it() {
        side.log.append(sale.opened());
        side.log.append(sale.paidIn());
        side.log.append(sale.releasable());
        side.log.append(sale.released("R-1", Sale.PRICE));
        var position = side.log.append(sale.paid("R-1", Sale.PRICE));

        var first = body(accounts.movements(ACME, id, null, 2, position));
        var second = body(accounts.movements(ACME, id, first.next(), 2, position));

        assertThat(first.items())
                .extracting(movement ->
                        movement.kind() + " " + movement.balanceAfter().value())
                .containsExactly("IN 1000.00", "RESERVED 1000.00");
        assertThat(second.items())
                .extracting(movement ->
                        movement.kind() + " " + movement.balanceAfter().value())
                .containsExactly("OUT 0.00");
    }

    @Test
    void tell_where_money_is_that_only_arrived() {
        side.log.append(sale.opened());
        var position = side.log.append(List.of(sale.recorded("1", Sale.PRICE), sale.assigned("1", Sale.PRICE)));
        side.awaitHead();

        assertThat(body(accounts.money(ACME, id, position)))
                .extracting(MoneyPlace::where)
                .containsExactly(MoneyPlace.Where.ARRIVED);
    }

    private void assertNotFound(Actor actor, String text, @Nullable Instant asOf) {
        assertThatThrownBy(() -> accounts.one(actor, text, asOf, null))
                .isInstanceOfSatisfying(
                        RejectionException.class,
                        refused -> assertThat(refused.rejection()).isEqualTo(new KernelRejection.NotFound(text)));
    }

    private static List<String> ids(Page<AccountView.Line> page) {
        return page.items().stream().map(AccountView.Line::id).toList();
    }

    private static <T> T body(ResponseEntity<T> answer) {
        return Objects.requireNonNull(answer.getBody());
    }
}
