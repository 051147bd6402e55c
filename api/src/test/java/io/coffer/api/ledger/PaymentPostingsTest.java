package io.coffer.api.ledger;

import static io.coffer.api.ledger.PaymentSamples.BILLED;
import static io.coffer.api.ledger.PaymentSamples.CONTRACT;
import static io.coffer.api.ledger.PaymentSamples.CUSTODY;
import static io.coffer.api.ledger.PaymentSamples.FEE;
import static io.coffer.api.ledger.PaymentSamples.ORDER;
import static io.coffer.api.ledger.PaymentSamples.OWN;
import static io.coffer.api.ledger.PaymentSamples.PRICE;
import static io.coffer.api.ledger.PaymentSamples.RECEIPT;
import static io.coffer.api.ledger.PaymentSamples.REFUND;
import static io.coffer.api.ledger.PaymentSamples.captured;
import static io.coffer.api.ledger.PaymentSamples.discounted;
import static io.coffer.api.ledger.PaymentSamples.funded;
import static io.coffer.api.ledger.PaymentSamples.received;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentEvent.DuplicatePaymentDetected;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentWay.Settling;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFeeReturned;
import io.coffer.api.refunds.RefundEvent.RefundRerouteRequested;
import io.coffer.api.refunds.RefundSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Postings of payments and refunds")
class PaymentPostingsTest {

    private static final String CLEARING = "R1101.UMS.2022-07-25";
    private static final String CASH = "R1002." + CUSTODY.subLedger();
    private static final String MINE = "R2003.MC:acme:M1:C1:PAY1.AVAILABLE";
    private static final String B_RESERVED = "R2004.MB:acme:M1.RESERVED";

    @Test
    void of_a_capture_take_the_fee_from_its_bearer_and_leave_the_price_whole() {
        assertPosts(
                captured(FeeBearer.MERCHANT_B, Settling.NET, PaymentPlace.CONTRACT),
                "PR-111 D " + CLEARING + " 139160, D " + B_RESERVED + " 840, C " + MINE + " 140000");
        assertPosts(
                captured(FeeBearer.PLATFORM, Settling.NET, PaymentPlace.CONTRACT),
                "PR-112 D " + CLEARING + " 139160, D " + CASH + " 840, C " + MINE + " 140000",
                "PR-112 D O6401.UMS 840, C O1003.102100000021 840");
        assertPosts(
                captured(FeeBearer.PLATFORM, Settling.GROSS, PaymentPlace.CONTRACT),
                "PR-114 D " + CLEARING + " 140000, C " + MINE + " 140000",
                "PR-114 D O6401.UMS 840, C O2201.UMS 840");
        assertPosts(
                captured(FeeBearer.PAYER, Settling.GROSS, PaymentPlace.CONTRACT),
                "PR-114 D " + CLEARING + " 140000, C " + MINE + " 140000");
    }

    @Test
    void of_a_capture_without_a_fee_have_no_leg_for_it() {
        assertPosts(
                captured(Money.ZERO, FeeBearer.MERCHANT_B, Settling.NET, PaymentPlace.CONTRACT),
                "PR-111 D " + CLEARING + " 140000, C " + MINE + " 140000");
        assertPosts(
                captured(Money.ZERO, FeeBearer.PLATFORM, Settling.NET, PaymentPlace.CONTRACT),
                "PR-112 D " + CLEARING + " 140000, C " + MINE + " 140000");
        assertPosts(
                captured(Money.ZERO, FeeBearer.PLATFORM, Settling.GROSS, PaymentPlace.CONTRACT),
                "PR-114 D " + CLEARING + " 140000, C " + MINE + " 140000");
    }

    @Test
    void of_a_payment_too_many_never_touch_the_merchant() {
        assertPosts(
                captured(FeeBearer.MERCHANT_B, Settling.NET, PaymentPlace.EXCESS),
                "PR-112 D " + CLEARING + " 139160, D " + CASH + " 840, C R2102.PO:acme:PAY1:T-1 140000",
                "PR-112 D O6401.UMS 840, C O1003.102100000021 840");
        assertPosts(
                captured(FeeBearer.PAYER, Settling.GROSS, PaymentPlace.EXCESS),
                "PR-114 D " + CLEARING + " 140000, C R2102.PO:acme:PAY1:T-1 140000");
    }

