package io.coffer.bank;

/** How the bank reacts to an instruction on the line it came in. */
sealed interface Reaction {

    /** It says how the payout stands. */
    record Answered(Outcome outcome) implements Reaction {}

    /** It says ACCEPTED, when the callback with the final result has already gone out. */
    record AcceptedAfterCallback() implements Reaction {}

    /** It says ACCEPTED, when it has already told that the money came back; the callback with the final result follows. */
    record AcceptedAfterReturn(Script script) implements Reaction {}

    /** It says nothing, until the other side gives up. */
    record Silent() implements Reaction {}
}
