package io.coffer.command.kernel;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.OperationId;
import io.coffer.platform.web.IfMatch;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One HTTP request as far as every command needs it. A controller takes it as a parameter.
 *
 * @param digest of method, path and content; asked when the body has been read
 */
public record Call(Actor actor, OperationId operation, Supplier<String> digest, String correlationId) {

    /** The operation without a precondition. */
    public Operation operationNow() {
        return operation(Optional.empty());
    }

    /** The operation that holds only for the version that the caller has seen. */
    public Operation operationOn(IfMatch seen) {
        return operation(seen.any() ? Optional.empty() : Optional.of(seen.versions()));
    }

    /** The operation of a stream that is taken as a whole, by the digest of all that was read of it. */
    public Operation operationOf(String contentDigest) {
        return new Operation(operation, contentDigest, actor, correlationId, Optional.empty(), Optional.empty());
    }

    /** An operation of its own for one line of a stream. */
    public Operation line(long number, String lineDigest) {
        return new Operation(
                operation.part(number), lineDigest, actor, correlationId, Optional.empty(), Optional.empty());
    }

    private Operation operation(Optional<List<Long>> expectedVersions) {
        return new Operation(operation, digest.get(), actor, correlationId, Optional.empty(), expectedVersions);
    }
}
