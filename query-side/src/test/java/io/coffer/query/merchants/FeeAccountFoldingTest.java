package io.coffer.query.merchants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceRecovered;
import io.coffer.api.merchants.FeeAccountEvent.FeeReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBCredited;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundsAwaited;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundsReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.MerchantReservationTaken;
import io.coffer.api.merchants.FeeAccountEvent.RefundAdvanceWithdrawn;
import io.coffer.api.merchants.FeeAccountEvent.RefundFeeGranted;
import io.coffer.api.merchants.FeeAccountEvent.SplitLegAgreed;
import io.coffer.api.merchants.FeeAccountEvent.SplitLegCredited;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.merchants.FundsTaker;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.SplitId;
import io.coffer.query.Sale;
import io.coffer.query.Shop;
import io.coffer.query.TestLog;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Poison;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A fee account's view")
class FeeAccountFoldingTest {

    private final Shop shop = Shop.of("acme", "M-1");
    private final FeeAccountFolding folding = new FeeAccountFolding();

    @Test
    void calls_an_advance_overdue_after_thirty_days() {
        var owing = fold(shop.opened(), List.of(shop.advanced("O-1", 740)));
        var month = TestLog.NOON.plus(Duration.ofDays(30));

        var fresh = FeeAccountView.of(owing, month.minusNanos(1)).advances().getFirst();
        var old = FeeAccountView.of(owing, month).advances().getFirst();
        assertThat(fresh.overdue()).isFalse();
        assertThat(fresh.ageDays()).isEqualTo(29);
        assertThat(old.overdue()).isTrue();
        assertThat(old.ageDays()).isEqualTo(30);
    }

    @Test
    void of_an_advance_that_a_faster_clock_gave_is_never_younger_than_nothing() {
        var owing = fold(shop.opened(), List.of(shop.advanced("O-1", 740)));

        assertThat(FeeAccountView.of(owing, TestLog.NOON.minus(Duration.ofDays(2)))
                        .advances()
                        .getFirst()
                        .ageDays())
                .isZero();
    }

    /** A channel may give a fee back to a merchant that never opened an account. */
    @Test
    void shows_what_came_back_before_anybody_opened_it() {
        var back =
                new MerchantBCredited(shop.account(), RefundId.of(shop.account().tenant(), "R-1"), Money.fen(840));
        var waiting = fold(List.of(back));
        var opened = fold(List.of(back), shop.opened());

        assertThat(waiting.reason()).isEqualTo("NOT_OPENED");
        assertThat(waiting.custodyAccount()).isEmpty();
        assertThat(opened.reason()).isEqualTo("OPENED");
        assertThat(opened.custodyAccount()).contains(Sale.CUSTODY);
        assertThat(opened.available()).isEqualTo(Money.fen(840));
        assertThat(opened.givenBack()).isEqualTo(Money.fen(840));
    }

    @Test
    void keeps_the_oldest_advance_in_front() {
        var owing = fold(
                shop.opened(),
                List.of(shop.advanced("O-2", 300), shop.advanced("O-1", 400), shop.recovered("O-1", "O-1", 100, 300)));

        assertThat(owing.advances())
                .extracting(FeeAccountState.Advance::orderNo)
                .containsExactly("O-2", "O-1");
        assertThat(owing.advanced().minorUnits()).isEqualTo(600);
        assertThat(owing.reserved().minorUnits()).isEqualTo(600);
    }

    @Test
    void counts_what_is_set_aside_for_an_advance_as_reserved() {
        var events = new ArrayList<DomainEvent>(shop.opened());
        events.add(shop.advanced("O-1", 740));
        events.addAll(shop.toppedUp("1", 500, "O-1", 500, 240).subList(2, 4));
        var between = fold(events);

        assertThat(between.available().minorUnits()).isZero();
        assertThat(between.reserved().minorUnits()).isEqualTo(1_240);
    }

    @Test
    void calls_a_promise_a_debt_once_the_refund_takes_it() {
        var refund = new FeeTaker.Refund(shop.refund());
        var promised = fold(shop.opened(), shop.toppedUp("1", 500).subList(2, 3), shop.granted(500, 340));
        assertThat(promised.promised()).isEqualTo(Money.fen(340));
        assertThat(promised.advances()).isEmpty();
        assertThat(promised.reserved()).isEqualTo(Money.fen(500));

        var taken = fold(
                shop.opened(),
                shop.toppedUp("1", 500).subList(2, 3),
                shop.granted(500, 340),
                List.of(shop.taken(refund, 500)));
        assertThat(taken.promises()).isEmpty();
        assertThat(taken.reserved()).isEqualTo(Money.ZERO);
        assertThat(taken.advances())
                .singleElement()
                .satisfies(advance ->
                        assertThat(advance.orderNo()).isEqualTo(shop.refund().value()));
        assertThat(taken.advanced()).isEqualTo(Money.fen(340));
    }

