package io.coffer.benchmarks.append;

import io.coffer.command.kernel.TimedLoads;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;

/** Notebooks with histories of any length, loaded as the command side loads what its cache does not have. */
public final class LongNotebooks implements AutoCloseable {

    private static final int APPENDED_AT_ONCE = 500;

    private final SplittableRandom random = new SplittableRandom(1);
    private final TimedLoads<Notebook> loads;

    public LongNotebooks(DataSource rows) {
        this.loads = new TimedLoads<>(Notebook.class, rows, Contenders.JSON);
    }

    /** Writes the notes from {@code first} up to but without {@code end}. */
    public void write(String name, int first, int end) {
        for (var from = first; from < end; from += APPENDED_AT_ONCE) {
            loads.engine().appendEvents(notes(name, from, Math.min(end, from + APPENDED_AT_ONCE)));
        }
    }

    private List<DomainEventMessage<?>> notes(String name, int first, int end) {
        var metadata = CommandTexts.inherited(random);
        var notes = new ArrayList<DomainEventMessage<?>>();
        for (var sequence = first; sequence < end; sequence++) {
            notes.add(EventMessages.of(Note.random(name, random).event(), sequence, metadata));
        }
        return notes;
    }

    /** Loads a notebook; it must have so many notes. */
    public void load(String name, int notes) {
        var loaded = loads.load(Note.account(name).value());
        if (loaded != notes) {
            throw new IllegalStateException(name + " has " + loaded + " notes, not " + notes);
        }
    }

    @Override
    public void close() {
        loads.close();
    }
}
