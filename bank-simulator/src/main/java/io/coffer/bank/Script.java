package io.coffer.bank;

import org.jspecify.annotations.Nullable;

/**
 * What the bank does with an instruction, how long it takes, and how it refuses when it refuses.
 *
 * @param failure only refunds have one
 */
record Script(
        Behaviour behaviour, long delayMillis, @Nullable Failure failure, String code, String message) {

    private static final String REFUSAL_CODE = "ACCOUNT_CLOSED";
    private static final String REFUSAL_MESSAGE = "The payee account is closed.";

    static Script of(Behaviour behaviour, long delayMillis) {
        return new Script(behaviour, delayMillis, null, REFUSAL_CODE, REFUSAL_MESSAGE);
    }

    static Script refusing(String code, String message) {
        return new Script(Behaviour.REFUSES, 0, Failure.FINAL, code, message);
    }

    /** The same with the code and the words that a failure has by itself. */
    Script failingAs(@Nullable Failure newFailure) {
        return newFailure == null
                ? this
                : new Script(behaviour, delayMillis, newFailure, newFailure.code(), newFailure.message());
    }
}
