package io.coffer.eventstore;

import java.util.Objects;

/**
 * What makes an operation the same one when it is sent again: the key is unique within its scope for ever, the digest
 * tells whether the content is still the same.
 */
public record OperationKey(String scope, String key, String digest) {

    public OperationKey {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(digest, "digest");
    }
}