    @Test
    void of_a_receipt_take_what_came_and_the_fee_beside_it() {
        var from = "R2101." + RECEIPT;
        assertPosts(
                received(PRICE.minus(FEE), FEE, FeeBearer.MERCHANT_B, true),
                "PR-116 D " + from + " 139160, C " + MINE + " 139160");
        assertPosts(
                received(PRICE, FEE, FeeBearer.MERCHANT_B, false),
                "PR-117 D " + from + " 140000, C " + MINE + " 140000, D " + B_RESERVED
                        + " 840, C R2201.PO:acme:PAY1 840",
                "PR-117 D O1203.ALL 840, C O6001.PAYMENTS 840");
        assertPosts(
                received(PRICE, Money.ZERO, FeeBearer.MERCHANT_B, false),
                "PR-117 D " + from + " 140000, C " + MINE + " 140000");
        assertPosts(
                received(PRICE, FEE, FeeBearer.PLATFORM, false), "PR-117 D " + from + " 140000, C " + MINE + " 140000");
    }

    @Test
    void of_a_discount_let_its_funder_pay_beside_the_payer() {
        var from = "R2101." + RECEIPT;
        assertPosts(
                discounted(FEE, OWN),
                "PR-803 D " + from + " 135000, D " + CASH + " 5000, C " + MINE + " 140000, D " + B_RESERVED
                        + " 840, C R2201.PO:acme:PAY1 840",
                "PR-803 D O6402.PC:acme:RENT 5000, C O1003.102100000021 5000, D O1203.ALL 840, C O6001.PAYMENTS 840");
        assertPosts(
                discounted(Money.ZERO, BILLED),
                "PR-805 D " + from + " 135000, D " + CASH + " 5000, C " + MINE + " 140000",
                "PR-805 D O1202.RENTAL 5000, C O1003.102100000021 5000");
    }

    @Test
    void of_a_refund_give_the_funder_its_part_and_take_it_again() {
        var source = "R2003.MC:acme:M1:C1:PAY1.RESERVED 50000";
        assertPosts(
                funded(OWN),
                "PR-804 D " + source + ", C R2103.RF:acme:RF1 48334, C R2201.RF:acme:RF1 1666",
                "PR-804 D O1203.ALL 1666, C O6402.PC:acme:RENT 1666");
        assertPosts(
                funded(BILLED),
                "PR-804 D " + source + ", C R2103.RF:acme:RF1 48334, C R2201.RF:acme:RF1 1666",
                "PR-804 D O1203.ALL 1666, C O1202.RENTAL 1666");
        assertPosts(
                PaymentSamples.cancelled(BILLED),
                "PR-502 D R2103.RF:acme:RF1 48334, D R2201.RF:acme:RF1 1666, C " + source,
                "PR-502 D O1202.RENTAL 1666, C O1203.ALL 1666");
    }

    @Test
    void of_a_returned_fee_credit_who_bore_it() {
        assertPosts(returned(FeeBearer.MERCHANT_B), "PR-510 D " + CLEARING + " 840, C R2004.MB:acme:M1.AVAILABLE 840");
        assertPosts(
                returned(FeeBearer.PLATFORM),
                "PR-510 D " + CLEARING + " 840, C R2201.RF:acme:RF1 840",
                "PR-510 D O1203.ALL 840, C O6401.UMS 840");
        assertPosts(returned(FeeBearer.PAYER));
        // All of it was more than the channel can have kept.
        assertPosts(new RefundFeeReturned(
                REFUND,
                CONTRACT.feeAccount(),
                FeeBearer.MERCHANT_B,
                Money.ZERO,
                "UMS",
                LocalDate.of(2022, 7, 25),
                Optional.of(FEE)));
    }

