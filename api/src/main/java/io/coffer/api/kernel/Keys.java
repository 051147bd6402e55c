package io.coffer.api.kernel;

/**
 * The one grammar of business keys inside identities: short, printable ASCII, nothing that means something in a URL. Read
 * by hand, for every event names several identities.
 */
public final class Keys {

    private static final int KEY_MAX = 64;

    /** In words. */
    static final String KEY_FORM =
            "1 to " + KEY_MAX + " letters, digits, '.', '_' and '-', beginning with a letter or digit";

    private Keys() {}

    /** A business key such as a contract number. */
    public static String key(String name, String value) {
        require(isKey(value), name, value, KEY_FORM);
        return value;
    }

    /** A number of a bank: digits only. */
    public static String digits(String name, String value, int most) {
        require(
                !value.isEmpty() && value.length() <= most && isOfDigits(value),
                name,
                value,
                "1 to " + most + " digits");
        return value;
    }

    /** Whether it is one, for what others say: a bank's free text could name people, and events are for ever. */
    public static boolean isKey(String value) {
        if (value.isEmpty() || value.length() > KEY_MAX || !isLetterOrDigit(value.charAt(0))) {
            return false;
        }
        for (var index = 1; index < value.length(); index++) {
            var character = value.charAt(index);
            if (!isLetterOrDigit(character) && character != '.' && character != '_' && character != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfDigits(String value) {
        for (var index = 0; index < value.length(); index++) {
            if (!isDigit(value.charAt(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char character) {
        return isDigit(character) || (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    // Not Character.isDigit, which takes the digits of every script.
    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    static void require(boolean valid, String name, String value) {
        if (!valid) {
            throw new MalformedKey(name, value);
        }
    }

    private static void require(boolean valid, String name, String value, String form) {
        if (!valid) {
            throw new MalformedKey(name, value, form);
        }
    }

    /** The {@code index}-th part of {@code value}, which must have exactly {@code parts} and begin with the prefix. */
    public static String part(String prefix, String value, int parts, int index) {
        if (!value.startsWith(prefix) || value.indexOf(':') != prefix.length()) {
            throw notOf(prefix, value, parts);
        }
        var found = "";
        var part = 0;
        var start = 0;
        for (var colon = value.indexOf(':'); colon >= 0; colon = value.indexOf(':', start)) {
            if (part == index) {
                found = value.substring(start, colon);
            }
            part++;
            start = colon + 1;
        }
        if (part != parts - 1) {
            throw notOf(prefix, value, parts);
        }
        return part == index ? value.substring(start) : found;
    }

    private static MalformedKey notOf(String prefix, String value, int parts) {
        return new MalformedKey(
                prefix, value, "an identity of " + prefix + " and " + (parts - 1) + " parts, with colons in between");
    }
}
