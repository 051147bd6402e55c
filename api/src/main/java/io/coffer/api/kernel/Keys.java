package io.coffer.api.kernel;

/** The one grammar of business keys inside identities: short, printable ASCII, nothing that means something in a URL. */
public final class Keys {

    private static final String KEY = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private Keys() {}

    /** A business key such as a contract number. */
    public static String key(String name, String value) {
        require(value.matches(KEY), name, value);
        return value;
    }

    /** A number of a bank: digits only. */
    public static String digits(String name, String value, int most) {
        require(value.matches("[0-9]{1," + most + "}"), name, value);
        return value;
    }

    static void require(boolean valid, String name, String value) {
        if (!valid) {
            throw new MalformedKey(name, value);
        }
    }

    /** The {@code index}-th part of {@code value}, which must have exactly {@code parts} and begin with the prefix. */
    public static String part(String prefix, String value, int parts, int index) {
        var pieces = value.split(":", -1);
        require(pieces.length == parts && pieces[0].equals(prefix), prefix, value);
        return pieces[index];
    }
}
