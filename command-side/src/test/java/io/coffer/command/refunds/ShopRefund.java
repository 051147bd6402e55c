package io.coffer.command.refunds;

import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.RefundCommand.ApproveRefund;
import io.coffer.api.refunds.RefundCommand.ConfirmRefund;
import io.coffer.api.refunds.RefundCommand.RequestRefund;
import io.coffer.api.refunds.RefundCommand.VerifyReroute;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.RefundApproved;
import io.coffer.api.refunds.RefundEvent.RefundBounced;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFailed;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundEvent.RefundFundingRequired;
import io.coffer.api.refunds.RefundEvent.RefundNotFound;
import io.coffer.api.refunds.RefundEvent.RefundPending;
import io.coffer.api.refunds.RefundEvent.RefundRejected;
import io.coffer.api.refunds.RefundEvent.RefundRequested;
import io.coffer.api.refunds.RefundEvent.RefundRerouteRequested;
import io.coffer.api.refunds.RefundEvent.RefundRerouteVerified;
import io.coffer.api.refunds.RefundEvent.RefundRerouted;
import io.coffer.api.refunds.RefundEvent.RefundResultUnknown;
import io.coffer.api.refunds.RefundEvent.RefundRetryPlanned;
import io.coffer.api.refunds.RefundEvent.RefundSourceReserved;
import io.coffer.api.refunds.RefundEvent.RefundSubmitted;
import io.coffer.api.refunds.RefundEvent.RefundSucceeded;
import io.coffer.api.refunds.RefundFailure;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundKind;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.People;
import io.coffer.command.kernel.Scenario;
import io.coffer.command.merchants.Shop;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A refund of the shop's, 900.00 yuan of which nobody else must agree to, and what may become of it. */
final class ShopRefund {

    static final RefundId REFUND = RefundId.of(People.ACME, "RF-1");
    static final PaymentOrderId ORDER = PaymentOrderId.of(People.ACME, "O-1");
    static final MerchantContractId CONTRACT = new MerchantContractId("MC:acme:M-1:C-1");
    static final Money AMOUNT = Money.yuan(900);
    static final Money GAP = Shop.FEE;
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    static final RefundSource FROM = new RefundSource.ContractPayment(CONTRACT, ORDER);
    static final RefundRoute BY_CHANNEL = new RefundRoute.Channel("WECHAT", "T-1");
    static final BankAccountRef PAYER =
            new BankAccountRef("acct_p", "102100099996", "name_p", BankAccountRef.AccountClass.PERSONAL);
    static final BankAccountRef OTHER_CARD =
            new BankAccountRef("acct_q", "102100099996", "name_p", BankAccountRef.AccountClass.PERSONAL);
    static final List<Evidence> PAPERS = List.of(new Evidence("D-1", "BANK_CARD", "1".repeat(64)));
    static final AdmittedRefund FACTS = facts(AMOUNT, FROM, BY_CHANNEL, Money.ZERO);
    static final AdmittedRefund NET = facts(AMOUNT, FROM, BY_CHANNEL, GAP);
    static final AdmittedRefund LARGE = facts(Money.fen(100_001), FROM, BY_CHANNEL, Money.ZERO);

    static final RefundFunds NETTED = new RefundFunds.Netted("WECHAT", DAY);
    static final RefundOutcome DONE = new RefundOutcome.Done("WR-1", NETTED, Optional.empty());
    static final RefundOutcome CLOSED = new RefundOutcome.Refused(RefundFailure.INSTRUMENT, "ACCOUNT_CLOSED");
    static final RefundOutcome NEVER = new RefundOutcome.Refused(RefundFailure.FINAL, "NOT_ALLOWED");
    static final RefundOutcome LATER = new RefundOutcome.Refused(RefundFailure.RETRYABLE, "BALANCE_NOT_ENOUGH");

    static final RefundRequested REQUESTED = requested(FACTS, 0);
    static final RefundApproved APPROVED = approved(AMOUNT);
    static final RefundSourceReserved RESERVED =
            new RefundSourceReserved(REFUND, Shop.B, Money.ZERO, Optional.of(Sale.CUSTODY));
    static final RefundFunded FUNDED = new RefundFunded(REFUND, FROM, AMOUNT, BY_CHANNEL, Optional.empty());
    static final RefundSubmitted SUBMITTED = new RefundSubmitted(REFUND, 1);
    static final RefundPending PENDING = new RefundPending(REFUND);
    static final RefundResultUnknown UNKNOWN = new RefundResultUnknown(REFUND, "timeout");
    static final RefundNotFound NOT_FOUND = new RefundNotFound(REFUND);
    static final RefundSucceeded SUCCEEDED = new RefundSucceeded(REFUND, Optional.of(ORDER), AMOUNT, "WR-1", NETTED);
    static final RefundFailed FAILED_INSTRUMENT = new RefundFailed(REFUND, RefundFailure.INSTRUMENT, "ACCOUNT_CLOSED");
    static final RefundFailed FAILED_FINAL = new RefundFailed(REFUND, RefundFailure.FINAL, "NOT_ALLOWED");
    static final RefundFailed FAILED_RETRYABLE =
            new RefundFailed(REFUND, RefundFailure.RETRYABLE, "BALANCE_NOT_ENOUGH");
    static final RefundBounced BOUNCED = new RefundBounced(REFUND, AMOUNT, "WR-1", NETTED);
    static final RefundRejected REJECTED = new RefundRejected(REFUND, FROM, "NO");
    static final RefundCancelled CANCELLED = new RefundCancelled(
            REFUND, FROM, AMOUNT, true, Money.ZERO, Optional.of(Shop.B), Money.ZERO, "NOT_WANTED", Optional.empty());

