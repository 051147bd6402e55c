package io.coffer.command.receipts;

import io.coffer.api.kernel.Command;
import io.coffer.command.kernel.Answer;

/** The commands that one line takes, on its way and at its end. Told again, the line repeats them and changes nothing. */
interface Steps {

    /** A step on the way. */
    Answer take(Command command);

    /** The step that gives the line its answer. */
    Answer finish(Command command);
}
