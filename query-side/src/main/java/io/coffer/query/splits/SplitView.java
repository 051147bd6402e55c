package io.coffer.query.splits;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.money.Amount;
import io.coffer.api.splits.SplitLeg;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A split as people read it.
 *
 * @param amount what the contract sets aside for it: legs and fee
 * @param gap what its payment lacked, where it is BLOCKED for that
 * @param refusals of payees that would not take their legs
 * @param returns what payees give, or gave, back for refunds, the oldest first
 * @param reason why it was cancelled or rejected, or blocked whoever agreed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Split")
record SplitView(
        String id,
        String splitNo,
        String contract,
        String order,
        SplitState.Status state,
        Amount amount,
        Amount fee,
        List<LegView> legs,
        Amount gap,
        List<RefusalView> refusals,
        List<ReturnView> returns,
        String requestedBy,
        int checkers,
        @Nullable String approvalId,
        @Nullable String reason,
        @Nullable Instant executedAt,
        Instant definedAt,
        Instant changedAt,
        long position,
        long version) {

    /**
     * What one payee gets.
     *
     * @param returned what it gave back
     */
    @Schema(name = "SplitLeg")
    record LegView(String payee, Amount amount, Amount returned) {}

    /** Why a payee's fee account would not take its leg. */
    @Schema(name = "SplitRefusal")
    record RefusalView(String payee, String code) {}

    /** What payees give back for one refund. */
    @Schema(name = "SplitReturn")
    record ReturnView(String refund, SplitState.Return.Standing state, List<ReturnLegView> legs) {}

    /** @param gap what the payee lacks of it, once it was asked */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SplitReturnLeg")
    record ReturnLegView(
            String payee, Amount amount, @Nullable Amount gap) {}

    static SplitView of(SplitState state) {
        var terms = state.terms();
        return new SplitView(
                state.split().value(),
                state.split().splitNo(),
                terms.contract().value(),
                terms.order().value(),
                state.state(),
                Amount.of(terms.base()),
                Amount.of(terms.fee()),
                terms.legs().stream().map(leg -> leg(state, leg)).toList(),
                Amount.of(state.gap()),
                state.refusals().stream()
                        .map(refusal -> new RefusalView(refusal.payee().value(), refusal.code()))
                        .toList(),
                state.returns().stream().map(SplitView::back).toList(),
                state.requestedBy(),
                state.checkers(),
                state.approvalId().orElse(null),
                state.reason().orElse(null),
                state.executedAt().orElse(null),
                state.definedAt(),
                state.changedAt(),
                state.definedPosition(),
                state.version());
    }

    private static LegView leg(SplitState state, SplitLeg leg) {
        return new LegView(leg.payee().value(), Amount.of(leg.amount()), Amount.of(state.returned(leg.payee())));
    }

    private static ReturnView back(SplitState.Return back) {
        return new ReturnView(
                back.refund().value(),
                back.state(),
                back.legs().stream()
                        .map(leg -> new ReturnLegView(
                                leg.payee().value(),
                                Amount.of(leg.amount()),
                                leg.gap().map(Amount::of).orElse(null)))
                        .toList());
    }
}
