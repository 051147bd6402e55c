package io.coffer.query.approvals;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.accounts.PayoutLeg;
import io.coffer.api.approvals.ApprovalSubject;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
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
import io.coffer.api.splits.SplitTerms;
import io.swagger.v3.oas.annotations.media.Schema;
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

    /**
     * All that is agreed to with a split: legs and fee are the subject's amount.
     *
     * @param contract out of what it was paid
     * @param order whose payment it is
     */
    record SplitTermsView(String contract, String order, List<LegView> legs, Amount fee) {

        /** @param payee by its fee account */
        @Schema(name = "ApprovedLeg")
        record LegView(String payee, Amount amount) {}

        static SplitTermsView of(SplitTerms terms) {
            return new SplitTermsView(
                    terms.contract().value(),
                    terms.order().value(),
                    terms.legs().stream()
                            .map(leg -> new LegView(leg.payee().value(), Amount.of(leg.amount())))
                            .toList(),
                    Amount.of(terms.fee()));
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
            @Nullable CampaignTermsView campaign,
            @Nullable SplitTermsView split) {

        static Subject of(ApprovalSubject subject) {
            return SubjectDraft.of(subject).done();
        }
    }

    /** A subject while what is known of its kind is put together; the rest stays absent. */
    private static final class SubjectDraft {

        private final String kind;
        private final String target;
        private final String reference;
        private @Nullable Amount amount;
        private @Nullable String partyId;
        private @Nullable String payeeAccountToken;
        private @Nullable PayoutOutcome outcome;
        private @Nullable RefundFinding finding;
        private @Nullable Integer evidence;
        private @Nullable CampaignTermsView campaign;
        private @Nullable SplitTermsView split;

        private SubjectDraft(String kind, String target, String reference) {
            this.kind = kind;
            this.target = target;
            this.reference = reference;
        }

        private static SubjectDraft about(String kind, String target, String reference) {
            return new SubjectDraft(kind, target, reference);
        }

        private Subject done() {
            return new Subject(
                    kind,
                    target,
                    reference,
                    amount,
                    partyId,
                    payeeAccountToken,
                    outcome,
                    finding,
                    evidence,
                    campaign,
                    split);
        }

        private SubjectDraft worth(@Nullable Money money) {
            amount = money == null ? null : Amount.of(money);
            return this;
        }

        private SubjectDraft to(@Nullable String party, @Nullable String accountToken) {
            partyId = party;
            payeeAccountToken = accountToken;
            return this;
        }

        private SubjectDraft says(PayoutOutcome ofPayout) {
            outcome = ofPayout;
            return this;
        }

        private SubjectDraft says(RefundFinding ofRefund) {
            finding = ofRefund;
            return this;
        }

        private SubjectDraft shownBy(@Nullable List<Evidence> papers) {
            evidence = papers == null ? null : papers.size();
            return this;
        }

        private SubjectDraft under(CampaignTermsView terms) {
            campaign = terms;
            return this;
        }

        private SubjectDraft giving(SplitTermsView terms) {
            split = terms;
            return this;
        }

        private static SubjectDraft of(ApprovalSubject subject) {
            return switch (subject) {
                case ApprovalSubject.Release e ->
                    about("RELEASE", e.account().value(), e.releaseNo())
                            .worth(e.amount())
                            .to(e.partyId(), null);
                case ApprovalSubject.Reissue e ->
                    about("REISSUE", e.account().value(), e.releaseNo())
                            .worth(e.amount())
                            .to(e.payee().partyId(), e.payee().account().token());
                case ApprovalSubject.PayeeChange e ->
                    about("CHANGE_PAYEE", e.account().value(), Integer.toString(e.changeNo()))
                            .to(e.payee().partyId(), e.payee().account().token())
                            .shownBy(e.verification());
                case ApprovalSubject.Split e ->
                    about("APPROVE_SPLIT", e.split().value(), e.terms().order().value())
                            .worth(e.terms().base())
                            .giving(SplitTermsView.of(e.terms()));
                case ApprovalSubject.Unfreeze e ->
                    about("UNFREEZE", e.account().value(), e.orderNo()).shownBy(e.evidence());
                case ApprovalSubject.Deduction e ->
                    about("DEDUCT", e.account().value(), e.deductionNo())
                            .worth(e.amount())
                            .shownBy(e.evidence());
                case ApprovalSubject.HoldbackSettlement e ->
                    about("SETTLE_HOLDBACK", e.account().value(), Integer.toString(e.settlementNo()))
                            .worth(PayoutLeg.total(e.legs()));
                case ApprovalSubject.Termination e ->
                    about("EXECUTE_TERMINATION", e.account().value(), Integer.toString(e.planNo()))
                            .worth(PayoutLeg.total(e.legs()));
                case ApprovalSubject.Resumption e ->
                    about("RESUME_PAYOUTS", e.id().value(), Integer.toString(e.stopNo()));
                case ApprovalSubject.SplitsResumption e ->
                    about("RESUME_SPLITS", e.id().value(), Integer.toString(e.stopNo()));
                case ApprovalSubject.Resolution e ->
                    about("RESOLVE_PAYOUT", e.payout().value(), Integer.toString(e.resolutionNo()))
                            .says(e.outcome())
                            .shownBy(e.evidence());
                case ApprovalSubject.OnReceipt e -> onReceipt(e);
                case ApprovalSubject.AdvanceLimit e ->
                    about("SET_ADVANCE_LIMIT", e.account().value(), Integer.toString(e.requestNo()))
                            .worth(e.limit());
                case ApprovalSubject.Campaign e ->
                    about("APPROVE_CAMPAIGN", e.campaign().value(), e.campaign().campaignNo())
                            .worth(e.terms().budget())
                            .under(CampaignTermsView.of(e.terms()));
                case ApprovalSubject.Refund e ->
                    about("APPROVE_REFUND", e.refund().value(), e.refund().outRefundNo())
                            .worth(e.amount());
                case ApprovalSubject.RefundResolution e ->
                    about("RESOLVE_REFUND", e.refund().value(), Integer.toString(e.resolutionNo()))
                            .says(e.finding())
                            .shownBy(e.evidence());
                case ApprovalSubject.Reroute e ->
                    about("VERIFY_REROUTE", e.refund().value(), Integer.toString(e.rerouteNo()))
                            .worth(e.amount())
                            .to(null, e.payee().token())
                            .shownBy(e.evidence());
            };
        }

        private static SubjectDraft onReceipt(ApprovalSubject.OnReceipt on) {
            var verdict = on.verdict();
            return about(
                            "DECIDE_ON_RECEIPT",
                            on.receipt().value(),
                            verdict.content().getFirst()
                                    + (verdict instanceof TakeBack(var _, var to)
                                            ? to.map(account -> " for " + account)
                                                    .orElse("")
                                            : ""))
                    .worth(
                            switch (verdict) {
                                case ReturnToPayer back -> back.amount();
                                case OtherAmount other -> other.amount();
                                case IsReceipt line -> line.amount();
                                case TakeBack _, AsRecorded _, NeverBooked _ -> null;
                            })
                    .to(
                            null,
                            verdict instanceof ReturnToPayer back ? back.payee().token() : null)
                    .shownBy(
                            switch (verdict) {
                                case AsRecorded seen -> seen.evidence();
                                case OtherAmount seen -> seen.evidence();
                                case NeverBooked seen -> seen.evidence();
                                case IsReceipt seen -> seen.evidence();
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
