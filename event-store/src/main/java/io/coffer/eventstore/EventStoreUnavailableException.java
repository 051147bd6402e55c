package io.coffer.eventstore;

import org.axonframework.common.AxonTransientException;
import org.jspecify.annotations.Nullable;

/**
 * The store cannot answer now: no connection, lock not granted in time, disk full, shutting down. After a lost
 * connection an append may have been committed all the same; its operation key tells.
 */
public final class EventStoreUnavailableException extends AxonTransientException {

    private static final long serialVersionUID = 1L;

    EventStoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
