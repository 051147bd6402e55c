package io.coffer.command.refunds;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.acceptAll;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;
import static io.coffer.command.refunds.RefundRules.notIn;

import io.coffer.api.money.Money;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.RefundCommand.FundRefundFee;
import io.coffer.api.refunds.RefundCommand.RequireFunding;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.RefundApproved;
import io.coffer.api.refunds.RefundEvent.RefundFeeFunded;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundEvent.RefundFundingRequired;
import io.coffer.api.refunds.RefundEvent.RefundFundingRetried;
import io.coffer.api.refunds.RefundEvent.RefundSourceReserved;
import io.coffer.api.refunds.RefundFeePayer;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.refunds.RefundState.Admitted;
import io.coffer.command.refunds.RefundState.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a refund gets its money ({@code domain.md} 1.5): first its source sets aside what it has, then the merchant's fee account
 * fills up what a channel kept, and only then the refund takes all of it at once.
 */
final class RefundFundingRules {

    private RefundFundingRules() {}

    static List<RefundEvent> approved(RefundId refund, AdmittedRefund facts, Optional<String> approvalId, Given given) {
        var events = new ArrayList<RefundEvent>();
        events.add(new RefundApproved(refund, facts.source(), facts.unsplit(), approvalId));
        switch (facts.source()) {
            // Whoever has the money sets it aside, or says that it cannot any more.
            case RefundSource.ContractPayment _, RefundSource.Overpayment _ -> {}
            // What was paid beside an order is its payer's alone; the order's admission set it aside.
            case RefundSource.ExcessCapture _, RefundSource.ExcessReceipt _ ->
                events.addAll(sourceReserved(refund, facts, given));
            // Its plan has set it aside, and nothing is missing.
            case RefundSource.EscrowLeg _ -> events.addAll(funded(refund, facts, given));
        }
        return events;
    }

    static List<RefundEvent> sourceReserved(RefundId refund, AdmittedRefund facts, Given given) {
        var events = new ArrayList<RefundEvent>();
        facts.merchant()
                .map(merchant -> new RefundSourceReserved(
                        refund, merchant, facts.fromMerchant(), Optional.of(facts.custodyAccount())))
                .ifPresent(events::add);
        if (facts.fromMerchant().isZero()) {
            events.addAll(funded(refund, facts, given));
        }
        return events;
    }

    private static List<RefundEvent> funded(RefundId refund, AdmittedRefund facts, Given given) {
        var events = new ArrayList<RefundEvent>();
        events.add(new RefundFunded(refund, facts.source(), facts.amount(), facts.route(), facts.discount()));
        if (facts.route() instanceof RefundRoute.Transfer(var payer)) {
            events.addAll(RerouteRules.backToPayer(refund, facts, payer, given));
        }
        return events;
    }

    static Decision<RefundEvent> reserved(Admitted state, Given given) {
        return switch (state.stage()) {
            case APPROVED -> acceptAll(begun(state, given));
            case FUNDING_REQUIRED -> state.reserved() ? alreadyDone() : acceptAll(begun(state, given));
            case SOURCE_RESERVED,
                    RECOVERING,
                    RECOVERY_PENDING,
                    FUNDED,
                    SUBMITTING,
                    PENDING,
                    UNKNOWN,
                    NOT_FOUND,
                    FAILED_RETRYABLE,
                    FAILED_INSTRUMENT,
                    FAILED_FINAL,
                    REROUTE_PENDING,
                    REROUTE_REQUESTED,
                    REROUTE_VERIFIED,
                    REROUTED,
                    SUCCEEDED -> alreadyDone();
            case PENDING_APPROVAL, CANCELLED, REJECTED -> reject(notIn(state, Stage.APPROVED, Stage.FUNDING_REQUIRED));
        };
    }

    private static List<RefundEvent> begun(Admitted state, Given given) {
        return RecoveryRules.started(state)
                .map(List::of)
                .orElseGet(() -> sourceReserved(state.refund(), state.facts(), given));
    }

    /** News that came too late changes nothing: by then the money is there, or nobody wants it any more. */
    static Decision<RefundEvent> require(Admitted state, RequireFunding command) {
        return state.stage() == Stage.APPROVED || state.stage() == Stage.SOURCE_RESERVED
                ? accept(new RefundFundingRequired(command.refund(), command.gap(), command.feeGap()))
                : alreadyDone();
    }

    static Decision<RefundEvent> retry(Admitted state) {
        if (state.stage() != Stage.FUNDING_REQUIRED) {
            return reject(notIn(state, Stage.FUNDING_REQUIRED));
        }
        var facts = state.facts();
        return accept(new RefundFundingRetried(
                state.refund(),
                facts.source(),
                state.reserved() ? Money.ZERO : facts.unsplit(),
                facts.feeAccount(),
                state.reserved() ? facts.fromMerchant() : Money.ZERO,
                Optional.of(facts.custodyAccount())));
    }

    /** All of the gap at once, or the source would hold a fee that no refund takes. */
    static Decision<RefundEvent> fundFee(Admitted state, FundRefundFee command, Given given) {
        if (state.funded()) {
            return alreadyDone();
        }
        if (!waitsForFee(state)) {
            return reject(notIn(state, Stage.SOURCE_RESERVED, Stage.FUNDING_REQUIRED));
        }
        var facts = state.facts();
        if (!command.own().plus(command.advanced()).equals(facts.fromMerchant())) {
            throw new IllegalArgumentException(
                    command.own() + " and " + command.advanced() + " are not the gap of " + command.refund());
        }
        var events = new ArrayList<RefundEvent>();
        if (!command.own().isZero()) {
            events.add(filled(state, RefundFeePayer.MERCHANT_B, command.own()));
        }
        if (!command.advanced().isZero()) {
            events.add(filled(state, RefundFeePayer.PLATFORM_ADVANCE, command.advanced()));
        }
        events.addAll(funded(command.refund(), facts, given));
        return acceptAll(events);
    }

    private static boolean waitsForFee(Admitted state) {
        return state.stage() == Stage.SOURCE_RESERVED || (state.stage() == Stage.FUNDING_REQUIRED && state.reserved());
    }

    private static RefundFeeFunded filled(Admitted state, RefundFeePayer from, Money amount) {
        var facts = state.facts();
        return new RefundFeeFunded(
                state.refund(), from, facts.feeAccount(), facts.source(), amount, facts.custodyAccount());
    }
}
