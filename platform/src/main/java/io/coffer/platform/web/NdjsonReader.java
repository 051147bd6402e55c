package io.coffer.platform.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads a body of the media type {@code application/x-ndjson} line by line, never holding more than one line. */
public final class NdjsonReader {

    private final JsonMapper json;

    public NdjsonReader(JsonMapper json) {
        this.json = json;
    }

    /** The lines of a request's body, once. When the whole is too large, too slow or torn, the last line says so. */
    public <T> Iterable<NdjsonLine<T>> read(InputStream body, Class<T> type) {
        return () -> new Lines<>(new BufferedInputStream(body), type);
    }

    private final class Lines<T> implements Iterator<NdjsonLine<T>> {

        private final InputStream body;
        private final Class<T> type;
        private long number;
        private boolean ended;
        private @Nullable NdjsonLine<T> next;

        Lines(InputStream body, Class<T> type) {
            this.body = body;
            this.type = type;
        }

        @Override
        public boolean hasNext() {
            while (next == null && !ended) {
                next = advance();
            }
            return next != null;
        }

        @Override
        public NdjsonLine<T> next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            var line = next;
            next = null;
            return line;
        }

        /** The next line, or null for a blank one and at the end. */
        private @Nullable NdjsonLine<T> advance() {
            number++;
            var line = new ByteArrayOutputStream();
            try {
                var isWhole = readLine(line);
                if (isWhole
                        && line.toString(java.nio.charset.StandardCharsets.UTF_8)
                                .isBlank()) {
                    return null;
                }
                return isWhole
                        ? parse(line.toByteArray())
                        : faulty(EdgeProblem.BODY_TOO_LARGE.problem(
                                "A line is at most " + BodyLimit.LINE_BYTES + " bytes."));
            } catch (EdgeException refused) {
                ended = true;
                return faulty(refused.problem());
            } catch (IOException torn) {
                ended = true;
                return faulty(EdgeProblem.REQUEST_INVALID.problem("The stream broke off in this line."));
            }
        }

        /** Reads up to the line feed; false when the line was longer than allowed, and was skipped. */
        private boolean readLine(ByteArrayOutputStream line) throws IOException {
            var length = 0;
            for (var octet = body.read(); octet != '\n'; octet = body.read()) {
                if (octet < 0) {
                    ended = true;
                    break;
                }
                if (++length <= BodyLimit.LINE_BYTES) {
                    line.write(octet);
                }
            }
            return length <= BodyLimit.LINE_BYTES;
        }

        private NdjsonLine<T> parse(byte[] line) {
            try {
                var tree = StrictJson.parse(json, line);
                var value = type.cast(FieldCheck.bound(json, tree, json.constructType(type)));
                return new NdjsonLine.Parsed<>(number, value, tree);
            } catch (EdgeException refused) {
                return faulty(refused.problem());
            }
        }

        private NdjsonLine<T> faulty(Problem problem) {
            return new NdjsonLine.Faulty<>(number, problem);
        }
    }
}
