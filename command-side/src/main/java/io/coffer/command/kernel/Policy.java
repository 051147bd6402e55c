package io.coffer.command.kernel;

import io.coffer.api.kernel.DomainEvent;
import java.util.List;

/**
 * Turns events into commands; a pure function. Its state lives in aggregates, it may see an event twice, and its commands
 * are named after the event, so that a repeat changes nothing. ADR 0004.
 */
public interface Policy {

    /** Lower case with hyphens; part of every operation it gives, so it never changes. */
    String name();

    List<Reaction> on(DomainEvent event);
}
