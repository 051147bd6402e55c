package io.coffer.bank;

/** What a refused refund leaves to its sender, with the code and the words of a channel that was given none. */
enum Failure {
    /** The same number may be sent again. */
    RETRYABLE("BALANCE_NOT_ENOUGH", "The balance is not enough."),
    /** Never to this instrument of the payer; to another one perhaps. */
    INSTRUMENT("ACCOUNT_CLOSED", "The account of the payer is closed."),
    /** Never. */
    FINAL("NOT_ALLOWED", "The channel does not allow this refund.");

    private final String code;
    private final String message;

    Failure(String code, String message) {
        this.code = code;
        this.message = message;
    }

    String code() {
        return code;
    }

    String message() {
        return message;
    }
}
