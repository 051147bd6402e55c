package io.coffer.query.kernel;

import io.coffer.eventstore.StoredEvent;

/** Turns stored bytes into an event. Any exception means that the event cannot be read. */
@FunctionalInterface
public interface EventReading {

    Booked read(StoredEvent stored);
}
