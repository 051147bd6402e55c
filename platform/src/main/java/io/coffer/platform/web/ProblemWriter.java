package io.coffer.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponse;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as the whole answer, wherever in the stack the request was refused. */
public final class ProblemWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);
    private static final String RETRY_SECONDS = "2";

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Answers with what the exception says; only an {@link EdgeProblem#INTERNAL} is logged, with its trace. */
    public void write(HttpServletRequest request, HttpServletResponse response, Throwable thrown) throws IOException {
        var problem = ProblemOf.exception(thrown);
        if (problem.status() == EdgeProblem.INTERNAL.status()) {
            LOG.error("Unexpected failure, trace {}", TraceId.of(request), thrown);
        }
        if (thrown instanceof ErrorResponse answer && !response.isCommitted()) {
            answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        if (thrown instanceof UnavailableException unavailable) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, unavailable.retryAfter().toSeconds())));
        }
        write(request, response, problem);
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        if (problem.status() == EdgeProblem.SERVICE_UNAVAILABLE.status()
                && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        var body = json.writeValueAsBytes(problem.metBy(address(request), TraceId.of(request)));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private static String address(HttpServletRequest request) {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return asked instanceof String path ? path : request.getRequestURI();
    }
}
