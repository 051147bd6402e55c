package io.coffer.query.kernel;

import io.coffer.eventstore.EventLog;

/** The log for readers: stored events, and how to read them. */
public record BookedLog(EventLog events, StoredJson json) {}
