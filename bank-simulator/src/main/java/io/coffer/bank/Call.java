package io.coffer.bank;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One HTTP request, read within limits. */
record Call(HttpExchange exchange) {

    static final int BODY_BYTES_MAX = 1 << 20;

    List<String> segments() {
        String path = exchange.getRequestURI().getPath();
        return path == null
                ? List.of()
                : List.of(path.substring(path.startsWith("/") ? 1 : 0).split("/", -1));
    }

    String lastSegment() {
        return segments().getLast();
    }

    Fields fields() {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new BankProblem(415, "NOT_JSON", "Send application/json.");
        }
        try {
            byte[] body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
            if (body.length > BODY_BYTES_MAX) {
                throw new BankProblem(413, "TOO_LARGE", "A body has at most " + BODY_BYTES_MAX + " bytes.");
            }
            return Fields.parse(body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    boolean accepts(String mediaType) {
        String accept = exchange.getRequestHeaders().getFirst("Accept");
        return accept != null && accept.contains(mediaType);
    }

    int number(String name, int standard, int max) {
        String text = query(name);
        if (text == null) {
            return standard;
        }
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > max) {
            throw BankProblem.badInput(name + " must be a whole number from 0 to " + max + ".");
        }
        return Integer.parseInt(text);
    }

    private @Nullable String query(String name) {
        String query = exchange.getRequestURI().getRawQuery();
        if (query == null) {
            return null;
        }
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return null;
    }
}
