package io.coffer.platform.events;

/**
 * Under which name and revision an event lies in the store.
 *
 * @param value {@code <slice>.<Event>}
 */
public record EventName(String value, int revision) {

    /** As the revision is written in the store. */
    public String revisionText() {
        return Integer.toString(revision);
    }

    @Override
    public String toString() {
        return value + "." + revision;
    }
}
