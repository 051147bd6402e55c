package io.coffer.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.ContractEvent.ContractReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.FeeReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundsReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantReservationEnded;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.merchants.FundsTaker;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentEvent.DuplicatePaymentDetected;
import io.coffer.api.payments.PaymentEvent.PaymentCaptured;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.payouts.PayoutEvent.PayoutCreated;
import io.coffer.api.payouts.PayoutEvent.PayoutFailed;
import io.coffer.api.payouts.PayoutEvent.PayoutReturned;
import io.coffer.api.payouts.PayoutEvent.PayoutSucceeded;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutSource.RefundTransfer;
import io.coffer.api.promotions.CampaignId;
import io.coffer.api.promotions.Discount;
import io.coffer.api.promotions.Funder;
import io.coffer.api.receipts.VerdictEvent.ExcessPromised;
import io.coffer.api.receipts.VerdictEvent.ExcessTaken;
import io.coffer.api.refunds.RefundEvent.RefundBounced;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFailed;
import io.coffer.api.refunds.RefundEvent.RefundFeeFunded;
import io.coffer.api.refunds.RefundEvent.RefundFeeReturned;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundEvent.RefundFundsCorrected;
import io.coffer.api.refunds.RefundEvent.RefundRerouteRequested;
import io.coffer.api.refunds.RefundEvent.RefundSetAsideReversed;
import io.coffer.api.refunds.RefundEvent.RefundShortageCompensated;
import io.coffer.api.refunds.RefundEvent.RefundShortageRecorded;
import io.coffer.api.refunds.RefundEvent.RefundSubmitted;
import io.coffer.api.refunds.RefundEvent.RefundSucceeded;
import io.coffer.api.refunds.RefundEvent.RefundTransferRestored;
import io.coffer.api.refunds.RefundFailure;
import io.coffer.api.refunds.RefundFeePayer;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.api.settlements.SettlementEvent.ChannelSettled;
import io.coffer.api.splits.SplitEvent.SplitExecuted;
import io.coffer.api.splits.SplitEvent.SplitReturned;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitLeg;
import io.coffer.api.splits.SplitTerms;
import io.coffer.query.Purchase;
import io.coffer.query.Sale;
import io.coffer.query.Shop;
import io.coffer.query.TestLog;
import io.coffer.query.TestProjections;
import io.coffer.query.replay.ReadSide;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The equations of payments and refunds")
class RefundEquationsTest {

    private static final Money PRICE = Purchase.PRICE;
    private static final Money PART = Money.yuan(500);
    private static final Money HALF_FEE = Money.fen(420);
    private static final Money SPLIT_FEE = Money.yuan(10);
    private static final MerchantFeeAccountId PAYEE = new MerchantFeeAccountId("MB:acme:M-2");
    private static final SplitId SPLIT = new SplitId("SI:acme:SP-1");

    private final ReadSide side = new ReadSide(TestProjections.ledger());
    private final LedgerPatrol patrol = new LedgerPatrol(side.database.runtime(), _ -> {});
    private final Purchase purchase = Purchase.of("acme", "PAY-1");

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void hold_while_a_refund_is_set_aside_taken_and_paid_and_another_given_up() {
        append(purchase.opened());
        append(List.of(purchase.captured()));
        append(purchase.submitted("RF-1", PART.minorUnits()));
        assertThat(balance("R2103")).isEqualTo(PART.minorUnits());
        append(List.of(purchase.succeeded("RF-1", PART.minorUnits())));
        append(List.of(feeReturned()));
        assertThat(balance("R2103")).isZero();

        append(purchase.submitted("RF-2", PART.minorUnits()));
        var refund = purchase.refund("RF-2");
        append(List.of(
                new RefundCancelled(
                        refund,
                        purchase.ofContract(),
                        PART,
                        true,
                        Money.ZERO,
                        Optional.of(purchase.contract().feeAccount()),
                        Money.ZERO,
                        "NOT_WANTED",
                        Optional.empty()),
                new ContractReservationEnded(purchase.contract(), purchase.order(), refund, PART)));
        append(List.of(new RefundCancelled(
                purchase.refund("RF-3"),
                purchase.ofContract(),
                PART,
                false,
                Money.ZERO,
                Optional.of(purchase.contract().feeAccount()),
                Money.ZERO,
                "NOT_WANTED",
                Optional.empty())));
        assertThat(balance("R2003")).isEqualTo(PRICE.minus(PART).minorUnits());
    }

