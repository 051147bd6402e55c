package io.coffer.command.splits;

import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.SplitCommand.ApproveSplit;
import io.coffer.api.splits.SplitCommand.DefineSplit;
import io.coffer.api.splits.SplitEvent;
import io.coffer.api.splits.SplitEvent.SplitApproved;
import io.coffer.api.splits.SplitEvent.SplitDefined;
import io.coffer.api.splits.SplitEvent.SplitExecuted;
import io.coffer.api.splits.SplitEvent.SplitPayeeAnswered;
import io.coffer.api.splits.SplitEvent.SplitReserved;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitLeg;
import io.coffer.api.splits.SplitTerms;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.People;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 10,000.00 yuan of a payment: 6,000 for a store, 3,500 for another one, and 500 for the institution (T12 of {@code domain.md}). */
final class Share {

    static final SplitId SPLIT = SplitId.of(People.ACME, "SP-1");
    static final MerchantContractId CONTRACT = new MerchantContractId("MC:acme:M-1:C-1");
    static final PaymentOrderId ORDER = PaymentOrderId.of(People.ACME, "O-1");
    static final MerchantFeeAccountId STORE = MerchantFeeAccountId.of(People.ACME, "M-1");
    static final MerchantFeeAccountId OTHER = MerchantFeeAccountId.of(People.ACME, "M-2");
    static final RefundId REFUND = RefundId.of(People.ACME, "RF-1");
    static final Money BASE = Money.yuan(10_000);
    static final List<SplitLeg> LEGS = List.of(leg(STORE, 6_000), leg(OTHER, 3_500));
    static final SplitTerms TERMS = terms(BASE, LEGS, 500);
    static final DefineSplit DEFINE = new DefineSplit(SPLIT, TERMS);

    static final SplitDefined DEFINED = defined(TERMS, 0);
    static final SplitApproved APPROVED = approved(TERMS, Optional.empty());
    static final SplitReserved RESERVED = new SplitReserved(SPLIT, LEGS, Optional.of(Sale.CUSTODY));
    static final SplitPayeeAnswered STORE_TAKES = new SplitPayeeAnswered(SPLIT, STORE, Optional.empty());
    static final SplitPayeeAnswered OTHER_TAKES = new SplitPayeeAnswered(SPLIT, OTHER, Optional.empty());
    static final SplitExecuted EXECUTED = new SplitExecuted(SPLIT, TERMS);

    private Share() {}

    static SplitLeg leg(MerchantFeeAccountId payee, long yuan) {
        return new SplitLeg(payee, Money.yuan(yuan));
    }

    static SplitTerms terms(Money base, List<SplitLeg> legs, long fee) {
        return new SplitTerms(CONTRACT, ORDER, base, legs, Money.yuan(fee));
    }

    /** Without a fee, of so many fen for one store. */
    static SplitTerms whole(long fen) {
        return new SplitTerms(
                CONTRACT, ORDER, Money.fen(fen), List.of(new SplitLeg(STORE, Money.fen(fen))), Money.ZERO);
    }

    static SplitDefined defined(SplitTerms terms, int checkers) {
        return new SplitDefined(SPLIT, terms, "acme-erp", checkers);
    }

    static SplitApproved approved(SplitTerms terms, Optional<String> approvalId) {
        return new SplitApproved(SPLIT, CONTRACT, ORDER, terms.base(), approvalId);
    }

    /** What other people agreed to. */
    static ApproveSplit approve(SplitTerms terms, String... checkers) {
        var asked = new ApproveSplit(SPLIT, terms, Optional.empty());
        return new ApproveSplit(
                SPLIT,
                terms,
                Optional.of(new Approval(
                        ApprovalRequestId.ofSplit(SPLIT),
                        asked.digest(),
                        "acme-erp",
                        List.of(checkers),
                        Scenario.NOON.plus(Duration.ofHours(24)))));
    }

    static Scenario undefined() {
        return Scenario.of(new PureSplit());
    }

    static Scenario defined(SplitEvent... since) {
        return undefined().given(DEFINED).given(since);
    }

    static Scenario executed(SplitEvent... since) {
        return undefined()
                .given(Stream.of(DEFINED, APPROVED, RESERVED, STORE_TAKES, OTHER_TAKES, EXECUTED)
                        .toList())
                .given(since);
    }
}
