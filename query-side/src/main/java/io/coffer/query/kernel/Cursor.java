package io.coffer.query.kernel;

import io.coffer.platform.web.EdgeException;
import io.coffer.platform.web.EdgeProblem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The key of the last row of a page, opaque to clients. It names its list, so that it fits no other. */
public record Cursor(String list, List<String> key) {

    private static final String SEPARATOR = "|";
    private static final int LONGEST = 600;

    public static Cursor of(String list, Object... key) {
        return new Cursor(list, Stream.of(key).map(Object::toString).toList());
    }

    public String text() {
        var plain = list + SEPARATOR + String.join(SEPARATOR, key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** A cursor of this list and size of key, or {@code start} when none was given; anything else is refused. */
    public static Cursor read(@Nullable String text, Cursor start) {
        return read(text, start, Set.of(start.key.size()));
    }

    /** As above; it may also be as long as it was when the list was in another order. */
    public static Cursor read(@Nullable String text, Cursor start, Set<Integer> sizes) {
        if (text == null) {
            return start;
        }
        try {
            if (text.length() <= LONGEST) {
                var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                var parts = List.of(plain.split("\\|", -1));
                var cursor = new Cursor(parts.getFirst(), parts.subList(1, parts.size()));
                if (cursor.list.equals(start.list)
                        && sizes.contains(cursor.key.size())
                        && cursor.text().equals(text)
                        && plain.indexOf('\0') < 0) {
                    return cursor;
                }
            }
        } catch (IllegalArgumentException forged) {
            throw refused();
        }
        throw refused();
    }

    public int size() {
        return key.size();
    }

    public String at(int index) {
        return key.get(index);
    }

    public long numberAt(int index) {
        var text = key.get(index);
        if (!text.matches("-?[0-9]{1,18}")) {
            throw refused();
        }
        return Long.parseLong(text);
    }

    private static EdgeException refused() {
        return new EdgeException(EdgeProblem.REQUEST_INVALID, "The cursor is none that we gave for this list.");
    }
}
