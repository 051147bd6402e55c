package io.coffer.query.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.accounts.TerminationLeg;
import io.coffer.api.money.Amount;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.refunds.RefundId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of a contract before its time, as people read it.
 *
 * @param pending the plan that all parties signed and other people must approve
 * @param executedAt when a plan was carried out for the last time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TerminationView(
        String reason,
        String requestedBy,
        Instant requestedAt,
        @Nullable PlanView pending,
        @Nullable Instant executedAt) {

    /** A plan that waits for its approval. */
    record PlanView(int planNo, List<PartView> legs, String requestedBy, int checkersRequired) {}

    /**
     * One part of the balance.
     *
     * @param receipt what a buyer gets back of it
     * @param refundId what will take it and bring it back to its payer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartView(
            String legNo,
            String partyId,
            String accountToken,
            Amount amount,
            Amount fromHoldback,
            @Nullable String receipt,
            @Nullable String refundId) {
        static PartView of(TerminationLeg leg) {
            return new PartView(
                    leg.legNo(),
                    leg.payee().partyId(),
                    leg.payee().account().token(),
                    Amount.of(leg.amount()),
                    Amount.of(leg.fromHoldback()),
                    leg.receipt().map(BankReceiptId::value).orElse(null),
                    leg.refund().map(RefundId::value).orElse(null));
        }
    }

    static TerminationView of(Termination termination) {
        return new TerminationView(
                termination.reason(),
                termination.requestedBy(),
                termination.requestedAt(),
                termination
                        .pending()
                        .map(plan -> new PlanView(
                                plan.planNo(),
                                plan.legs().stream().map(PartView::of).toList(),
                                plan.requestedBy(),
                                plan.checkersRequired()))
                        .orElse(null),
                termination.executedAt().orElse(null));
    }
}
