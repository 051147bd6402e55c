package io.coffer.api.kernel;

/** The name that a client gave its operation (the {@code Idempotency-Key}); unique per scope, for ever. */
public record OperationId(String scope, String key) {

    public static final int LONGEST_KEY = 255;

    /** The scope of everybody at the institution. No tenant can be named like it, nor like the scopes of policies. */
    public static final String INSTITUTION = "_";

    /** One of many operations in a stream that was named as a whole; its name is nobody else's. */
    public OperationId part(long number) {
        return new OperationId(scope + "/parts", key + "#" + number);
    }
}
