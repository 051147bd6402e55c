package io.coffer.platform.web;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The header {@code If-Match}. A controller that takes one as a parameter requires it; one that takes an
 * {@code Optional} does not.
 *
 * @param any whether {@code *} was given: the object must only exist
 * @param versions the versions that the client may have decided on
 */
public record IfMatch(boolean any, List<Long> versions) {

    private static final Pattern VERSION = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");
    private static final int MOST_VERSIONS = 32;

    public IfMatch {
        versions = List.copyOf(versions);
    }

    public boolean allows(long version) {
        return any || versions.contains(version);
    }

    /** A version as the header {@code ETag} shows it. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    static IfMatch of(List<String> headers) {
        var listed = String.join(",", headers).strip();
        if (listed.equals("*")) {
            return new IfMatch(true, List.of());
        }
        var parts = listed.split(",", -1);
        if (parts.length > MOST_VERSIONS) {
            throw new EdgeException(EdgeProblem.PRECONDITION_INVALID);
        }
        return new IfMatch(
                false, java.util.Arrays.stream(parts).map(IfMatch::version).toList());
    }

    private static Long version(String etag) {
        var matcher = VERSION.matcher(etag.strip());
        if (!matcher.matches()) {
            throw new EdgeException(EdgeProblem.PRECONDITION_INVALID);
        }
        return Long.valueOf(matcher.group(1));
    }
}