    /** What was owed to the channel for a payment that is void is owed no more, and no settlement pays it. */
    @Test
    void of_a_fee_that_an_invoice_leaves_out_take_the_debt_back() {
        assertPosts(leftOut(FeeBearer.PLATFORM), "PR-510 D O2201.UMS 840, C O6401.UMS 840");
        assertPosts(leftOut(FeeBearer.PAYER));
        assertThat(leftOut(FeeBearer.PLATFORM).comesWithSettlement()).isFalse();
        assertThat(returned(FeeBearer.PLATFORM).comesWithSettlement()).isTrue();
    }

    private static RefundFeeReturned leftOut(FeeBearer bearer) {
        return new RefundFeeReturned(
                REFUND,
                CONTRACT.feeAccount(),
                bearer,
                FEE,
                "UMS",
                LocalDate.of(2022, 7, 25),
                Optional.empty(),
                Optional.of(Settling.GROSS));
    }

    @Test
    void of_a_refund_that_took_nothing_yet_give_nothing_back() {
        var sample = (RefundCancelled) Samples.of(RefundCancelled.class);
        var rerouted = (RefundRerouteRequested) Samples.of(RefundRerouteRequested.class);

        assertThat(sample.wasFunded()).isTrue();
        assertPosts(unfunded());
        assertPosts(new RefundRerouteRequested(REFUND, 2, rerouted.payee(), PRICE, Money.ZERO, List.of(), "olga", 1));
    }

    /** Whoever filled up the fee has it again: B, where own cash that is open takes it first. */
    @Test
    void of_a_cancelled_refund_give_the_source_what_it_had_and_the_fee_to_its_account() {
        var receipt = ((DuplicatePaymentDetected) Samples.of(DuplicatePaymentDetected.class)).receipt();
        var beside = new RefundSource.ExcessReceipt(ORDER, receipt);

        assertPosts(
                cancelled(new RefundSource.ContractPayment(CONTRACT, ORDER), FEE),
                "PR-502 D R2103.RF:acme:RF1 140000, C " + MINE.replace("AVAILABLE", "RESERVED")
                        + " 139160, C R2004.MB:acme:M1.AVAILABLE 840");
        assertPosts(
                cancelled(beside, FEE),
                "PR-502 D R2103.RF:acme:RF1 140000, C R2102." + receipt + " 139160, C R2004.MB:acme:M1.AVAILABLE 840");
        assertPosts(cancelled(beside, Money.ZERO), "PR-502 D R2103.RF:acme:RF1 140000, C R2102." + receipt + " 140000");
        assertPosts(cancelled(beside, PRICE), "PR-502 D R2103.RF:acme:RF1 140000, C R2004.MB:acme:M1.AVAILABLE 140000");
    }

    private static RefundCancelled cancelled(RefundSource to, Money added) {
        return new RefundCancelled(
                REFUND,
                to,
                PRICE,
                true,
                added,
                Optional.of(CONTRACT.feeAccount()),
                Money.ZERO,
                "NOT_WANTED",
                Optional.empty());
    }

    private static RefundCancelled unfunded() {
        return new RefundCancelled(
                REFUND,
                new RefundSource.ContractPayment(CONTRACT, ORDER),
                PRICE,
                false,
                Money.ZERO,
                Optional.of(CONTRACT.feeAccount()),
                FEE,
                "NOT_WANTED",
                Optional.empty());
    }

    private static RefundFeeReturned returned(FeeBearer bearer) {
        return new RefundFeeReturned(
                REFUND, CONTRACT.feeAccount(), bearer, FEE, "UMS", LocalDate.of(2022, 7, 25), Optional.empty());
    }

    private static void assertPosts(DomainEvent event, String... journals) {
        assertThat(Postings.of(event, Postings.CURRENT).stream()
                        .map(PaymentPostingsTest::text)
                        .toList())
                .containsExactly(journals);
        assertThat(Postings.of(event, Postings.CURRENT)).allMatch(Journal::isBalanced);
    }

    private static String text(Journal journal) {
        return journal.rule() + " "
                + String.join(
                        ", ",
                        journal.postings().stream()
                                .map(line -> line.side().name().charAt(0) + " " + line.account() + " "
                                        + line.amount().minorUnits())
                                .toList());
    }
}
