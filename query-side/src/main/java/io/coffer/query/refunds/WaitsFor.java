package io.coffer.query.refunds;

import io.coffer.query.refunds.RefundState.Reroute;

/** Who must do something so that a refund goes on. */
enum WaitsFor {
    /** Nobody: it goes on by itself. */
    SYSTEM,
    /** Other people, who agree to the refund, verify an account or see papers. */
    CHECKER,
    /** The merchant, who tops up its fee account. */
    MERCHANT,
    /** A payee of a split, whose fee account lacks what it gives back. */
    PAYEE,
    /** The business system: its contract lacks the money, or it names another account of the payer's. */
    BUSINESS,
    CHANNEL,
    BANK,
    /** The institution's people: the channel contradicts itself, or puts the refund off again and again. */
    OPERATOR,
    /** It is over. */
    NOBODY;

    static WaitsFor of(RefundState refund) {
        if (refund.resolution().isPresent()) {
            return CHECKER;
        }
        if (refund.contradictions().stream().anyMatch(RefundState.Contradiction::isOpen)) {
            return OPERATOR;
        }
        return switch (refund.state()) {
            case REQUESTED -> checked(refund.checkers());
            case REROUTE_REQUESTED ->
                checked(refund.reroute().map(Reroute::checkers).orElse(0));
            case RECOVERY_PENDING -> PAYEE;
            case APPROVED, SOURCE_RESERVED, RECOVERING, FUNDED, NOT_FOUND, FAILED_RETRYABLE, REROUTE_VERIFIED -> SYSTEM;
            case FUNDING_REQUIRED -> refund.funding().lacks().isZero() ? MERCHANT : BUSINESS;
            case RETRIES_EXHAUSTED -> OPERATOR;
            case FAILED_FINAL, REROUTE_PENDING -> BUSINESS;
            case SUBMITTING, PENDING, UNKNOWN -> CHANNEL;
            case REROUTED -> BANK;
            case SUCCEEDED, REJECTED, CANCELLED -> NOBODY;
        };
    }

    private static WaitsFor checked(int checkers) {
        return checkers > 0 ? CHECKER : SYSTEM;
    }
}
