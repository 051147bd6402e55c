package io.coffer.platform.vault;

/** A personal value on its way into the vault. Prints without the value. */
public record Clear(Subject subject, Kind kind, String value) {

    @Override
    public String toString() {
        return "Clear[" + kind + " of " + subject + "]";
    }
}
