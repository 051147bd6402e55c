package io.coffer.query.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentEvent.DiscountAttached;
import io.coffer.api.payments.PaymentEvent.DuplicatePaymentDetected;
import io.coffer.api.payments.PaymentEvent.PaymentDeclined;
import io.coffer.api.payments.PaymentEvent.PaymentNumberAttached;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCancelled;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCreated;
import io.coffer.api.payments.PaymentEvent.PaymentOrderExpired;
import io.coffer.api.payments.PaymentEvent.PaymentOrderOpened;
import io.coffer.api.payments.PaymentEvent.PaymentOrderRefused;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.api.payments.PaymentEvent.RefundCompleted;
import io.coffer.api.payments.PaymentEvent.RefundDismissed;
import io.coffer.api.payments.PaymentEvent.RefundReinstated;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.promotions.CampaignId;
import io.coffer.api.promotions.Discount;
import io.coffer.api.promotions.DiscountWish;
import io.coffer.api.promotions.Funder;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.query.Purchase;
import io.coffer.query.Sale;
import io.coffer.query.TestLog;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Poison;
import io.coffer.query.payments.PaymentOrderState.Promise;
import io.coffer.query.payments.PaymentOrderState.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A payment order's view")
class PaymentOrderFoldingTest {

    private final Purchase purchase = Purchase.of("acme", "PAY-1");
    private final PaymentOrderFolding folding = new PaymentOrderFolding();

    @Test
    void says_how_it_is_to_be_paid() {
        var channel = view(List.of(
                purchase.created(new PaymentWay.Channel(Purchase.TERMS, PaymentWay.Settling.NET), FeeBearer.PLATFORM)));
        assertThat(channel.state()).isEqualTo(Stage.CREATED);
        assertThat(channel.way()).isEqualTo(PaymentOrderView.Way.CHANNEL);
        assertThat(channel.channel()).isEqualTo("WECHAT");
        assertThat(channel.price()).isEqualTo(Amount.of(Purchase.PRICE));
        assertThat(channel.fee()).isEqualTo(Amount.of(Purchase.FEE));
        assertThat(channel.feeBearer()).isEqualTo(FeeBearer.PLATFORM);
        assertThat(channel.feeRefundable()).isTrue();
        assertThat(channel.contract()).isEqualTo("MC:acme:M-1:L-1");
        assertThat(channel.outTradeNo()).isEqualTo("PAY-1");
        assertThat(channel.expiresAt()).isEqualTo(Purchase.EXPIRES_AT);
        assertThat(channel.virtualAccountNumber()).isNull();

        var number = VirtualAccountId.of(Sale.CUSTODY.bankCode(), "8000000000000042");
        var transfer = view(List.of(
                purchase.created(new PaymentWay.BankTransfer(), FeeBearer.MERCHANT_B),
                new PaymentNumberAttached(purchase.order(), number),
                new PaymentOrderOpened(purchase.order())));
        assertThat(transfer.way()).isEqualTo(PaymentOrderView.Way.BANK_TRANSFER);
        assertThat(transfer.channel()).isNull();
        assertThat(transfer.virtualAccountNumber()).isEqualTo("8000000000000042");
        assertThat(transfer.state()).isEqualTo(Stage.OPEN);

        var net = view(List.of(purchase.created(new PaymentWay.NetTransfer(Purchase.TERMS), FeeBearer.MERCHANT_B)));
        assertThat(net.way()).isEqualTo(PaymentOrderView.Way.NET_TRANSFER);
        assertThat(net.channel()).isEqualTo("WECHAT");
    }

    @Test
    void says_why_it_will_not_be_paid() {
        var refused = view(
                purchase.opened(),
                new PaymentOrderRefused(purchase.order(), "FEE_NOT_COVERED", Money.fen(340), Optional.empty()));
        assertThat(refused.state()).isEqualTo(Stage.REFUSED);
        assertThat(refused.code()).isEqualTo("FEE_NOT_COVERED");
        assertThat(refused.gap()).isEqualTo(Amount.of(Money.fen(340)));

        var cancelled = view(
                purchase.opened(),
                new PaymentOrderCancelled(purchase.order(), purchase.contract(), "NOT_WANTED", Optional.empty()));
        assertThat(cancelled.state()).isEqualTo(Stage.CANCELLED);
        assertThat(cancelled.reason()).isEqualTo("NOT_WANTED");
        assertThat(cancelled.code()).isNull();
        assertThat(cancelled.gap()).isNull();

        var expired = view(
                purchase.opened(), new PaymentOrderExpired(purchase.order(), purchase.contract(), Optional.empty()));
        assertThat(expired.state()).isEqualTo(Stage.EXPIRED);
    }

