package io.coffer.query.refunds;

import static io.coffer.query.refunds.RefundState.Recovery.Standing.ASKED;
import static io.coffer.query.refunds.RefundState.Recovery.Standing.ENDED;
import static io.coffer.query.refunds.RefundState.Recovery.Standing.PENDING;
import static io.coffer.query.refunds.RefundState.Recovery.Standing.PLANNED;
import static io.coffer.query.refunds.RefundState.Recovery.Standing.RESERVED;
import static io.coffer.query.refunds.RefundState.Recovery.Standing.RETURNED;
import static io.coffer.query.refunds.RefundState.Recovery.Standing.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.payments.PaymentWay.Settling;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.ClaimVerdict;
import io.coffer.api.refunds.RecoveryLeg;
import io.coffer.api.refunds.RecoveryPlan;
import io.coffer.api.refunds.RefundEvent.RefundApproved;
import io.coffer.api.refunds.RefundEvent.RefundBounced;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFailed;
import io.coffer.api.refunds.RefundEvent.RefundFeeFunded;
import io.coffer.api.refunds.RefundEvent.RefundFeeReturned;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundEvent.RefundFundingRequired;
import io.coffer.api.refunds.RefundEvent.RefundFundingRetried;
import io.coffer.api.refunds.RefundEvent.RefundFundsCorrected;
import io.coffer.api.refunds.RefundEvent.RefundNotFound;
import io.coffer.api.refunds.RefundEvent.RefundPending;
import io.coffer.api.refunds.RefundEvent.RefundRecovered;
import io.coffer.api.refunds.RefundEvent.RefundRecoveryEnded;
import io.coffer.api.refunds.RefundEvent.RefundRecoveryStarted;
import io.coffer.api.refunds.RefundEvent.RefundRecoveryTold;
import io.coffer.api.refunds.RefundEvent.RefundRejected;
import io.coffer.api.refunds.RefundEvent.RefundRerouteRejected;
import io.coffer.api.refunds.RefundEvent.RefundRerouteRequested;
import io.coffer.api.refunds.RefundEvent.RefundRerouteVerified;
import io.coffer.api.refunds.RefundEvent.RefundRerouted;
import io.coffer.api.refunds.RefundEvent.RefundResolutionRejected;
import io.coffer.api.refunds.RefundEvent.RefundResolutionRequested;
import io.coffer.api.refunds.RefundEvent.RefundResolved;
import io.coffer.api.refunds.RefundEvent.RefundResultContradicted;
import io.coffer.api.refunds.RefundEvent.RefundResultUnknown;
import io.coffer.api.refunds.RefundEvent.RefundRetriesExhausted;
import io.coffer.api.refunds.RefundEvent.RefundRetryWanted;
import io.coffer.api.refunds.RefundEvent.RefundSetAsideReversed;
import io.coffer.api.refunds.RefundEvent.RefundShortageCompensated;
import io.coffer.api.refunds.RefundEvent.RefundShortageRecorded;
import io.coffer.api.refunds.RefundEvent.RefundSourceReserved;
import io.coffer.api.refunds.RefundEvent.RefundSubmitted;
import io.coffer.api.refunds.RefundEvent.RefundSucceeded;
import io.coffer.api.refunds.RefundEvent.RefundTransferFailed;
import io.coffer.api.refunds.RefundEvent.RefundTransferPaid;
import io.coffer.api.refunds.RefundEvent.RefundTransferRestored;
import io.coffer.api.refunds.RefundFailure;
import io.coffer.api.refunds.RefundFeePayer;
import io.coffer.api.refunds.RefundFinding;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundKind;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import io.coffer.api.splits.SplitId;
import io.coffer.query.Purchase;
import io.coffer.query.Sale;
import io.coffer.query.TestLog;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Poison;
import io.coffer.query.refunds.RefundState.Recovery;
import io.coffer.query.refunds.RefundState.Reroute.Standing;
import io.coffer.query.refunds.RefundState.ReturnedFee;
import io.coffer.query.refunds.RefundState.Status;
import io.coffer.query.refunds.RefundView.RecoveryView;
import io.coffer.query.refunds.RefundView.RecoveryView.Bearer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A refund's view")
class RefundFoldingTest {

    private static final Money PART = Money.yuan(500);
    private static final Money GAP = Money.fen(300);
    private static final SplitId SPLIT = new SplitId("SI:acme:SP-1");
    private static final MerchantFeeAccountId STORE = new MerchantFeeAccountId("MB:acme:M-2");
    private static final MerchantFeeAccountId OTHER = new MerchantFeeAccountId("MB:acme:M-3");
    private static final RecoveryPlan PLAN = new RecoveryPlan(List.of(
            new RecoveryLeg.Contract(Money.yuan(100)),
            new RecoveryLeg.Payee(SPLIT, STORE, Money.yuan(200)),
            new RecoveryLeg.Payee(SPLIT, OTHER, Money.yuan(150)),
            new RecoveryLeg.Merchant(Money.yuan(50))));

