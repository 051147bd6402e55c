package io.coffer.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.axonframework.common.IdentifierFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The name under which one request is found in the logs, in its answer and in the events that it causes. */
public final class TraceId {

    public static final String HEADER = "X-Correlation-Id";

    static final String MDC_KEY = "traceId";
    private static final String ATTRIBUTE = TraceId.class.getName();
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private TraceId() {}

    /** The client's own id when it is one of ours could be; anything else is replaced, so that no log can be forged. */
    static String assign(HttpServletRequest request) {
        var given = request.getHeader(HEADER);
        var id = given != null && ACCEPTED.matcher(given).matches() ? given : newId();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    public static @Nullable String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? id : null;
    }

    /** The id of the request that this thread serves; a new one outside of any request. */
    public static String current() {
        var id = MDC.get(MDC_KEY);
        return id == null ? newId() : id;
    }

    /** As every message gets one: ordered by time, and without asking the system for random numbers each time. */
    private static String newId() {
        return IdentifierFactory.getInstance().generateIdentifier();
    }
}