    @Test
    void leaves_the_promise_of_another_refund_alone() {
        var other = RefundId.of(shop.account().tenant(), "R-2");
        var events = new ArrayList<DomainEvent>(shop.granted(500, 340));
        events.add(new RefundFeeGranted(shop.account(), other, Money.ZERO, Money.fen(100)));
        events.add(new RefundFeeGranted(
                shop.account(), RefundId.of(shop.account().tenant(), "R-3"), Money.ZERO, Money.ZERO));

        var taken = fold(
                shop.opened(),
                shop.toppedUp("1", 500).subList(2, 3),
                events,
                List.of(shop.taken(new FeeTaker.Refund(shop.refund()), 500)));
        assertThat(taken.promises()).extracting(FeeAccountState.Promise::refund).containsExactly(other);

        var withdrawn = fold(
                shop.opened(),
                shop.toppedUp("1", 500).subList(2, 3),
                events,
                List.of(new RefundAdvanceWithdrawn(shop.account(), other, Money.fen(100))));
        assertThat(withdrawn.promised()).isEqualTo(Money.fen(340));
        assertThat(withdrawn.advances()).isEmpty();
    }

    @Test
    void lets_go_of_what_a_payment_order_took_and_recovers_what_it_did_not() {
        var payment = new FeeTaker.Payment(PaymentOrderId.of(shop.account().tenant(), "P-1"));
        var reserved = new FeeReserved(shop.account(), payment, Money.fen(500));

        var taken =
                fold(shop.opened(), shop.toppedUp("1", 500).subList(2, 3), List.of(reserved, shop.taken(payment, 500)));
        assertThat(taken.reservations()).isEmpty();
        assertThat(taken.available()).isEqualTo(Money.ZERO);

        var recovered = fold(
                shop.opened(),
                shop.toppedUp("1", 500).subList(2, 3),
                List.of(
                        reserved,
                        shop.advanced("O-2", 300),
                        new AdvanceRecovered(shop.account(), "O-2", payment, Money.fen(300), Money.ZERO)));
        assertThat(recovered.reserved()).isEqualTo(Money.fen(500));
        assertThat(recovered.reservations().getFirst().amount()).isEqualTo(Money.fen(200));
    }

    @Test
    void has_what_a_channel_gave_back_of_a_fee_available() {
        var back = fold(shop.opened(), List.of(new MerchantBCredited(shop.account(), shop.refund(), Money.fen(840))));

        assertThat(back.available()).isEqualTo(Money.fen(840));
        assertThat(back.givenBack()).isEqualTo(Money.fen(840));
    }

    @Test
    void has_what_a_split_gave_and_says_what_it_gives_back_and_lacks() {
        var split = SplitId.of(shop.account().tenant(), "SP-1");
        var taker = new FundsTaker.SplitReturn(split, shop.refund());
        var credited = new SplitLegCredited(shop.account(), split, Money.fen(500));
        var awaited = new MerchantFundsAwaited(shop.account(), taker, Money.fen(700), Money.fen(200));
        var reserved = new MerchantFundsReserved(shop.account(), taker, Money.fen(400));

        var waiting = fold(shop.opened(), List.of(credited, new SplitLegAgreed(shop.account(), split), awaited));
        assertThat(waiting.available()).isEqualTo(Money.fen(500));
        assertThat(waiting.splitIn()).isEqualTo(Money.fen(500));
        assertThat(waiting.reserved()).isEqualTo(Money.ZERO);
        assertThat(FeeAccountView.of(waiting, TestLog.NOON).claims())
                .containsExactly(new FeeAccountView.ClaimView(
                        "SI:acme:SP-1",
                        shop.refund().value(),
                        Amount.of(Money.fen(700)),
                        Amount.of(Money.fen(200)),
                        TestLog.NOON));
        var ready = fold(shop.opened(), List.of(credited, awaited, reserved));
        assertThat(ready.available()).isEqualTo(Money.fen(100));
        assertThat(ready.reserved()).isEqualTo(Money.fen(400));
        assertThat(ready.claims()).hasSize(1);
        var taken = fold(
                shop.opened(),
                List.of(credited, reserved, new MerchantReservationTaken(shop.account(), taker, Money.fen(400))));
        assertThat(taken.available()).isEqualTo(Money.fen(100));
        assertThat(taken.claims()).isEmpty();
        var ended = fold(
                shop.opened(),
                List.of(credited, reserved, new MerchantReservationEnded(shop.account(), taker, Money.fen(400))));
        assertThat(ended.available()).isEqualTo(Money.fen(500));
        assertThat(ended.claims()).isEmpty();
    }

    @Test
    void is_made_of_the_accounts_own_events_from_its_opening_on() {
        assertThatExceptionOfType(Poison.class).isThrownBy(() -> fold(List.of(shop.advanced("O-1", 1))));
        assertThatExceptionOfType(Poison.class)
                .isThrownBy(() -> fold(Sale.of("acme", "C-1").opened()));
        assertThatIllegalStateException()
                .isThrownBy(() -> fold(shop.opened(), shop.opened()))
                .withMessageContaining("Opened twice");
    }

    @SafeVarargs
    private FeeAccountState fold(List<? extends DomainEvent>... parts) {
        @Nullable FeeAccountState state = null;
        var position = 0L;
        for (var part : parts) {
            for (var event : part) {
                position++;
                state = folding.after(
                        state,
                        new Booked(
                                position,
                                event.source().toString(),
                                position - 1,
                                TestLog.NOON,
                                "event",
                                Map.of(),
                                event));
            }
        }
        return Objects.requireNonNull(state);
    }
}
