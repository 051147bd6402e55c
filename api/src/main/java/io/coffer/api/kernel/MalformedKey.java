package io.coffer.api.kernel;

/** A text that is no identity of its kind. At the edge it answers as a missing object or a malformed field. */
public final class MalformedKey extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String name;

    public MalformedKey(String name, String value) {
        super("Not a valid " + name + ": " + (value.length() > 80 ? value.length() + " characters" : value));
        this.name = name;
    }

    /** Which field or kind of identity was malformed. */
    public String name() {
        return name;
    }
}
