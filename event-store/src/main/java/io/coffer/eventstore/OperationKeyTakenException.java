package io.coffer.eventstore;

import org.axonframework.common.AxonNonTransientException;

/** Another append has recorded this operation key; nothing of this one was stored. */
public final class OperationKeyTakenException extends AxonNonTransientException {

    private static final long serialVersionUID = 1L;

    private final transient OperationKey operationKey;

    OperationKeyTakenException(OperationKey operationKey, Throwable cause) {
        super("Operation key [%s] is taken in scope [%s]".formatted(operationKey.key(), operationKey.scope()), cause);
        this.operationKey = operationKey;
    }

    public OperationKey operationKey() {
        return operationKey;
    }
}
