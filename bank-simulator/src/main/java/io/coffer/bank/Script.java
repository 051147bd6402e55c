package io.coffer.bank;

/** What the bank does with an instruction, how long it takes, and which code it refuses with when it refuses. */
record Script(Behaviour behaviour, long delayMillis, String code, String message) {

    static final String REFUSAL_CODE = "ACCOUNT_CLOSED";
    static final String REFUSAL_MESSAGE = "The payee account is closed.";

    static Script of(Behaviour behaviour, long delayMillis) {
        return new Script(behaviour, delayMillis, REFUSAL_CODE, REFUSAL_MESSAGE);
    }
}
