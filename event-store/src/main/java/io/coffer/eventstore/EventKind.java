package io.coffer.eventstore;

import org.jspecify.annotations.Nullable;

/** Three words that every event has, and for which the store keeps one number. */
record EventKind(
        String aggregateType, String name, @Nullable String revision) {}