    @Test
    void hold_while_an_excess_of_an_escrow_account_is_promised_taken_and_paid_back() {
        var sale = Sale.of("acme", "C-1");
        var excess = Money.yuan(5);
        var source = new RefundSource.Overpayment(sale.account(), sale.receipt("2"));
        var route = new RefundRoute.Transfer(Purchase.PAYER);
        append(sale.opened());
        append(sale.paidIn());
        append(sale.overpaid());
        assertThat(balance("R2102")).isEqualTo(excess.minorUnits());
        append(List.of(new ExcessPromised(
                sale.receipt("2"),
                1,
                purchase.refund("RF-1"),
                excess,
                Purchase.PAYER,
                Sale.CUSTODY,
                sale.account(),
                "PAID_TOO_MUCH",
                "olga")));
        assertThat(balance("R2102")).isEqualTo(excess.minorUnits());

        append(List.of(
                new RefundFunded(purchase.refund("RF-1"), source, excess, route, Optional.empty()),
                new RefundRerouteRequested(
                        purchase.refund("RF-1"), 1, Purchase.PAYER, excess, excess, List.of(), "policy", 0)));
        append(List.of(new ExcessTaken(sale.receipt("2"), purchase.refund("RF-1"), excess, sale.account())));
        assertThat(balance("R2102")).isZero();
        assertThat(balance("R2103")).isEqualTo(excess.minorUnits());

        append(List.of(new PayoutCreated(payout(1), from(1), excess, Purchase.PAYER, Sale.CUSTODY)));
        append(List.of(new PayoutSucceeded(
                payout(1), from(1), excess, Sale.CUSTODY, "CORE-9", Sale.BANK_DATE, Optional.empty())));
        assertThat(balance("R2103")).isZero();
        assertThat(balance("R2001")).isEqualTo(Sale.PRICE.minorUnits());
    }

    @Test
    void hold_when_a_cancelled_refund_was_paid_and_own_cash_makes_it_up() {
        append(purchase.opened());
        append(List.of(purchase.captured()));
        append(purchase.submitted("RF-1", PART.minorUnits()));
        var refund = purchase.refund("RF-1");
        append(List.of(
                new RefundCancelled(
                        refund,
                        purchase.ofContract(),
                        PART,
                        true,
                        Money.ZERO,
                        Optional.of(purchase.contract().feeAccount()),
                        Money.ZERO,
                        "NOT_WANTED",
                        Optional.empty()),
                new ContractReservationEnded(purchase.contract(), purchase.order(), refund, PART)));
        append(List.of(
                new RefundShortageRecorded(refund, 1, PART, "WR-1", Purchase.NETTED),
                new RefundShortageCompensated(refund, 1, PART, Sale.CUSTODY)));
        assertThat(balance("R1901")).isZero();
        assertThat(balance("O6403")).isEqualTo(PART.minorUnits());
        assertThat(balance("R2003")).isEqualTo(PRICE.minorUnits());
    }

    /** It bounced and was paid once more: that is one debit in the end, out of the money that waited for another account. */
    @Test
    void hold_when_money_that_waited_for_another_account_was_paid_by_the_channel() {
        append(purchase.opened());
        append(List.of(purchase.captured()));
        append(purchase.submitted("RF-1", PART.minorUnits()));
        var refund = purchase.refund("RF-1");
        append(List.of(purchase.succeeded("RF-1", PART.minorUnits())));
        append(List.of(new RefundBounced(refund, PART, "WR-RF-1", Purchase.NETTED)));
        append(List.of(
                new RefundSetAsideReversed(refund, PART),
                new RefundSucceeded(refund, Optional.of(purchase.order()), PART, "WR-2", Purchase.NETTED)));
        assertThat(balance("R2103")).isZero();
        append(List.of(new RefundFundsCorrected(
                refund,
                PART,
                "WR-2",
                Purchase.NETTED,
                new RefundFunds.Netted("WECHAT", Purchase.SETTLED_ON.plusDays(1)))));
    }

    @Test
    void hold_while_a_payment_is_split_and_payees_give_back() {
        splitOf(SPLIT_FEE);
        assertThat(balance("R2004")).isEqualTo(PART.minorUnits());
        var back = new FundsTaker.SplitReturn(SPLIT, purchase.refund("RF-1"));
        append(List.of(
                new MerchantFundsReserved(PAYEE, back, HALF_FEE),
                new SplitReturned(
                        SPLIT,
                        purchase.refund("RF-1"),
                        purchase.contract(),
                        purchase.order(),
                        List.of(new SplitLeg(PAYEE, HALF_FEE)))));
        append(List.of(
                new MerchantFundsReserved(PAYEE, new FundsTaker.SplitReturn(SPLIT, purchase.refund("RF-2")), HALF_FEE),
                new MerchantReservationEnded(
                        PAYEE, new FundsTaker.SplitReturn(SPLIT, purchase.refund("RF-2")), HALF_FEE)));
        assertThat(balance("R2003"))
                .isEqualTo(PRICE.minus(PART).minus(SPLIT_FEE).plus(HALF_FEE).minorUnits());
    }

