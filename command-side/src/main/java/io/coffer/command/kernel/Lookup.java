package io.coffer.command.kernel;

import io.coffer.api.kernel.DomainEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that are looked up where an aggregate's own history does not tell. They are written in the transaction in which the
 * policies move on, so every event is kept once and in order, whichever node reads it; and they can be as old as that
 * position. Whoever acts on them asks an aggregate that decides by itself.
 */
public interface Lookup {

    void keep(DomainEvent event, JdbcClient rows);
}