    private final Purchase purchase = Purchase.of("acme", "PAY-1");
    private final RefundId refund = purchase.refund("RF-1");
    private final PayoutId payout = PayoutId.ofRefund(refund, 1);
    private final RefundFolding folding = new RefundFolding();

    @Test
    void says_what_is_wanted_why_and_out_of_what() {
        var view = view(requested(0));

        assertThat(view.id()).isEqualTo("RF:acme:RF-1");
        assertThat(view.outRefundNo()).isEqualTo("RF-1");
        assertThat(view.order()).isEqualTo("PO:acme:PAY-1");
        assertThat(view.paymentNo()).isEqualTo("T-1");
        assertThat(view.kind()).isEqualTo(RefundKind.ORIGINAL_ROUTE);
        assertThat(view.amount()).isEqualTo(Amount.of(PART));
        assertThat(view.wantedBecause()).isEqualTo("NOT_WANTED");
        assertThat(view.requestedBy()).isEqualTo("acme-system");
        assertThat(view.source()).isEqualTo("payment of PO:acme:PAY-1 to contract MC:acme:M-1:L-1");
        assertThat(view.route()).isEqualTo(RefundView.Route.CHANNEL);
        assertThat(view.channel()).isEqualTo("WECHAT");
        assertThat(view.funding().ofSource()).isEqualTo(Amount.of(PART.minus(GAP)));
        assertThat(view.funding().feeGap()).isEqualTo(Amount.of(GAP));
        assertThat(view.funding().feeBearer()).isEqualTo(FeeBearer.MERCHANT_B);
        assertThat(view.steps()).containsExactly(new RefundState.Step(Status.REQUESTED, at(0), at(0), 1));
    }

    @Test
    void says_in_words_where_money_too_many_lies() {
        var order = purchase.order();
        var capture = view(requested(facts(new RefundSource.ExcessCapture(order, "T-2"), Purchase.CHANNEL), 0));
        assertThat(capture.source()).isEqualTo("excess payment T-2 of PO:acme:PAY-1");
        assertThat(capture.kind()).isEqualTo(RefundKind.DUPLICATE_PAYMENT);

        var receipt = purchase.receipt("2");
        var transfer = view(requested(
                facts(new RefundSource.ExcessReceipt(order, receipt), new RefundRoute.Transfer(Purchase.PAYER)), 0));
        assertThat(transfer.source()).isEqualTo("excess receipt " + receipt + " of PO:acme:PAY-1");
        assertThat(transfer.route()).isEqualTo(RefundView.Route.TRANSFER);
        assertThat(transfer.channel()).isNull();
    }

    @Test
    void waits_for_checkers_only_where_there_are_any() {
        assertThat(view(requested(1)).waitsFor()).isEqualTo(WaitsFor.CHECKER);
        assertThat(view(requested(0)).waitsFor()).isEqualTo(WaitsFor.SYSTEM);
        assertThat(view(requested(0)).expectedBy()).isNull();
        var approved = view(requested(1), approved());
        assertThat(approved.state()).isEqualTo(Status.APPROVED);
        assertThat(approved.approvalId()).isEqualTo("AR:acme:refund:RF-1");
        assertThat(approved.waitsFor()).isEqualTo(WaitsFor.SYSTEM);
        var rejected = view(requested(1), new RefundRejected(refund, purchase.ofContract(), "DOUBTS"));
        assertThat(rejected.state()).isEqualTo(Status.REJECTED);
        assertThat(rejected.reason()).isEqualTo("DOUBTS");
        assertThat(rejected.waitsFor()).isEqualTo(WaitsFor.NOBODY);
    }

