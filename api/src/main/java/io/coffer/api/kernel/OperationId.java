package io.coffer.api.kernel;

/** The name that a client gave its operation (the {@code Idempotency-Key}); unique per scope, for ever. */
public record OperationId(String scope, String key) {

    public static final int LONGEST_KEY = 255;

    /** The scope of everybody at the institution. */
    public static final String INSTITUTION = "institution";
}
