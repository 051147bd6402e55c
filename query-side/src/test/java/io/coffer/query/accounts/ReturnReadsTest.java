package io.coffer.query.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.ClosureBlocker.Kind;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.PayeeEvent.PayeeChangeProposed;
import io.coffer.api.accounts.PayeeEvent.PayeeChangeRejected;
import io.coffer.api.accounts.PayeeEvent.PayeeChanged;
import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.Role;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.platform.events.EventCatalog;
import io.coffer.platform.events.EventJson;
import io.coffer.platform.time.CofferClock;
import io.coffer.query.Sale;
import io.coffer.query.TestLog;
import io.coffer.query.TestProjections;
import io.coffer.query.kernel.BookedLog;
import io.coffer.query.kernel.Reads;
import io.coffer.query.kernel.StoredJson;
import io.coffer.query.replay.ReadSide;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Reads of an account whose money came back")
class ReturnReadsTest {

    private static final Actor ACME = Actor.tenant(new TenantId("acme"), "acme-system", Set.of(Role.BUSINESS));
    private static final Amount PRICE = Amount.of(Sale.PRICE);
    private static final Amount NOTHING = Amount.of(Money.ZERO);

    private final ReadSide side = new ReadSide(TestProjections.all());
    private final AccountController accounts = new AccountController(
            new Reads(JdbcClient.create(side.database.runtime()), List.of(TestProjections.all())),
            new AccountHistory(
                    new BookedLog(side.log.log(), new StoredJson(new EventJson(EventCatalog.ofAllEvents())))),
            CofferClock.real());
    private final Sale sale = Sale.of("acme", "C-1");
    private final String id = sale.account().value();

    @BeforeEach
    void pay_everything_out() {
        side.log.append(sale.opened());
        side.log.append(sale.paidIn());
        side.log.append(sale.releasable());
        side.log.append(sale.released("R-1", Sale.PRICE));
        side.log.append(sale.paid("R-1", Sale.PRICE));
    }

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void tell_where_it_is_until_it_is_paid_again() {
        var returned = after(sale.returned("R-1", Sale.PRICE));
        assertThat(returned.state()).isEqualTo(AccountStatus.RELEASING);
        assertThat(returned.total()).isEqualTo(NOTHING);
        assertThat(returned.returned()).isEqualTo(PRICE);
        assertThat(returned.releases().getFirst().state()).isEqualTo(Release.State.RETURNED);
        assertThat(returned.releases().getFirst().returnedPayoutId())
                .isEqualTo(sale.payout("R-1").value());
        assertThat(returned.closureBlockers())
                .extracting(AccountView.Blocker::kind)
                .containsExactly(Kind.NOT_COMPLETED, Kind.RETURN_UNDECIDED);
        assertThat(places()).extracting(MoneyPlace::where).containsExactly(MoneyPlace.Where.CAME_BACK);

        var reissued = after(sale.reissued("R-1", Sale.PRICE));
        assertThat(reissued.state()).isEqualTo(AccountStatus.RELEASING);
        assertThat(reissued.releases().getFirst().payoutId())
                .isEqualTo(sale.again("R-1").value());
        assertThat(reissued.closureBlockers())
                .extracting(AccountView.Blocker::kind)
                .containsExactly(Kind.NOT_COMPLETED, Kind.PAYOUT_IN_TRANSIT);
        assertThat(places()).extracting(MoneyPlace::where).containsExactly(MoneyPlace.Where.ON_ITS_WAY);

        var paid = after(sale.paidAgain("R-1", Sale.PRICE));
        assertThat(paid.state()).isEqualTo(AccountStatus.COMPLETED);
        assertThat(paid.returned()).isEqualTo(NOTHING);
        assertThat(paid.closureBlockers()).isEmpty();
        assertThat(kinds()).endsWith("OUT", "RETURNED", "REISSUED", "OUT");
    }

    @Test
    void tell_that_it_waits_again_when_the_bank_refused_to_pay_again() {
        side.log.append(sale.returned("R-1", Sale.PRICE));
        side.log.append(sale.reissued("R-1", Sale.PRICE));
        var refused = after(sale.refusedAgain("R-1", Sale.PRICE));

        assertThat(refused.releases().getFirst().state()).isEqualTo(Release.State.RETURNED);
        assertThat(refused.releases().getFirst().reason()).isEqualTo("CARD");
        assertThat(refused.returned()).isEqualTo(PRICE);
        assertThat(kinds()).endsWith("RETURNED", "REISSUED", "GIVEN_BACK");
    }

    @Test
    void show_it_available_once_the_account_took_it_back() {
        side.log.append(sale.returned("R-1", Sale.PRICE));
        var restored = after(List.of(sale.restored("R-1", Sale.PRICE)));

        assertThat(restored.state()).isEqualTo(AccountStatus.RELEASABLE);
        assertThat(restored.buckets().available()).isEqualTo(PRICE);
        assertThat(restored.returned()).isEqualTo(NOTHING);
        assertThat(kinds()).endsWith("RETURNED", "RESTORED");
    }

    @Test
    void show_a_proposed_payee_beside_the_one_that_holds_and_then_from_when_it_does() {
        var card = new Payee(
                "P-seller", new BankAccountRef("tok-new", "105100000017", "d9", BankAccountRef.AccountClass.PERSONAL));
        var proposed = new PayeeChangeProposed(sale.account(), 1, card, List.of(), "clerk");

        var waiting = after(List.of(proposed)).payees().getFirst();
        assertThat(waiting.accountToken()).isEqualTo("tok-seller");
        assertThat(Objects.requireNonNull(waiting.proposed()).accountToken()).isEqualTo("tok-new");

        var kept = after(List.of(new PayeeChangeRejected(sale.account(), 1, "P-seller", "NO")));
        assertThat(kept.payees().getFirst().proposed()).isNull();

        side.log.append(proposed);
        var tomorrow = TestLog.NOON.plusSeconds(86_400);
        var changed = after(List.of(new PayeeChanged(sale.account(), 1, card, tomorrow, Optional.empty())));
        assertThat(changed.payees().getFirst().accountToken()).isEqualTo("tok-new");
        assertThat(changed.payees().getFirst().effectiveFrom()).isEqualTo(tomorrow);
        assertThat(changed.payees().getFirst().proposed()).isNull();
    }

    private AccountView after(List<? extends DomainEvent> events) {
        return body(accounts.one(ACME, id, null, side.log.append(events)));
    }

    private List<MoneyPlace> places() {
        return body(accounts.money(ACME, id, null));
    }

    private List<String> kinds() {
        return body(accounts.movements(ACME, id, null, 50, null)).items().stream()
                .map(movement -> movement.kind().name())
                .toList();
    }

    private static <T> T body(ResponseEntity<T> answer) {
        return Objects.requireNonNull(answer.getBody());
    }
}