    @Test
    void says_who_bears_which_part_of_split_money_and_how_far_that_is() {
        var asked = afterRelease();
        assertThat(states(view(asked))).containsExactly(PLANNED, PLANNED, PLANNED, PLANNED);
        var started = new RefundRecoveryStarted(refund, PLAN);
        assertThat(states(view(asked, approved(), started))).containsExactly(RESERVED, ASKED, ASKED, PLANNED);

        var lacks = new RefundRecoveryTold(refund, SPLIT, STORE, GAP);
        var pending = view(asked, approved(), started, lacks);
        assertThat(pending.state()).isEqualTo(Status.RECOVERY_PENDING);
        assertThat(pending.waitsFor()).isEqualTo(WaitsFor.PAYEE);
        assertThat(pending.recovery())
                .containsExactly(
                        part(Bearer.CONTRACT, "MC:acme:M-1:L-1", null, 100, RESERVED, Money.ZERO),
                        part(Bearer.PAYEE, STORE.value(), SPLIT.value(), 200, PENDING, GAP),
                        part(Bearer.PAYEE, OTHER.value(), SPLIT.value(), 150, ASKED, Money.ZERO),
                        part(Bearer.MERCHANT, "MB:acme:M-1", null, 50, PLANNED, Money.ZERO));

        var has = new RefundRecoveryTold(refund, SPLIT, STORE, Money.ZERO);
        var going = view(asked, approved(), started, lacks, has);
        assertThat(going.state()).isEqualTo(Status.RECOVERING);
        assertThat(going.waitsFor()).isEqualTo(WaitsFor.SYSTEM);
        assertThat(states(going)).containsExactly(RESERVED, RESERVED, ASKED, PLANNED);
        var back = new RefundRecovered(refund, SPLIT, Money.yuan(350));
        assertThat(states(view(asked, approved(), started, back)))
                .containsExactly(RESERVED, RETURNED, RETURNED, PLANNED);
        assertThat(states(view(asked, approved(), started, back, reserved(), funded(Purchase.CHANNEL))))
                .containsExactly(TAKEN, TAKEN, TAKEN, TAKEN);
    }

    @Test
    void leaves_with_the_payment_what_payees_gave_back_of_a_refund_that_ended() {
        var started = new RefundRecoveryStarted(refund, PLAN);
        var ended = new RefundRecoveryEnded(refund, PLAN, "DOUBTS");
        var rejected = new RefundRejected(refund, purchase.ofContract(), "DOUBTS");

        var kept = view(
                afterRelease(),
                approved(),
                started,
                new RefundRecovered(refund, SPLIT, Money.yuan(350)),
                ended,
                rejected);
        assertThat(states(kept)).containsExactly(ENDED, RETURNED, RETURNED, ENDED);
        assertThat(states(view(afterRelease(), ended, rejected))).containsExactly(ENDED, ENDED, ENDED, ENDED);
        assertThat(view(requested(0)).recovery()).isEmpty();
    }

    private List<DomainEvent> afterRelease() {
        var plain = purchase.facts(PART, purchase.ofContract(), Purchase.CHANNEL, Money.ZERO);
        return requested(
                new AdmittedRefund(
                        RefundKind.AFTER_RELEASE,
                        plain.amount(),
                        plain.source(),
                        plain.route(),
                        plain.feeGap(),
                        plain.merchant(),
                        plain.bearer(),
                        plain.custodyAccount(),
                        plain.payer(),
                        plain.reason(),
                        plain.requestedBy(),
                        plain.discount(),
                        plain.feeBackMost(),
                        Optional.of(PLAN)),
                1);
    }

    private static List<Recovery.Standing> states(RefundView view) {
        return view.recovery().stream().map(RecoveryView::state).toList();
    }

    private static RecoveryView part(
            Bearer from, String bearer, @Nullable String split, long yuan, Recovery.Standing state, Money gap) {
        return new RecoveryView(from, bearer, split, Amount.of(Money.yuan(yuan)), state, Amount.of(gap));
    }

    @Test
    void waits_for_who_lacks_the_money() {
        var source = view(requested(0), approved(), lacking(GAP, Money.ZERO));
        assertThat(source.state()).isEqualTo(Status.FUNDING_REQUIRED);
        assertThat(source.waitsFor()).isEqualTo(WaitsFor.BUSINESS);
        assertThat(source.funding().lacks()).isEqualTo(Amount.of(GAP));
        var again = view(
                requested(0),
                approved(),
                lacking(GAP, Money.ZERO),
                new RefundFundingRetried(
                        refund, purchase.ofContract(), PART, merchant(), Money.ZERO, Optional.empty()));
        assertThat(again.state()).isEqualTo(Status.APPROVED);
        assertThat(again.funding().lacks()).isEqualTo(Amount.of(Money.ZERO));

        var fee = view(requested(0), approved(), reserved(), lacking(Money.ZERO, GAP));
        assertThat(fee.waitsFor()).isEqualTo(WaitsFor.MERCHANT);
        assertThat(fee.funding().lacksFee()).isEqualTo(Amount.of(GAP));
        var retried = view(
                requested(0),
                approved(),
                reserved(),
                lacking(Money.ZERO, GAP),
                new RefundFundingRetried(refund, purchase.ofContract(), Money.ZERO, merchant(), GAP, Optional.empty()));
        assertThat(retried.state()).isEqualTo(Status.SOURCE_RESERVED);
        assertThat(retried.waitsFor()).isEqualTo(WaitsFor.SYSTEM);
        assertThat(retried.funding().lacksFee()).isEqualTo(Amount.of(Money.ZERO));
    }

