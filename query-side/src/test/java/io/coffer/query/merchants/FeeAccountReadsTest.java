package io.coffer.query.merchants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.Role;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceLimitRequested;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBCredited;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundingDeclined;
import io.coffer.api.merchants.FeeAccountEvent.StandingChanged;
import io.coffer.api.merchants.FeeAccountStanding;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.platform.time.CofferClock;
import io.coffer.query.Sale;
import io.coffer.query.Shop;
import io.coffer.query.TestLog;
import io.coffer.query.TestProjections;
import io.coffer.query.kernel.Reads;
import io.coffer.query.replay.ReadSide;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Reads of fee accounts")
class FeeAccountReadsTest {

    private static final Actor SERVICE = Actor.institution("sina", Set.of(Role.CUSTOMER_SERVICE));
    private static final Actor ADAPTER = Actor.institution("bank", Set.of(Role.BANK_ADAPTER));
    private static final Actor ACME = Actor.tenant(new TenantId("acme"), "acme-system", Set.of(Role.BUSINESS));
    private static final Actor RIVAL = Actor.tenant(new TenantId("rival"), "rival-system", Set.of(Role.BUSINESS));

    private final ReadSide side = new ReadSide(TestProjections.all());
    private final Reads reads = new Reads(JdbcClient.create(side.database.runtime()), List.of(TestProjections.all()));
    private final FeeAccountController accounts = new FeeAccountController(reads, CofferClock.real());
    private final Shop shop = Shop.of("acme", "M-1");
    private final String id = shop.account().value();

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void show_what_is_available_and_what_orders_have_set_aside() {
        side.log.append(shop.opened());
        side.log.append(shop.toppedUp("1", 2_000));
        side.log.clock(TestLog.NOON.plusSeconds(60));
        var view = after(shop.reserved("O-1", 840), shop.reserved("O-2", 100));

        assertThat(view.available()).isEqualTo(fen(1_060));
        assertThat(view.reserved()).isEqualTo(fen(940));
        assertThat(view.advanced()).isEqualTo(fen(0));
        assertThat(view.advanceLimit()).isEqualTo(Amount.of(Shop.LIMIT));
        assertThat(view.askedLimit()).isNull();
        assertThat(view.virtualAccountNumber()).isEqualTo("8000000000000099");
        assertThat(view.merchantNo()).isEqualTo("M-1");
        assertThat(view.custodyAccount()).isEqualTo(Sale.CUSTODY);
        assertThat(view.reservations())
                .containsExactly(
                        new FeeAccountView.ReservationView("O-1", fen(840), fen(0), TestLog.NOON.plusSeconds(60)),
                        new FeeAccountView.ReservationView("O-2", fen(100), fen(0), TestLog.NOON.plusSeconds(60)));

        var ended = after(shop.ended("O-1", 840));
        assertThat(ended.available()).isEqualTo(fen(1_900));
        assertThat(ended.reservations())
                .extracting(FeeAccountView.ReservationView::orderNo)
                .containsExactly("O-2");
        assertThat(ended.changedAt()).isAfter(ended.openedAt());
    }

    @Test
    void show_what_is_owed_until_it_is_paid_back() {
        side.log.append(shop.opened());
        side.log.append(shop.toppedUp("1", 100));
        var owed = after(shop.reserved("O-1", 100), shop.advanced("O-1", 740));

        assertThat(owed.reserved()).isEqualTo(fen(840));
        assertThat(owed.advanced()).isEqualTo(fen(740));
        assertThat(owed.reservations().getFirst().advanced()).isEqualTo(fen(740));
        var advance = owed.advances().getFirst();
        assertThat(advance.orderNo()).isEqualTo("O-1");
        assertThat(advance.amount()).isEqualTo(fen(740));
        assertThat(advance.open()).isEqualTo(fen(740));
        assertThat(advance.overdueFrom()).isEqualTo(advance.advancedAt().plus(Duration.ofDays(30)));

        side.log.append(shop.toppedUp("2", 500, "O-1", 500, 240));
        var partly = after(new StandingChanged(shop.account(), FeeAccountStanding.IN_ONLY, "COMPLAINTS"));
        assertThat(partly.available()).isEqualTo(fen(0));
        assertThat(partly.reserved()).isEqualTo(fen(840));
        assertThat(partly.advances().getFirst().open()).isEqualTo(fen(240));
        assertThat(partly.reservations().getFirst().advanced()).isEqualTo(fen(240));
        assertThat(partly.standing()).isEqualTo(FeeAccountStanding.IN_ONLY);
        assertThat(partly.reason()).isEqualTo("COMPLAINTS");

        var ended = after(shop.recovered("O-1", "O-1", 240, 0), shop.ended("O-1", 600));
        assertThat(ended.advances()).isEmpty();
        assertThat(ended.available()).isEqualTo(fen(600));
        assertThat(ended.reserved()).isEqualTo(fen(0));
    }

