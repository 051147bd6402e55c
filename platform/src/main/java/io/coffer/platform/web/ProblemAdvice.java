package io.coffer.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

@RestControllerAdvice
final class ProblemAdvice {

    private final ProblemWriter writer;

    ProblemAdvice(ProblemWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    void answer(Throwable thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (thrown) {
            // Security's filters stand outside of Spring MVC and answer these themselves.
            case AccessDeniedException denied -> throw denied;
            case AuthenticationException unknown -> throw unknown;
            default -> writer.write(request, response, thrown);
        }
    }

    @ExceptionHandler
    void nobodyListens(AsyncRequestNotUsableException gone) {
        // The client closed its connection; there is nobody to answer.
    }
}