    @Test
    void tells_own_money_of_the_merchant_from_what_was_advanced() {
        var view = view(
                requested(0),
                approved(),
                lacking(Money.ZERO, GAP),
                filled(RefundFeePayer.MERCHANT_B, 100),
                filled(RefundFeePayer.PLATFORM_ADVANCE, 150),
                filled(RefundFeePayer.PLATFORM_ADVANCE, 50));
        assertThat(view.state()).isEqualTo(Status.SOURCE_RESERVED);
        assertThat(view.funding().own()).isEqualTo(Amount.of(Money.fen(100)));
        assertThat(view.funding().advanced()).isEqualTo(Amount.of(Money.fen(200)));
        assertThat(view.funding().lacksFee()).isEqualTo(Amount.of(Money.ZERO));
        assertThat(view.funding().taken()).isEqualTo(Amount.of(Money.ZERO));

        var funded = view(
                requested(0),
                approved(),
                filled(RefundFeePayer.MERCHANT_B, 100),
                filled(RefundFeePayer.PLATFORM_ADVANCE, 200),
                funded(Purchase.CHANNEL));
        assertThat(funded.state()).isEqualTo(Status.FUNDED);
        assertThat(funded.waitsFor()).isEqualTo(WaitsFor.SYSTEM);
        assertThat(funded.funding().own()).isEqualTo(Amount.of(Money.fen(100)));
        assertThat(funded.funding().advanced()).isEqualTo(Amount.of(Money.fen(200)));
        assertThat(funded.funding().taken()).isEqualTo(Amount.of(PART));
    }

    @Test
    void is_expected_three_days_after_the_channel_was_called() {
        var submitted = view(submitted());
        assertThat(submitted.state()).isEqualTo(Status.SUBMITTING);
        assertThat(submitted.waitsFor()).isEqualTo(WaitsFor.CHANNEL);
        assertThat(submitted.attempts()).isEqualTo(1);
        assertThat(submitted.expectedBy()).isEqualTo(LocalDate.of(2026, 11, 25));
        var pending = view(submitted(), new RefundPending(refund));
        assertThat(pending.state()).isEqualTo(Status.PENDING);
        assertThat(pending.expectedBy()).isEqualTo(LocalDate.of(2026, 11, 25));
    }

    @Test
    void doubts_from_the_first_silence_until_the_channel_says_how_it_ended() {
        var unknown = fold(submitted(), new RefundResultUnknown(refund, "TIMEOUT"));
        assertThat(unknown.isDoubtful()).isTrue();
        assertThat(RefundViews.of(unknown).reason()).isEqualTo("TIMEOUT");
        assertThat(WaitsFor.of(unknown)).isEqualTo(WaitsFor.CHANNEL);

        var lost = fold(submitted(), new RefundResultUnknown(refund, "TIMEOUT"), new RefundNotFound(refund));
        assertThat(lost.state()).isEqualTo(Status.NOT_FOUND);
        assertThat(lost.isDoubtful()).isTrue();
        assertThat(lost.unknownSince()).isEqualTo(unknown.unknownSince());
        assertThat(lost.reason()).isEmpty();
        assertThat(WaitsFor.of(lost)).isEqualTo(WaitsFor.SYSTEM);

        var done = fold(submitted(), new RefundResultUnknown(refund, "TIMEOUT"), succeeded(Purchase.NETTED));
        assertThat(done.isDoubtful()).isFalse();
        assertThat(done.reason()).isEmpty();
    }

    @Test
    void says_out_of_what_the_channel_paid_and_what_it_gave_back() {
        var netted = view(submitted(), succeeded(Purchase.NETTED));
        assertThat(netted.state()).isEqualTo(Status.SUCCEEDED);
        assertThat(netted.waitsFor()).isEqualTo(WaitsFor.NOBODY);
        assertThat(netted.expectedBy()).isNull();
        assertThat(netted.channelRefundNo()).isEqualTo("WR-1");
        assertThat(netted.settlementDate()).isEqualTo(Purchase.SETTLED_ON);
        assertThat(netted.coreNo()).isNull();
        assertThat(netted.feeReturned()).isNull();
        assertThat(netted.feeAbove()).isNull();

        var debited = view(
                submitted(),
                succeeded(new RefundFunds.Debited(Sale.CUSTODY, Purchase.SETTLED_ON, "CORE-9")),
                new RefundFeeReturned(
                        refund,
                        merchant(),
                        FeeBearer.MERCHANT_B,
                        GAP,
                        "WECHAT",
                        Purchase.SETTLED_ON,
                        Optional.of(PART)));
        assertThat(debited.coreNo()).isEqualTo("CORE-9");
        assertThat(debited.settlementDate()).isNull();
        assertThat(debited.feeReturned()).isEqualTo(Amount.of(GAP));
        assertThat(debited.feeAbove()).isEqualTo(Amount.of(PART));
        assertThat(debited.state()).isEqualTo(Status.SUCCEEDED);
    }

