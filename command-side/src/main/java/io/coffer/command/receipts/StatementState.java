package io.coffer.command.receipts;

import io.coffer.api.receipts.StatementEvent;
import io.coffer.api.receipts.StatementEvent.StatementCompleted;
import io.coffer.api.receipts.StatementEvent.StatementOpened;
import java.util.Optional;

/** What the bank announced for its day, and whether all of it came. */
record StatementState(Optional<StatementOpened> opened, boolean isComplete) {

    static StatementState initial() {
        return new StatementState(Optional.empty(), false);
    }

    StatementState after(StatementEvent event) {
        return switch (event) {
            case StatementOpened e -> new StatementState(Optional.of(e), false);
            case StatementCompleted _ -> new StatementState(opened, true);
        };
    }
}