    @Test
    void tell_a_split_that_gives_another_sum_than_its_contract_set_aside() {
        splitOf(SPLIT_FEE);
        assertThat(failure(Equation.C10)).isEmpty();
        var more =
                side.log.append(new ContractFundsReserved(purchase.contract(), purchase.order(), SPLIT, Money.fen(1)));
        side.awaitHead();

        assertThat(failure(Equation.C10)).contains(more);
    }

    private void splitOf(Money fee) {
        append(purchase.opened());
        append(List.of(purchase.captured()));
        var base = PART.plus(fee);
        append(List.of(
                new ContractFundsReserved(purchase.contract(), purchase.order(), SPLIT, base),
                new SplitExecuted(
                        SPLIT,
                        new SplitTerms(
                                purchase.contract(),
                                purchase.order(),
                                base,
                                List.of(new SplitLeg(PAYEE, PART)),
                                fee))));
    }

    @Test
    void hold_while_a_fee_is_filled_up_by_its_merchant_and_by_an_advance() {
        var shop = Shop.of("acme", "M-1");
        append(shop.opened());
        append(shop.toppedUp("1", HALF_FEE.minorUnits()));
        append(purchase.transferredNet("1"));
        var refund = purchase.refund("RF-1");
        append(List.of(
                new ContractFundsReserved(purchase.contract(), purchase.order(), refund, PRICE.minus(Purchase.FEE)),
                new FeeReserved(shop.account(), new FeeTaker.Refund(refund), HALF_FEE)));
        append(List.of(
                filled(RefundFeePayer.MERCHANT_B),
                filled(RefundFeePayer.PLATFORM_ADVANCE),
                new RefundFunded(refund, purchase.ofContract(), PRICE, Purchase.CHANNEL, Optional.empty()),
                new RefundSubmitted(refund, 1)));
        assertThat(balance("R2103")).isEqualTo(PRICE.minorUnits());
        assertThat(balance("R2004")).isZero();
        assertThat(balance("R2003")).isZero();
        assertThat(balance("O1201")).isEqualTo(HALF_FEE.minorUnits());

        append(List.of(
                new RefundFailed(refund, RefundFailure.FINAL, "NEVER"),
                new RefundCancelled(
                        refund,
                        purchase.ofContract(),
                        PRICE,
                        true,
                        Purchase.FEE,
                        Optional.of(shop.account()),
                        Money.ZERO,
                        "NOT_WANTED",
                        Optional.empty())));
        append(List.of(new ContractReservationEnded(
                purchase.contract(), purchase.order(), refund, PRICE.minus(Purchase.FEE))));
        assertThat(balance("R2004")).isEqualTo(Purchase.FEE.minorUnits());
        assertThat(balance("R2003")).isEqualTo(PRICE.minus(Purchase.FEE).minorUnits());
    }

    /** T11 of {@code domain.md}: the funder has its part again, and once more out when the refund is cancelled. */
    @Test
    void hold_while_a_funder_gets_its_part_of_a_refund_back_and_pays_it_again() {
        var discount = new Discount(
                CampaignId.of(purchase.order().tenant(), "RENT"),
                new Funder.PostBilled("RENTAL"),
                Money.yuan(50),
                Sale.CUSTODY);
        append(List.of(purchase.created(new PaymentWay.BankTransfer(), FeeBearer.PLATFORM)));
        append(List.of(
                purchase.recorded("cash", Money.yuan(1_000_000)),
                purchase.recorded("1", PRICE.minus(discount.amount())),
                new PaymentReceived(
                        purchase.order(),
                        purchase.contract(),
                        purchase.receipt("1"),
                        PRICE.minus(discount.amount()),
                        Money.ZERO,
                        FeeBearer.PLATFORM,
                        false,
                        Optional.of(Purchase.PAYER),
                        Optional.of(discount))));
        assertThat(balance("R2003")).isEqualTo(PRICE.minorUnits());
        assertThat(balance("O1202")).isEqualTo(5_000);

        var share = Optional.of(discount.of(Money.fen(1_666)));
        var refund = purchase.refund("RF-1");
        var payers = PART.minus(Money.fen(1_666));
        append(purchase.reserved("RF-1", PART.minorUnits()));
        append(List.of(new RefundFunded(refund, purchase.ofContract(), payers, Purchase.CHANNEL, share)));
        assertThat(balance("R2103")).isEqualTo(payers.minorUnits());
        assertThat(balance("R2201")).isEqualTo(1_666);
        assertThat(balance("O1202")).isEqualTo(5_000 - 1_666);

        append(List.of(
                new RefundCancelled(
                        refund,
                        purchase.ofContract(),
                        payers,
                        true,
                        Money.ZERO,
                        Optional.of(purchase.contract().feeAccount()),
                        Money.ZERO,
                        "NOT_WANTED",
                        share),
                new ContractReservationEnded(purchase.contract(), purchase.order(), refund, PART)));
        assertThat(balance("R2003")).isEqualTo(PRICE.minorUnits());
        assertThat(balance("R2201")).isZero();
        assertThat(balance("O1202")).isEqualTo(5_000);
    }