    /** What an invoice leaves out comes with no settlement. */
    @Test
    void names_the_settlement_of_a_fee_that_comes_back_by_one() {
        assertThat(feeReturned(Settling.NET).settlementDate()).contains(Purchase.SETTLED_ON);
        assertThat(feeReturned(Settling.GROSS)).isEqualTo(new ReturnedFee(GAP, Optional.empty(), Optional.empty()));
    }

    private ReturnedFee feeReturned(Settling settling) {
        var returned = new RefundFeeReturned(
                refund,
                merchant(),
                FeeBearer.PLATFORM,
                GAP,
                "WECHAT",
                Purchase.SETTLED_ON,
                Optional.empty(),
                Optional.of(settling).filter(Settling.GROSS::equals));
        return fold(submitted(), succeeded(Purchase.NETTED), returned)
                .feeReturned()
                .orElseThrow();
    }

    @Test
    void waits_for_another_account_where_the_payers_own_cannot_take_it() {
        var later = view(submitted(), new RefundFailed(refund, RefundFailure.RETRYABLE, "BUSY"));
        assertThat(later.state()).isEqualTo(Status.FAILED_RETRYABLE);
        assertThat(later.waitsFor()).isEqualTo(WaitsFor.SYSTEM);
        assertThat(later.failureClass()).isEqualTo(RefundFailure.RETRYABLE);
        assertThat(later.failureCode()).isEqualTo("BUSY");
        var closed = view(submitted(), new RefundFailed(refund, RefundFailure.INSTRUMENT, "ACCOUNT_CLOSED"));
        assertThat(closed.state()).isEqualTo(Status.REROUTE_PENDING);
        assertThat(closed.waitsFor()).isEqualTo(WaitsFor.BUSINESS);
        var never = view(submitted(), new RefundFailed(refund, RefundFailure.FINAL, "CLOSED"));
        assertThat(never.state()).isEqualTo(Status.FAILED_FINAL);
        assertThat(never.waitsFor()).isEqualTo(WaitsFor.BUSINESS);

        var bounced = fold(submitted(), succeeded(Purchase.NETTED), bounced());
        assertThat(bounced.state()).isEqualTo(Status.REROUTE_PENDING);
        assertThat(bounced.bounced()).hasValueSatisfying(back -> {
            assertThat(back.channelRefundNo()).isEqualTo("WR-1");
            assertThat(back.funds()).isEqualTo(Purchase.NETTED);
        });
    }

    @Test
    void waits_for_an_account_or_goes_there_as_its_route_says() {
        var reroute = view(requested(0), approved(), reserved(), funded(new RefundRoute.Reroute()));
        assertThat(reroute.state()).isEqualTo(Status.REROUTE_PENDING);
        var transfer = view(requested(0), approved(), reserved(), funded(new RefundRoute.Transfer(Purchase.PAYER)));
        assertThat(transfer.state()).isEqualTo(Status.FUNDED);
        assertThat(view(requested(facts(purchase.ofContract(), new RefundRoute.Reroute()), 0))
                        .route())
                .isEqualTo(RefundView.Route.REROUTE);
        var reversal = new RefundRoute.Reversal("WECHAT", "T-1", PaymentWay.Settling.NET, LocalDate.of(2026, 11, 23));
        var reversed =
                view(requested(facts(purchase.ofContract(), reversal), 0), approved(), reserved(), funded(reversal));
        assertThat(reversed.route()).isEqualTo(RefundView.Route.REVERSAL);
        assertThat(reversed.channel()).isEqualTo("WECHAT");
        assertThat(reversed.state()).isEqualTo(Status.FUNDED);
    }