    @Test
    void show_what_is_promised_to_a_refund_and_owed_when_it_took_it() {
        side.log.append(shop.opened());
        side.log.append(shop.toppedUp("1", 500));
        side.log.append(shop.granted(500, 340));
        var view = after();

        assertThat(view.promised()).isEqualTo(fen(340));
        assertThat(view.advanced()).isEqualTo(fen(0));
        assertThat(view.promises())
                .containsExactly(new FeeAccountView.PromiseView("RF:acme:R-1", fen(340), TestLog.NOON));
        assertThat(view.reservations())
                .containsExactly(new FeeAccountView.ReservationView("RF:acme:R-1", fen(500), fen(0), TestLog.NOON));

        var taken = after(shop.taken(new FeeTaker.Refund(shop.refund()), 500));
        assertThat(taken.promises()).isEmpty();
        assertThat(taken.advanced()).isEqualTo(fen(340));
        assertThat(taken.advances())
                .extracting(FeeAccountView.AdvanceView::orderNo)
                .containsExactly("RF:acme:R-1");

        var back = after(new MerchantBCredited(shop.account(), shop.refund(), Money.fen(340)));
        assertThat(back.givenBack()).isEqualTo(fen(340));
        assertThat(back.available()).isEqualTo(fen(340));
    }

    @Test
    void show_a_limit_that_waits_for_a_second_person() {
        side.log.append(shop.opened());
        var view = after(new AdvanceLimitRequested(shop.account(), 2, Money.yuan(50), "olga"));

        assertThat(view.askedLimit()).isEqualTo(Amount.of(Money.yuan(50)));
        assertThat(view.advanceLimit()).isEqualTo(Amount.of(Shop.LIMIT));
    }

    @Test
    void are_not_moved_by_a_receipt_that_was_declined() {
        side.log.append(shop.opened());
        var before = after();
        var receipt = BankReceiptId.of(Sale.CUSTODY, LocalDate.of(2026, 11, 22), "X");
        var after = after(new MerchantFundingDeclined(shop.account(), receipt, "FEE_ACCOUNT_RESTRICTED"));

        assertThat(after.available()).isEqualTo(before.available());
        assertThat(after.version()).isEqualTo(before.version() + 1);
    }

    @Test
    void are_for_the_merchants_own_tenant_and_the_institution() {
        side.log.append(shop.opened());
        var position = side.log.append(Shop.of("rival", "M-9").opened());
        side.awaitHead();

        assertThat(body(accounts.list(ACME, null, 50, position)).items())
                .extracting(FeeAccountView.Line::id)
                .containsExactly(id);
        assertThat(body(accounts.list(SERVICE, null, 50, position)).items()).hasSize(2);
        var first = body(accounts.list(SERVICE, null, 1, position));
        assertThat(body(accounts.list(SERVICE, first.next(), 1, position)).items())
                .extracting(FeeAccountView.Line::id)
                .containsExactly("MB:rival:M-9");
        assertThatThrownBy(() -> accounts.one(RIVAL, id, null)).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> accounts.one(SERVICE, "MB:acme:NEVER-WAS", null))
                .hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> accounts.one(ADAPTER, id, null)).hasMessage("NOT_PERMITTED");
    }

    private FeeAccountView after(io.coffer.api.kernel.DomainEvent... events) {
        if (events.length > 0) {
            side.log.append(events);
        }
        side.awaitHead();
        return body(accounts.one(SERVICE, id, null));
    }

    private static Amount fen(long fen) {
        return Amount.of(Money.fen(fen));
    }

    private static <T> T body(ResponseEntity<T> answer) {
        return Objects.requireNonNull(answer.getBody());
    }
}
