package io.coffer.api.payouts;

import io.coffer.api.approvals.Approvable;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.Command;
import java.util.List;
import java.util.Optional;

/** Every intent towards a payout switch. */
public sealed interface PayoutSwitchCommand extends Command {

    PayoutSwitchId id();

    @Override
    default PayoutSwitchId target() {
        return id();
    }

    /** Halts new submissions; one person, or the policy that sees the reserve uncovered. */
    record StopPayouts(PayoutSwitchId id, String reason) implements PayoutSwitchCommand {}

    /** Asks to let payouts go again. */
    record RequestResume(PayoutSwitchId id, String reason) implements PayoutSwitchCommand {}

    /** Lets payouts go again, with a second person's approval. */
    record ResumePayouts(PayoutSwitchId id, int stopNo, Optional<Approval> approval)
            implements PayoutSwitchCommand, Approvable {
        @Override
        public List<String> approvedContent() {
            return List.of("ResumePayouts", id.value(), Integer.toString(stopNo));
        }
    }
}
