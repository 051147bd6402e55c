package io.coffer.api.splits;

import io.coffer.api.approvals.Approvable;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.Command;
import java.util.List;
import java.util.Optional;

/** Every intent towards the switch of a merchant's splits. */
public sealed interface SplitSwitchCommand extends Command {

    SplitSwitchId id();

    @Override
    default SplitSwitchId target() {
        return id();
    }

    /** Halts splits of one merchant's contracts; one person, or the policy that hears of a difference. */
    record StopSplits(SplitSwitchId id, String reason) implements SplitSwitchCommand {}

    /** Asks to let them go again. */
    record RequestSplitsResumption(SplitSwitchId id, String reason) implements SplitSwitchCommand {}

    /** Lets them go again, with a second person's approval. */
    record ResumeSplits(SplitSwitchId id, int stopNo, Optional<Approval> approval)
            implements SplitSwitchCommand, Approvable {

        @Override
        public List<String> approvedContent() {
            return List.of("ResumeSplits", id.value(), Integer.toString(stopNo));
        }
    }
}