    @Test
    void tells_the_payment_of_the_contract_from_one_too_many() {
        var view = view(purchase.opened(), purchase.captured(), purchase.captured("T-2", PaymentPlace.EXCESS));

        assertThat(view.state()).isEqualTo(Stage.PAID);
        assertThat(view.payments())
                .extracting(PaymentOrderView.PaymentView::paymentNo, PaymentOrderView.PaymentView::place)
                .containsExactly(tuple("T-1", PaymentPlace.CONTRACT), tuple("T-2", PaymentPlace.EXCESS));
        var payment = view.payments().getFirst();
        assertThat(payment.amount()).isEqualTo(Amount.of(Purchase.PRICE));
        assertThat(payment.paidAt()).isEqualTo(Purchase.PAID_AT);
        assertThat(payment.channel()).isEqualTo("WECHAT");
        assertThat(payment.settlementDate()).isEqualTo(Purchase.SETTLED_ON);
        assertThat(payment.receipt()).isNull();
    }

    /** What came is less than the price, which is refunded; what came twice is not. */
    @Test
    void of_a_discount_tells_the_campaign_and_what_is_left_to_pay() {
        var campaign = CampaignId.of(purchase.order().tenant(), "RENT");
        var created = purchase.created(new PaymentWay.BankTransfer(), FeeBearer.PLATFORM);
        var discounted = new PaymentOrderCreated(
                created.order(),
                created.contract(),
                created.price(),
                created.way(),
                created.feeTerm(),
                created.fee(),
                created.custodyAccount(),
                created.expiresAt(),
                Optional.of(new DiscountWish(campaign, Money.yuan(50))));
        var discount = new Discount(campaign, new Funder.PlatformOwn(), Money.yuan(50), Sale.CUSTODY);
        var paid = Money.yuan(1_350);
        var view = view(
                List.of(discounted),
                new DiscountAttached(purchase.order(), purchase.contract(), discount, Money.ZERO),
                new PaymentReceived(
                        purchase.order(),
                        purchase.contract(),
                        purchase.receipt("1"),
                        paid,
                        Money.ZERO,
                        FeeBearer.PLATFORM,
                        false,
                        Optional.of(Purchase.PAYER),
                        Optional.of(discount)),
                new DuplicatePaymentDetected(
                        purchase.order(), purchase.receipt("2"), paid, Optional.of(Purchase.PAYER)));

        assertThat(view.discount()).isEqualTo(new PaymentOrderView.DiscountView("PC:acme:RENT", yuan(50)));
        assertThat(view.price()).isEqualTo(yuan(1_400));
        assertThat(view.payable()).isEqualTo(yuan(1_350));
        assertThat(view.payments())
                .extracting(PaymentOrderView.PaymentView::amount, PaymentOrderView.PaymentView::refundable)
                .containsExactly(tuple(yuan(1_350), yuan(1_400)), tuple(yuan(1_350), yuan(1_350)));
        assertThat(view(purchase.opened()).discount()).isNull();
        assertThat(view(purchase.opened()).payable()).isEqualTo(yuan(1_400));
    }

    private static Amount yuan(long yuan) {
        return Amount.of(Money.yuan(yuan));
    }

    @Test
    void of_a_payment_that_came_too_late_stays_where_it_was() {
        var view = view(
                purchase.opened(),
                new PaymentOrderExpired(purchase.order(), purchase.contract(), Optional.empty()),
                purchase.captured("T-1", PaymentPlace.EXCESS));

        assertThat(view.state()).isEqualTo(Stage.EXPIRED);
    }

    @Test
    void takes_a_receipt_as_paid_when_it_was_booked_and_refunds_the_price_of_it() {
        var view = view(
                List.of(purchase.created(new PaymentWay.NetTransfer(Purchase.TERMS), FeeBearer.MERCHANT_B)),
                purchase.transferredNet("1").getLast(),
                new DuplicatePaymentDetected(
                        purchase.order(), purchase.receipt("2"), Purchase.PRICE, Optional.of(Purchase.PAYER)),
                new PaymentDeclined(purchase.order(), purchase.receipt("3"), "RECEIVED_AMOUNT_DIFFERS"));

        assertThat(view.state()).isEqualTo(Stage.PAID);
        assertThat(view.payments()).hasSize(2);
        var payment = view.payments().getFirst();
        assertThat(payment.paymentNo()).isEqualTo(purchase.receipt("1").value());
        assertThat(payment.receipt()).isEqualTo(purchase.receipt("1").value());
        assertThat(payment.place()).isEqualTo(PaymentPlace.CONTRACT);
        assertThat(payment.amount()).isEqualTo(Amount.of(Purchase.PRICE.minus(Purchase.FEE)));
        assertThat(payment.refundable()).isEqualTo(Amount.of(Purchase.PRICE));
        assertThat(payment.paidAt()).isEqualTo(TestLog.NOON);
        assertThat(payment.channel()).isNull();
        assertThat(payment.settlementDate()).isNull();
        assertThat(view.payments().getLast().place()).isEqualTo(PaymentPlace.EXCESS);
    }

