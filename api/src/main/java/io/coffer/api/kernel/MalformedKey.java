package io.coffer.api.kernel;

/** A text that is no identity of its kind. At the edge it answers as a missing object or a malformed field. */
public final class MalformedKey extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String form;

    public MalformedKey(String name, String value) {
        this(name, value, "a valid " + name);
    }

    /** @param form what it must be */
    public MalformedKey(String name, String value, String form) {
        super("Not a valid " + name + ": " + (value.length() > 80 ? value.length() + " characters" : value));
        this.name = name;
        this.form = form;
    }

    /** What it must be, in words that follow "must be". */
    public String form() {
        return form;
    }

    /** Which field or kind of identity was malformed. */
    public String name() {
        return name;
    }
}
