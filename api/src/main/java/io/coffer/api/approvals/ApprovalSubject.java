package io.coffer.api.approvals;

import io.coffer.api.money.Money;
import java.util.Optional;

/**
 * What is to be approved, for the people who decide and for the policy that then carries it out.
 *
 * @param target the aggregate that will act
 * @param reference the release number, stop number or attempt within the target
 */
public record ApprovalSubject(Kind kind, String target, String reference, Optional<Money> amount) {

    /** The commands that need other people. */
    public enum Kind {
        RELEASE,
        RESUME_PAYOUTS,
        RESOLVE_PAYOUT
    }
}
