package io.coffer.bank;

/** The ways in which a bank treats an instruction; README.md has the table. */
enum Behaviour {
    AT_ONCE(0),
    LATE(1),
    NEVER_ANSWERS_EXECUTED(0),
    NEVER_ANSWERS_NOT_EXECUTED(0),
    NEVER_ANSWERS_REFUSED(0),
    LOST_CALLBACK(0),
    TWICE(2),
    OUT_OF_ORDER(1),
    REFUSES(0),
    REFUSES_LATE(1),
    NOT_FOUND_FIRST(1),
    RETURNS(0),
    RETURNS_FIRST(1),
    NEVER_ENDS(0),
    NEVER_TELLS_EXECUTED(0),
    RETRYABLE_FIRST(0),
    BOUNCES(0);

    private final int callbacks;

    Behaviour(int callbacks) {
        this.callbacks = callbacks;
    }

    /** How many callbacks tell the final result. */
    int callbacks() {
        return callbacks;
    }

    boolean givesBack() {
        return this == RETURNS || this == RETURNS_FIRST || this == BOUNCES;
    }

    /** Whether it is never decided. */
    boolean isEndless() {
        return this == NEVER_ENDS;
    }

    /** Whether nobody who asks ever hears what became of it: only the bank's papers tell. */
    boolean isMute() {
        return isEndless() || this == NEVER_TELLS_EXECUTED;
    }

    boolean refuses() {
        return this == REFUSES || this == REFUSES_LATE || this == NEVER_ANSWERS_REFUSED;
    }
}
