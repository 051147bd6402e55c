package io.coffer.platform.events;

import org.axonframework.serialization.SerializationException;

/** An event or token that this version of Coffer must not guess at. Whoever reads it stops here. */
public final class UnreadableEvent extends SerializationException {

    private static final long serialVersionUID = 1L;

    UnreadableEvent(String reason) {
        super(reason);
    }
}