    static final RefundRerouteRequested REROUTE = reroute(1, AMOUNT);
    static final RefundRerouteVerified VERIFIED =
            new RefundRerouteVerified(REFUND, 1, OTHER_CARD, AMOUNT, Sale.CUSTODY, Optional.empty(), Optional.empty());
    static final PayoutId TRANSFER = PayoutId.ofRefund(REFUND, 1);
    static final RefundRerouted REROUTED = new RefundRerouted(REFUND, TRANSFER);

    private ShopRefund() {}

    static AdmittedRefund facts(Money amount, RefundSource source, RefundRoute route, Money gap) {
        return facts(amount, source, route, gap, FeeBearer.MERCHANT_B, Optional.of(PAYER));
    }

    static AdmittedRefund facts(
            Money amount,
            RefundSource source,
            RefundRoute route,
            Money gap,
            FeeBearer bearer,
            Optional<BankAccountRef> payer) {
        return facts(amount, source, route, gap, bearer, payer, Optional.empty());
    }

    @SuppressWarnings("TooManyParameters") // One refund, fact by fact.
    static AdmittedRefund facts(
            Money amount,
            RefundSource source,
            RefundRoute route,
            Money gap,
            FeeBearer bearer,
            Optional<BankAccountRef> payer,
            Optional<Money> feeBackMost) {
        return new AdmittedRefund(
                RefundKind.ORIGINAL_ROUTE,
                amount,
                source,
                route,
                gap,
                Optional.of(Shop.B),
                Optional.of(bearer),
                Sale.CUSTODY,
                payer,
                "NOT_WANTED",
                "acme-erp",
                Optional.empty(),
                feeBackMost,
                Optional.empty());
    }

    static RequestRefund request(AdmittedRefund facts) {
        return new RequestRefund(REFUND, Optional.of(ORDER), "T-1", facts, Money.ZERO);
    }

    static RefundRequested requested(AdmittedRefund facts, int checkers) {
        return new RefundRequested(REFUND, Optional.of(ORDER), "T-1", facts, checkers);
    }

    static RefundApproved approved(Money amount) {
        return new RefundApproved(REFUND, FROM, amount, Optional.empty());
    }

    static RefundRerouteRequested reroute(int no, Money setAside) {
        return new RefundRerouteRequested(REFUND, no, OTHER_CARD, AMOUNT, setAside, PAPERS, "acme-erp", 1);
    }

    static RefundFundingRequired lacks(Money gap, Money feeGap) {
        return new RefundFundingRequired(REFUND, gap, feeGap);
    }

    /** A channel that put it off at this moment, after so many calls, is called again so much later. */
    static RefundEvent[] putOff(int attempts, Instant at, Duration wait) {
        return new RefundEvent[] {FAILED_RETRYABLE, new RefundRetryPlanned(REFUND, attempts, at.plus(wait))};
    }

    /** A channel that denied it at this moment, after so many calls, is called again so much later. */
    static RefundEvent[] denied(int attempts, Instant at, Duration wait) {
        return new RefundEvent[] {NOT_FOUND, new RefundRetryPlanned(REFUND, attempts, at.plus(wait))};
    }

    static ConfirmRefund says(RefundOutcome outcome) {
        return new ConfirmRefund(REFUND, outcome, Optional.empty());
    }

    static ConfirmRefund answers(int attempt, RefundOutcome outcome) {
        return new ConfirmRefund(REFUND, outcome, Optional.of(attempt));
    }

    /** What two people agreed to, or one twice. */
    static ApproveRefund approve(Money amount, String checker) {
        var asked = new ApproveRefund(REFUND, amount, Optional.empty());
        return new ApproveRefund(
                REFUND,
                amount,
                Optional.of(new Approval(
                        ApprovalRequestId.ofRefund(REFUND),
                        asked.digest(),
                        "acme-erp",
                        List.of(checker),
                        Scenario.NOON.plus(Duration.ofHours(24)))));
    }

    static VerifyReroute verify(int no, BankAccountRef payee, Money amount, List<Evidence> evidence) {
        var asked = new VerifyReroute(REFUND, no, payee, amount, evidence, Optional.empty());
        return new VerifyReroute(
                REFUND,
                no,
                payee,
                amount,
                evidence,
                Optional.of(new Approval(
                        ApprovalRequestId.ofReroute(REFUND, no),
                        asked.digest(),
                        "acme-erp",
                        List.of("carol"),
                        Scenario.NOON.plus(Duration.ofHours(24)))));
    }

    /** A refund that its order admitted at noon, and what happened to it since. */
    static Scenario admitted(AdmittedRefund facts, RefundEvent... since) {
        return Scenario.of(new PureRefund()).given(requested(facts, 0)).given(since);
    }

    /** As {@link #admitted}, of the money that is ready to go. */
    static Scenario funded(RefundEvent... since) {
        return Scenario.of(new PureRefund()).given(fundedHistory()).given(since);
    }

    static List<RefundEvent> fundedHistory(RefundEvent... since) {
        var history = new ArrayList<RefundEvent>(List.of(REQUESTED, APPROVED, RESERVED, FUNDED));
        history.addAll(List.of(since));
        return history;
    }
}
