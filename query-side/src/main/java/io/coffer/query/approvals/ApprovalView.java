package io.coffer.query.approvals;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.accounts.PayoutLeg;
import io.coffer.api.approvals.ApprovalSubject;
import io.coffer.api.money.Amount;
import io.coffer.api.payouts.PayoutOutcome;
import io.coffer.api.promotions.CampaignTerms;
import io.coffer.api.promotions.Funder;
import io.coffer.api.receipts.ReceiptVerdict.AsRecorded;
import io.coffer.api.receipts.ReceiptVerdict.IsReceipt;
import io.coffer.api.receipts.ReceiptVerdict.NeverBooked;
import io.coffer.api.receipts.ReceiptVerdict.OtherAmount;
import io.coffer.api.receipts.ReceiptVerdict.ReturnToPayer;
import io.coffer.api.receipts.ReceiptVerdict.TakeBack;
import io.coffer.api.refunds.RefundFinding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An approval request as those read it who decide.
 *
 * @param expired whether it approves nothing any more, though no event says so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApprovalView(
        String id,
        ApprovalState.Status state,
        Subject subject,
        String digest,
        String makerId,
        List<String> checkerIds,
        int checkersRequired,
        Instant proposedAt,
        Instant expiresAt,
        boolean expired,
        Instant changedAt,
        @Nullable String reason,
        long position,
        long version) {

    /**
     * All that is agreed to with a campaign; its budget is the subject's amount too.
     *
     * @param funder who is billed; missing where the institution pays
     * @param most what one order gets at most
     * @param threshold from which price on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CampaignTermsView(
            String funderKind,
            @Nullable String funder,
            Amount budget,
            Amount most,
            Amount threshold,
            Instant from,
            Instant until) {

        static CampaignTermsView of(CampaignTerms terms) {
            var funder = terms.funder();
            return new CampaignTermsView(
                    funder.content().getFirst(),
                    funder instanceof Funder.PostBilled(var name) ? name : null,
                    Amount.of(terms.budget()),
                    Amount.of(terms.most()),
                    Amount.of(terms.threshold()),
                    terms.from(),
                    terms.until());
        }
    }

    /** What the command will do: which kind, on what, and how much. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Subject(
            String kind,
            String target,
            String reference,
            @Nullable Amount amount,
            @Nullable String partyId,
            @Nullable String payeeAccountToken,
            @Nullable PayoutOutcome outcome,
            @Nullable RefundFinding finding,
            @Nullable Integer evidence,
            @Nullable CampaignTermsView campaign) {

        /** Neither a campaign nor what papers say of a refund. */
        @SuppressWarnings("TooManyParameters") // One subject, field by field.
        Subject(
                String kind,
                String target,
                String reference,
                @Nullable Amount amount,
                @Nullable String partyId,
                @Nullable String payeeAccountToken,
                @Nullable PayoutOutcome outcome,
                @Nullable Integer evidence) {
            this(kind, target, reference, amount, partyId, payeeAccountToken, outcome, null, evidence, null);
        }

        static Subject of(ApprovalSubject subject) {
            return switch (subject) {
                case ApprovalSubject.Release e ->
                    new Subject(
                            "RELEASE",
                            e.account().value(),
                            e.releaseNo(),
                            Amount.of(e.amount()),
                            e.partyId(),
                            null,
                            null,
                            null);
                case ApprovalSubject.Reissue e ->
                    new Subject(
                            "REISSUE",
                            e.account().value(),
                            e.releaseNo(),
                            Amount.of(e.amount()),
                            e.payee().partyId(),
                            e.payee().account().token(),
                            null,
                            null);
                case ApprovalSubject.PayeeChange e ->
                    new Subject(
                            "CHANGE_PAYEE",
                            e.account().value(),
                            Integer.toString(e.changeNo()),
                            null,
                            e.payee().partyId(),
                            e.payee().account().token(),
                            null,
                            e.verification().size());
                case ApprovalSubject.Split e ->
                    new Subject(
                            "APPROVE_SPLIT",
                            e.split().value(),
                            e.terms().order().value(),
                            Amount.of(e.terms().base()),
                            null,
                            null,
                            null,
                            null);
                case ApprovalSubject.Unfreeze e ->
                    new Subject(
                            "UNFREEZE",
                            e.account().value(),
                            e.orderNo(),
                            null,
                            null,
                            null,
                            null,
                            e.evidence().size());
                case ApprovalSubject.Deduction e ->
                    new Subject(
                            "DEDUCT",
                            e.account().value(),
                            e.deductionNo(),
                            Amount.of(e.amount()),
                            null,
                            null,
                            null,
                            e.evidence().size());
                case ApprovalSubject.HoldbackSettlement e ->
                    new Subject(
                            "SETTLE_HOLDBACK",
                            e.account().value(),
                            Integer.toString(e.settlementNo()),
                            Amount.of(PayoutLeg.total(e.legs())),
                            null,
                            null,
                            null,
                            null);
                case ApprovalSubject.Termination e ->
                    new Subject(
                            "EXECUTE_TERMINATION",
                            e.account().value(),
                            Integer.toString(e.planNo()),
                            Amount.of(PayoutLeg.total(e.legs())),
                            null,
                            null,
                            null,
                            null);
                case ApprovalSubject.Resumption e ->
                    new Subject(
                            "RESUME_PAYOUTS",
                            e.id().value(),
                            Integer.toString(e.stopNo()),
                            null,
                            null,
                            null,
                            null,
                            null);
                case ApprovalSubject.Resolution e ->
                    new Subject(
                            "RESOLVE_PAYOUT",
                            e.payout().value(),
                            Integer.toString(e.resolutionNo()),
                            null,
                            null,
                            null,
                            e.outcome(),
                            e.evidence().size());
                case ApprovalSubject.OnReceipt e -> onReceipt(e);
                case ApprovalSubject.AdvanceLimit e ->
                    new Subject(
                            "SET_ADVANCE_LIMIT",
                            e.account().value(),
                            Integer.toString(e.requestNo()),
                            Amount.of(e.limit()),
                            null,
                            null,
                            null,
                            null);
                case ApprovalSubject.Campaign e ->
                    new Subject(
                            "APPROVE_CAMPAIGN",
                            e.campaign().value(),
                            e.campaign().campaignNo(),
                            Amount.of(e.terms().budget()),
                            null,
                            null,
                            null,
                            null,
                            null,
                            CampaignTermsView.of(e.terms()));
                case ApprovalSubject.Refund e ->
                    new Subject(
                            "APPROVE_REFUND",
                            e.refund().value(),
                            e.refund().outRefundNo(),
                            Amount.of(e.amount()),
                            null,
                            null,
                            null,
                            null);
                case ApprovalSubject.RefundResolution e ->
                    new Subject(
                            "RESOLVE_REFUND",
                            e.refund().value(),
                            Integer.toString(e.resolutionNo()),
                            null,
                            null,
                            null,
                            null,
                            e.finding(),
                            e.evidence().size(),
                            null);
                case ApprovalSubject.Reroute e ->
                    new Subject(
                            "VERIFY_REROUTE",
                            e.refund().value(),
                            Integer.toString(e.rerouteNo()),
                            Amount.of(e.amount()),
                            null,
                            e.payee().token(),
                            null,
                            e.evidence().size());
            };
        }

        private static Subject onReceipt(ApprovalSubject.OnReceipt on) {
            var verdict = on.verdict();
            return new Subject(
                    "DECIDE_ON_RECEIPT",
                    on.receipt().value(),
                    verdict.content().getFirst()
                            + (verdict instanceof TakeBack(var _, var to)
                                    ? to.map(account -> " for " + account).orElse("")
                                    : ""),
                    switch (verdict) {
                        case ReturnToPayer back -> Amount.of(back.amount());
                        case OtherAmount other -> Amount.of(other.amount());
                        case IsReceipt line -> Amount.of(line.amount());
                        case TakeBack _, AsRecorded _, NeverBooked _ -> null;
                    },
                    null,
                    verdict instanceof ReturnToPayer back ? back.payee().token() : null,
                    null,
                    switch (verdict) {
                        case AsRecorded seen -> seen.evidence().size();
                        case OtherAmount seen -> seen.evidence().size();
                        case NeverBooked seen -> seen.evidence().size();
                        case IsReceipt seen -> seen.evidence().size();
                        case ReturnToPayer _, TakeBack _ -> null;
                    });
        }
    }

    static ApprovalView of(ApprovalState approval, Instant now) {
        return new ApprovalView(
                approval.request().value(),
                approval.state(),
                Subject.of(approval.subject()),
                approval.digest().hex(),
                approval.makerId(),
                approval.checkerIds(),
                approval.checkersRequired(),
                approval.proposedAt(),
                approval.expiresAt(),
                !now.isBefore(approval.expiresAt()),
                approval.changedAt(),
                approval.reason().orElse(null),
                approval.proposedPosition(),
                approval.version());
    }
}
