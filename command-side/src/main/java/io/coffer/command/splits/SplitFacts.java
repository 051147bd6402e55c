package io.coffer.command.splits;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.splits.SplitCommand;
import io.coffer.api.splits.SplitCommand.AnswerForPayee;
import io.coffer.api.splits.SplitCommand.DefineSplit;
import io.coffer.api.splits.SplitCommand.RecordSplitReserved;
import java.util.Optional;

/**
 * What a split cannot know of itself, as far as a command needs it.
 *
 * @param isHalted whether splits of its contract's merchant are stopped, when one begins or would be carried out
 * @param paidAt where its payment lies, when the contract could not say it
 */
record SplitFacts(boolean isHalted, Optional<CustodyAccount> paidAt) {

    private static final SplitFacts NONE = new SplitFacts(false, Optional.empty());

    static SplitFacts neededBy(SplitState state, SplitCommand command, SplitLookup lookup) {
        return switch (state) {
            case SplitState.Undefined _ ->
                command instanceof DefineSplit define
                        ? halted(lookup.isHalted(define.terms().contract()))
                        : NONE;
            case Split(var terms, var _, var _, var _, var _, var _, var _) -> {
                if (command instanceof AnswerForPayee) {
                    yield halted(lookup.isHalted(terms.contract()));
                }
                yield command instanceof RecordSplitReserved reserved
                                && reserved.custodyAccount().isEmpty()
                        ? new SplitFacts(false, lookup.placeOf(terms.order()))
                        : NONE;
            }
        };
    }

    private static SplitFacts halted(boolean isHalted) {
        return new SplitFacts(isHalted, Optional.empty());
    }
}
