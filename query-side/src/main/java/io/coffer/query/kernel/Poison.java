package io.coffer.query.kernel;

import org.jspecify.annotations.Nullable;

/** An event that a projection cannot take as it is. */
public final class Poison extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long position;
    private final String event;
    private final @Nullable String equation;

    public Poison(long position, String event, String reason) {
        this(position, event, reason, null);
    }

    /** With the equation that would not hold after the event. */
    public Poison(long position, String event, String reason, @Nullable String equation) {
        super(reason);
        this.position = position;
        this.event = event;
        this.equation = equation;
    }

    public long position() {
        return position;
    }

    public String event() {
        return event;
    }

    public @Nullable String equation() {
        return equation;
    }
}
