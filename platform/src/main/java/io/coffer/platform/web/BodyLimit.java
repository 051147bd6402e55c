package io.coffer.platform.web;

import java.time.Duration;
import org.springframework.http.MediaType;

/** How large a body may be and how long it may take to arrive. */
record BodyLimit(long bytes, Duration time) {

    static final int DOCUMENT_BYTES = 1024 * 1024;
    static final int LINE_BYTES = 16 * 1024;

    private static final BodyLimit DOCUMENT = new BodyLimit(DOCUMENT_BYTES, Duration.ofSeconds(30));
    private static final BodyLimit STREAM = new BodyLimit(64L * 1024 * 1024, Duration.ofMinutes(30));

    static BodyLimit of(MediaType type) {
        return MediaType.APPLICATION_NDJSON.equalsTypeAndSubtype(type) ? STREAM : DOCUMENT;
    }
}