    @Test
    void hold_for_money_too_many_whether_a_channel_captured_it_or_a_bank_received_it() {
        append(purchase.opened());
        append(List.of(purchase.captured(), purchase.captured("T-2", PaymentPlace.EXCESS)));
        append(List.of(
                purchase.recorded("3", PRICE),
                new DuplicatePaymentDetected(
                        purchase.order(), purchase.receipt("3"), PRICE, Optional.of(Purchase.PAYER))));
        assertThat(balance("R2102")).isEqualTo(2 * PRICE.minorUnits());

        var capture = new RefundSource.ExcessCapture(purchase.order(), "T-2");
        append(List.of(new RefundFunded(purchase.refund("RF-1"), capture, PRICE, Purchase.CHANNEL, Optional.empty())));
        var receipt = new RefundSource.ExcessReceipt(purchase.order(), purchase.receipt("3"));
        append(List.of(new RefundFunded(purchase.refund("RF-2"), receipt, PRICE, Purchase.CHANNEL, Optional.empty())));
        assertThat(balance("R2102")).isZero();
        assertThat(balance("R2103")).isEqualTo(2 * PRICE.minorUnits());
    }

    @Test
    void hold_while_a_refund_bounces_and_goes_from_account_to_account() {
        append(purchase.opened());
        append(List.of(purchase.captured(), purchase.recorded("cash", PRICE)));
        append(purchase.submitted("RF-1", PART.minorUnits()));
        append(List.of(rerouted(1, PART)));
        append(List.of(created(1)));
        append(List.of(new PayoutFailed(payout(1), from(1), PART, "CARD", Optional.empty())));
        append(List.of(rerouted(2, Money.ZERO)));
        append(List.of(created(2)));
        append(List.of(new PayoutSucceeded(
                payout(2), from(2), PART, Sale.CUSTODY, "out-2", Sale.BANK_DATE, Optional.empty())));
        append(List.of(new PayoutReturned(
                payout(2), from(2), PART, Sale.CUSTODY, purchase.receipt("back"), Sale.BANK_DATE, "back")));
        append(List.of(new RefundTransferRestored(purchase.refund("RF-1"), payout(2), PART)));
        assertThat(balance("R2103")).isEqualTo(PART.minorUnits());

        append(purchase.refunded("RF-2", PART.minorUnits()));
        append(List.of(new RefundBounced(purchase.refund("RF-2"), PART, "WR-RF-2", Purchase.NETTED)));
        assertThat(balance("R2103")).isEqualTo(2 * PART.minorUnits());
    }

    /** Incident B: the other contract has the money, so that no balance is below zero and no payment refunded too much. */
    @Test
    void let_a_channel_owe_until_the_third_day_after_its_settlement_and_no_longer() {
        append(purchase.opened());
        var captured = side.log.append(purchase.captured());
        side.awaitHead();
        var other = Purchase.of("acme", "PAY-2");
        side.log.clock(TestLog.NOON.plus(Duration.ofDays(4)));
        append(List.of(other.recorded("1", PART)));

        side.log.clock(TestLog.NOON.plus(Duration.ofDays(5)));
        side.log.append(other.recorded("2", PART));
        side.awaitHead();
        assertThat(failure(Equation.C3)).hasValue(captured);

        var net = PRICE.minus(Purchase.FEE);
        var settlement = ChannelSettlementId.of("WECHAT", Purchase.SETTLED_ON);
        append(List.of(other.recorded("3", net), new ChannelSettled(settlement, other.receipt("3"), net)));
        assertThat(balance("R1101")).isZero();
    }