    @Test
    void counts_what_stands_and_what_is_done_as_refunded_and_nothing_else() {
        var first = List.of(purchase.captured(), admitted("RF-1", "T-1", 50_000), admitted("RF-2", "T-1", 20_000));
        assertThat(refundable(first)).isEqualTo(70_000);
        var done = List.of(new RefundCompleted(purchase.order(), purchase.refund("RF-1")));
        assertThat(refundable(first, done)).isEqualTo(70_000);
        assertThat(promises(first, done)).containsExactly(Promise.DONE, Promise.STANDING);

        var dismissed = List.of(new RefundDismissed(purchase.order(), purchase.refund("RF-2"), "NOT_WANTED"));
        assertThat(refundable(first, dismissed)).isEqualTo(90_000);
        assertThat(promises(first, dismissed)).containsExactly(Promise.STANDING, Promise.DISMISSED);
        assertThat(refundable(first, dismissed, dismissed)).isEqualTo(90_000);

        var late = List.of(new RefundCompleted(purchase.order(), purchase.refund("RF-2")));
        assertThat(promises(first, dismissed, late)).containsExactly(Promise.STANDING, Promise.DISMISSED);
        assertThat(refundable(first, dismissed, late)).isEqualTo(90_000);
    }

    @Test
    void counts_a_dismissed_one_again_that_its_payer_may_have_and_never_less_than_nothing() {
        var first = List.of(purchase.captured(), admitted("RF-1", "T-1", 80_000));
        var dismissed = List.of(new RefundDismissed(purchase.order(), purchase.refund("RF-1"), "NOT_WANTED"));
        var again = List.of(new RefundReinstated(purchase.order(), purchase.refund("RF-1")));
        var other = List.of(admitted("RF-2", "T-1", 100_000));

        assertThat(refundable(first, dismissed, again)).isEqualTo(60_000);
        assertThat(promises(first, dismissed, again)).containsExactly(Promise.STANDING);
        assertThat(refundable(first, dismissed, other)).isEqualTo(40_000);
        assertThat(refundable(first, dismissed, other, again)).isZero();
        assertThat(refundable(first, dismissed, other, again, dismissed)).isEqualTo(40_000);
    }

    @Test
    void keeps_refunds_with_their_own_payment() {
        var view = view(
                purchase.opened(),
                purchase.captured(),
                purchase.captured("T-2", PaymentPlace.EXCESS),
                admitted("RF-2", "T-2", Purchase.PRICE.minorUnits()));

        assertThat(view.payments().getFirst().refunds()).isEmpty();
        assertThat(view.payments().getFirst().refundable()).isEqualTo(Amount.of(Purchase.PRICE));
        assertThat(view.payments().getLast().refundable()).isEqualTo(Amount.of(Money.ZERO));
        var line = view.payments().getLast().refunds().getFirst();
        assertThat(line.refund()).isEqualTo("RF:acme:RF-2");
        assertThat(line.amount()).isEqualTo(Amount.of(Purchase.PRICE));
        assertThat(line.admittedAt()).isEqualTo(TestLog.NOON);
        var dismissed = view(
                purchase.opened(),
                purchase.captured(),
                purchase.captured("T-2", PaymentPlace.EXCESS),
                admitted("RF-2", "T-2", Purchase.PRICE.minorUnits()),
                new RefundDismissed(purchase.order(), purchase.refund("RF-2"), "NOT_WANTED"));
        assertThat(dismissed.payments())
                .extracting(PaymentOrderView.PaymentView::refundable)
                .containsOnly(Amount.of(Purchase.PRICE));
    }

    @Test
    void is_made_of_the_orders_own_events_from_its_creation_on() {
        assertThatExceptionOfType(Poison.class).isThrownBy(() -> fold(List.of(purchase.captured())));
        assertThatExceptionOfType(Poison.class)
                .isThrownBy(() -> fold(Sale.of("acme", "C-1").opened()));
        assertThatIllegalStateException()
                .isThrownBy(() -> fold(purchase.opened(), purchase.opened()))
                .withMessageContaining("Created twice");
    }

    private DomainEvent admitted(String refundNo, String paymentNo, long fen) {
        var facts = purchase.facts(Money.fen(fen), purchase.ofContract(), Purchase.CHANNEL, Money.ZERO);
        return purchase.admitted(refundNo, paymentNo, facts);
    }

    @SafeVarargs
    private long refundable(List<? extends DomainEvent>... parts) {
        return opened(parts).payments().getFirst().refundable().minorUnits();
    }

    @SafeVarargs
    private List<Promise> promises(List<? extends DomainEvent>... parts) {
        return opened(parts).refunds().stream()
                .map(PaymentOrderState.Refund::state)
                .toList();
    }

    @SafeVarargs
    private PaymentOrderState opened(List<? extends DomainEvent>... parts) {
        var events = new ArrayList<DomainEvent>(purchase.opened());
        for (var part : parts) {
            events.addAll(part);
        }
        return fold(events);
    }

    private PaymentOrderView view(List<? extends DomainEvent> events, DomainEvent... more) {
        return PaymentOrderView.of(fold(events, List.of(more)));
    }

    @SafeVarargs
    private PaymentOrderState fold(List<? extends DomainEvent>... parts) {
        @Nullable PaymentOrderState state = null;
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