    @Test
    void follows_an_account_that_was_named_to_the_payer() {
        var events = new ArrayList<>(submitted());
        events.add(new RefundFailed(refund, RefundFailure.INSTRUMENT, "ACCOUNT_CLOSED"));
        events.add(rerouteTo(1, 1));
        var asked = view(events);
        assertThat(asked.state()).isEqualTo(Status.REROUTE_REQUESTED);
        assertThat(asked.waitsFor()).isEqualTo(WaitsFor.CHECKER);
        assertThat(reroute(asked).number()).isEqualTo(1);
        assertThat(reroute(asked).state()).isEqualTo(Standing.REQUESTED);
        assertThat(reroute(asked).payeeAccountToken()).isEqualTo("tok-payer");
        assertThat(reroute(asked).payeeBankCode()).isEqualTo("105100000017");
        assertThat(reroute(asked).payout()).isNull();
        assertThat(view(submitted(), rerouteTo(1, 0)).waitsFor()).isEqualTo(WaitsFor.SYSTEM);

        var doubted = view(events, new RefundRerouteRejected(refund, 1, "DOUBTS"));
        assertThat(doubted.state()).isEqualTo(Status.REROUTE_PENDING);
        assertThat(reroute(doubted).state()).isEqualTo(Standing.REJECTED);

        events.add(new RefundRerouteVerified(
                refund, 1, Purchase.PAYER, PART, Sale.CUSTODY, Optional.empty(), Optional.empty()));
        assertThat(view(events).state()).isEqualTo(Status.REROUTE_VERIFIED);
        assertThat(view(events).waitsFor()).isEqualTo(WaitsFor.SYSTEM);
        assertThat(reroute(view(events)).state()).isEqualTo(Standing.VERIFIED);

        events.add(new RefundRerouted(refund, payout));
        assertThat(view(events).state()).isEqualTo(Status.REROUTED);
        assertThat(view(events).waitsFor()).isEqualTo(WaitsFor.BANK);
        assertThat(view(events).expectedBy()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(reroute(view(events)).state()).isEqualTo(Standing.PAYING);
        assertThat(reroute(view(events)).payout()).isEqualTo(payout.value());

        var paid = view(events, new RefundTransferPaid(refund, Optional.of(purchase.order()), payout));
        assertThat(paid.state()).isEqualTo(Status.SUCCEEDED);
        assertThat(reroute(paid).state()).isEqualTo(Standing.PAID);
        assertThat(paid.coreNo()).isNull();
        var back = view(
                events,
                new RefundTransferPaid(refund, Optional.of(purchase.order()), payout),
                new RefundTransferRestored(refund, payout, PART));
        assertThat(back.state()).isEqualTo(Status.REROUTE_PENDING);
        assertThat(reroute(back).state()).isEqualTo(Standing.RETURNED);

        var failed = view(events, new RefundTransferFailed(refund, payout, "CARD"));
        assertThat(failed.state()).isEqualTo(Status.REROUTE_PENDING);
        assertThat(reroute(failed).state()).isEqualTo(Standing.FAILED);
        assertThat(failed.failureCode()).isEqualTo("CARD");
        assertThat(failed.failureClass()).isNull();
    }

    @Test
    void of_two_words_of_the_channel_waits_for_people_who_look() {
        var done = new RefundOutcome.Done("WR-1", Purchase.NETTED, Optional.empty());
        var refused = new RefundOutcome.Refused(RefundFailure.FINAL, "CLOSED");
        var state = fold(
                submitted(),
                new RefundFailed(refund, RefundFailure.FINAL, "CLOSED"),
                new RefundResultContradicted(refund, refused, done));

        assertThat(state.isDoubtful()).isTrue();
        assertThat(state.state()).isEqualTo(Status.FAILED_FINAL);
        var view = RefundViews.of(state);
        assertThat(view.waitsFor()).isEqualTo(WaitsFor.OPERATOR);
        assertThat(view.expectedBy()).isNull();
        assertThat(view.contradictions())
                .containsExactly(new RefundView.ContradictionView(
                        1, "FINAL: CLOSED", "SUCCEEDED: WR-1", at(7), RefundState.Contradiction.Standing.OPEN, null));
    }

    @Test
    void that_was_denied_too_often_waits_for_a_person_and_goes_on_from_where_it_stood() {
        var wanted = new RefundRetryWanted(refund, "olga");
        var denied = new ArrayList<>(submitted());
        denied.add(new RefundResultUnknown(refund, "TIMEOUT"));
        denied.add(new RefundNotFound(refund));
        denied.add(new RefundRetriesExhausted(refund, 20, at(1)));

        assertThat(view(denied).state()).isEqualTo(Status.RETRIES_EXHAUSTED);
        assertThat(fold(denied).isDoubtful()).isTrue();
        assertThat(view(denied, wanted).state()).isEqualTo(Status.NOT_FOUND);
        var putOff = view(
                submitted(),
                new RefundFailed(refund, RefundFailure.RETRYABLE, "BUSY"),
                new RefundRetriesExhausted(refund, 20, at(1)),
                wanted);
        assertThat(putOff.state()).isEqualTo(Status.FAILED_RETRYABLE);
    }

    @Test
    void waits_for_a_second_person_while_papers_are_open_and_says_that_they_settled_it() {
        var paid = new RefundFinding.WasPaid("WR-1", Purchase.NETTED);
        var open = new ArrayList<>(submitted());
        open.add(new RefundResultUnknown(refund, "TIMEOUT"));
        open.add(new RefundResolutionRequested(refund, 1, paid, List.of(), "LETTER_CAME", "olga"));

        var asked = view(open);
        assertThat(asked.waitsFor()).isEqualTo(WaitsFor.CHECKER);
        assertThat(asked.resolution()).isEqualTo(new RefundView.ResolutionView(1, paid, "olga", at(7)));
        assertThat(asked.settledByPapers()).isFalse();
        var declined = view(open, new RefundResolutionRejected(refund, 1, "NO"));
        assertThat(declined.waitsFor()).isEqualTo(WaitsFor.CHANNEL);
        assertThat(declined.resolution()).isNull();
        assertThat(declined.settledByPapers()).isFalse();
        var settled = view(open, new RefundResolved(refund, 1, paid, Optional.empty()), succeeded(Purchase.NETTED));
        assertThat(settled.state()).isEqualTo(Status.SUCCEEDED);
        assertThat(settled.settledByPapers()).isTrue();
        assertThat(settled.resolution()).isNull();
        assertThat(settled.waitsFor()).isEqualTo(WaitsFor.NOBODY);
    }

    @Test
    void keeps_what_people_found_of_each_contradiction_and_what_it_cost() {
        var done = new RefundOutcome.Done("WR-1", Purchase.NETTED, Optional.empty());
        var other = new RefundOutcome.Done("WR-2", Purchase.NETTED, Optional.empty());
        var refused = new RefundOutcome.Refused(RefundFailure.FINAL, "CLOSED");
        var told = new ArrayList<>(submitted());
        told.add(new RefundFailed(refund, RefundFailure.FINAL, "CLOSED"));
        told.add(new RefundResultContradicted(refund, refused, done));
        told.add(new RefundResultContradicted(refund, refused, other));
        told.add(resolved(1, ClaimVerdict.NOT_TRUE));

        var half = fold(told);
        assertThat(half.isDoubtful()).isTrue();
        assertThat(RefundViews.of(half).waitsFor()).isEqualTo(WaitsFor.OPERATOR);
        var whole = fold(
                told,
                resolved(2, ClaimVerdict.TRUE),
                new RefundShortageRecorded(refund, 2, PART, "WR-2", Purchase.NETTED),
                new RefundShortageCompensated(refund, 2, PART, Sale.CUSTODY));
        assertThat(whole.isDoubtful()).isFalse();
        var view = RefundViews.of(whole);
        assertThat(view.waitsFor()).isEqualTo(WaitsFor.BUSINESS);
        assertThat(view.settledByPapers()).isFalse();
        assertThat(view.contradictions())
                .containsExactly(
                        contradiction(1, "WR-1", 7, RefundState.Contradiction.Standing.NOT_TRUE, null),
                        contradiction(2, "WR-2", 8, RefundState.Contradiction.Standing.TRUE, Amount.of(PART)));
    }

    @Test
    void says_where_it_was_paid_out_of_after_that_was_corrected() {
        var debited = new RefundFunds.Debited(Sale.CUSTODY, Purchase.SETTLED_ON, "CORE-9");
        var view = view(
                submitted(),
                succeeded(Purchase.NETTED),
                new RefundFundsCorrected(refund, PART, "WR-1", Purchase.NETTED, debited));
        assertThat(view.state()).isEqualTo(Status.SUCCEEDED);
        assertThat(view.coreNo()).isEqualTo("CORE-9");
        assertThat(view.settlementDate()).isNull();
        var bySetAside = view(
                submitted(),
                new RefundFailed(refund, RefundFailure.INSTRUMENT, "ACCOUNT_CLOSED"),
                rerouteTo(1, 1),
                new RefundSetAsideReversed(refund, PART),
                succeeded(Purchase.NETTED));
        assertThat(bySetAside.state()).isEqualTo(Status.SUCCEEDED);
    }

    private RefundResolved resolved(int no, ClaimVerdict verdict) {
        return new RefundResolved(refund, no, new RefundFinding.OnContradiction(no, verdict), Optional.empty());
    }

    private static RefundView.ContradictionView contradiction(
            int no, String number, int at, RefundState.Contradiction.Standing standing, @Nullable Amount shortage) {
        return new RefundView.ContradictionView(
                no, "FINAL: CLOSED", "SUCCEEDED: " + number, at(at), standing, shortage);
    }

    @Test
    void of_a_cancelled_one_wants_nothing_any_more() {
        var view = view(
                requested(0),
                approved(),
                lacking(GAP, Money.ZERO),
                new RefundCancelled(
                        refund,
                        purchase.ofContract(),
                        PART,
                        false,
                        Money.ZERO,
                        Optional.of(merchant()),
                        GAP,
                        "CHANGED_MIND",
                        Optional.empty()));
        assertThat(view.state()).isEqualTo(Status.CANCELLED);
        assertThat(view.waitsFor()).isEqualTo(WaitsFor.NOBODY);
        assertThat(view.reason()).isEqualTo("CHANGED_MIND");
        assertThat(view.funding().lacks()).isEqualTo(Amount.of(Money.ZERO));
    }

    @Test
    void keeps_its_timeline_short_however_often_it_is_sent() {
        var state = fold(
                submitted(),
                new RefundFailed(refund, RefundFailure.RETRYABLE, "BUSY"),
                new RefundSubmitted(refund, 2),
                new RefundSubmitted(refund, 3));

        assertThat(state.attempts()).isEqualTo(3);
        assertThat(state.submittedAt()).contains(at(8));
        assertThat(state.since()).isEqualTo(at(7));
        assertThat(state.steps())
                .extracting(RefundState.Step::state)
                .containsExactly(
                        Status.REQUESTED,
                        Status.APPROVED,
                        Status.SOURCE_RESERVED,
                        Status.FUNDED,
                        Status.SUBMITTING,
                        Status.FAILED_RETRYABLE);
        assertThat(state.steps().get(4)).isEqualTo(new RefundState.Step(Status.SUBMITTING, at(5), at(7), 2));
    }

    @Test
    void is_made_of_the_refunds_own_events_from_its_request_on() {
        assertThatExceptionOfType(Poison.class).isThrownBy(() -> fold(List.of(), new RefundPending(refund)));
        assertThatExceptionOfType(Poison.class).isThrownBy(() -> fold(purchase.opened()));
        assertThatIllegalStateException()
                .isThrownBy(() -> fold(submitted(), requested(0).getFirst()))
                .withMessageContaining("Requested twice");
    }

    /** At 0 requested, 1 approved, 2 reserved, 3 filled up, 4 funded, 5 submitted. */
    private List<DomainEvent> submitted() {
        var events = new ArrayList<>(requested(0));
        events.add(approved());
        events.add(reserved());
        events.add(filled(RefundFeePayer.MERCHANT_B, GAP.minorUnits()));
        events.add(funded(Purchase.CHANNEL));
        events.add(new RefundSubmitted(refund, 1));
        return events;
    }

    private List<DomainEvent> requested(int checkers) {
        return requested(facts(purchase.ofContract(), Purchase.CHANNEL), checkers);
    }

    private List<DomainEvent> requested(AdmittedRefund facts, int checkers) {
        return List.of(purchase.requested("RF-1", "T-1", facts, checkers));
    }

    private AdmittedRefund facts(RefundSource source, RefundRoute route) {
        return purchase.facts(PART, source, route, GAP);
    }

    private RefundApproved approved() {
        return new RefundApproved(refund, purchase.ofContract(), PART.minus(GAP), Optional.of("AR:acme:refund:RF-1"));
    }

    private RefundSourceReserved reserved() {
        return new RefundSourceReserved(refund, merchant(), GAP, Optional.empty());
    }

    private RefundFundingRequired lacking(Money gap, Money feeGap) {
        return new RefundFundingRequired(refund, gap, feeGap);
    }

    private RefundFeeFunded filled(RefundFeePayer from, long fen) {
        return new RefundFeeFunded(refund, from, merchant(), purchase.ofContract(), Money.fen(fen), Sale.CUSTODY);
    }

    private RefundFunded funded(RefundRoute route) {
        return new RefundFunded(refund, purchase.ofContract(), PART, route, Optional.empty());
    }

    private RefundSucceeded succeeded(RefundFunds funds) {
        return new RefundSucceeded(refund, Optional.of(purchase.order()), PART, "WR-1", funds);
    }

    private RefundBounced bounced() {
        return new RefundBounced(refund, PART, "WR-1", Purchase.NETTED);
    }

    private RefundRerouteRequested rerouteTo(int number, int checkers) {
        return new RefundRerouteRequested(
                refund, number, Purchase.PAYER, PART, PART, List.of(), "acme-system", checkers);
    }

    private MerchantFeeAccountId merchant() {
        return purchase.contract().feeAccount();
    }

    private static RefundView.RerouteView reroute(RefundView view) {
        return Objects.requireNonNull(view.reroute());
    }

    private static Instant at(int second) {
        return TestLog.NOON.plusSeconds(second);
    }

    private RefundView view(List<DomainEvent> events, DomainEvent... more) {
        return RefundViews.of(fold(events, more));
    }

    /** Every event a second after the one before. */
    private RefundState fold(List<DomainEvent> events, DomainEvent... more) {
        var all = new ArrayList<>(events);
        all.addAll(List.of(more));
        @Nullable RefundState state = null;
        for (var index = 0; index < all.size(); index++) {
            var event = all.get(index);
            state = folding.after(
                    state,
                    new Booked(index + 1L, event.source().toString(), index, at(index), "event", Map.of(), event));
        }
        return Objects.requireNonNull(state);
    }
}