    @Test
    void see_a_refund_that_takes_the_money_of_another_contract() {
        var other = Purchase.of("acme", "PAY-2");
        append(purchase.opened());
        append(List.of(purchase.captured()));
        append(purchase.reserved("RF-1", PART.minorUnits()));
        var stranger = new RefundSource.ContractPayment(
                MerchantContractId.of(purchase.order().tenant(), "M-1", "L-9"), other.order());
        append(List.of(strangersPayment(other)));
        append(List.of(new ContractFundsReserved(stranger.contract(), other.order(), other.refund("RF-9"), PART)));
        var taken = side.log.append(
                new RefundFunded(purchase.refund("RF-1"), stranger, PART, Purchase.CHANNEL, Optional.empty()));
        side.awaitHead();

        assertThat(failure(Equation.C4)).isEmpty();
        assertThat(failure(Equation.C8)).isEmpty();
        assertThat(failure(Equation.C12)).hasValue(taken);
    }

    /** The ledger takes no balance below zero, so that only rows that were changed afterwards can refund too much. Position 3 has the payment, 7 the reservation, 9 the refund's funding and 11 its success. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            C8  |  9 | update ledger_entry set natural_units = natural_units - 1 where position = 9 and code = 'R2003'
            C8  |  9 | update ledger_entry set natural_units = natural_units - 1 where position = 3 and code = 'R2003'
            C12 |  9 | update ledger_item set open_units = open_units + 1 where code = 'R2003'
            C12 | 11 | update ledger_item set open_units = open_units + 1 where code = 'R2103'
            C12 | 11 | update ledger_balance set balance = balance + 1 where code = 'R2103'
            C17 | 11 | update ledger_bank_line set lines = 2 where kind = 'DEBIT'
            """)
    void go_red_where_a_row_was_tampered_with(Equation equation, long position, String tampering) {
        append(purchase.opened());
        append(List.of(purchase.captured()));
        append(purchase.refunded("RF-1", PRICE.minorUnits()));
        var rows = side.database.asSuperuser();
        rows.execute("set search_path = query_ledger_g1");
        assertThat(rows.update(tampering)).isPositive();

        assertThat(failure(equation)).hasValue(position);
    }

    private void append(List<? extends DomainEvent> events) {
        side.log.append(events);
        side.awaitHead();
        assertThat(patrol.check().findings())
                .allSatisfy(finding -> assertThat(finding.failure()).isEmpty());
    }

    private Optional<Long> failure(Equation equation) {
        return patrol.check().findings().stream()
                .filter(found -> found.equation() == equation)
                .findFirst()
                .orElseThrow()
                .failure()
                .map(LedgerWatchman.Failure::position);
    }

    private long balance(String code) {
        return side.number("select balance from query.ledger_control where code = ?", code);
    }

    private PaymentCaptured strangersPayment(Purchase other) {
        var captured = other.captured();
        return new PaymentCaptured(
                captured.order(),
                MerchantContractId.of(purchase.order().tenant(), "M-1", "L-9"),
                captured.capture(),
                captured.amount(),
                captured.fee(),
                captured.bearer(),
                captured.settling(),
                captured.custodyAccount(),
                captured.place());
    }

    private RefundFeeFunded filled(RefundFeePayer from) {
        return new RefundFeeFunded(
                purchase.refund("RF-1"),
                from,
                purchase.contract().feeAccount(),
                purchase.ofContract(),
                HALF_FEE,
                Sale.CUSTODY);
    }

    private RefundFeeReturned feeReturned() {
        return new RefundFeeReturned(
                purchase.refund("RF-1"),
                purchase.contract().feeAccount(),
                FeeBearer.PLATFORM,
                Money.fen(300),
                "WECHAT",
                Purchase.SETTLED_ON,
                Optional.empty());
    }

    private PayoutId payout(int number) {
        return PayoutId.ofRefund(purchase.refund("RF-1"), number);
    }

    private RefundTransfer from(int number) {
        return new RefundTransfer(purchase.refund("RF-1"), number);
    }

    private PayoutCreated created(int number) {
        return new PayoutCreated(payout(number), from(number), PART, Purchase.PAYER, Sale.CUSTODY);
    }

    private RefundRerouteRequested rerouted(int number, Money setAside) {
        return new RefundRerouteRequested(
                purchase.refund("RF-1"), number, Purchase.PAYER, PART, setAside, List.of(), "acme-system", 1);
    }
}
