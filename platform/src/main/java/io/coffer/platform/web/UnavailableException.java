package io.coffer.platform.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The service cannot answer now: 503, with the time after which asking again makes sense. */
public final class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** @param detail one sentence for the client; no class name, no address */
    public UnavailableException(String detail, Duration retryAfter, @Nullable Throwable cause) {
        super(detail, cause);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
