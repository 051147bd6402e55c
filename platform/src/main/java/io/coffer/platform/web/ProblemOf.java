package io.coffer.platform.web;

import io.coffer.api.kernel.MalformedKey;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.money.NotMoney;
import io.coffer.eventstore.EventStoreUnavailableException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.messaging.HandlerExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** Which problem an exception is. Anything unknown is {@link EdgeProblem#INTERNAL}, and a bug. */
final class ProblemOf {

    private static final int DEEPEST_CAUSE = 12;

    private ProblemOf() {}

    static Problem exception(Throwable thrown) {
        var problem = Optional.<Problem>empty();
        for (var cause : causes(thrown)) {
            problem = problem.or(() -> told(cause));
        }
        return problem.orElseGet(EdgeProblem.INTERNAL::problem);
    }

    /** Outermost first: a wrapper that says more than its cause wins, one that says nothing steps aside. */
    private static List<Throwable> causes(Throwable thrown) {
        var causes = new ArrayList<Throwable>();
        for (var at = thrown; at != null && causes.size() < DEEPEST_CAUSE; at = at.getCause()) {
            causes.add(at);
        }
        return causes;
    }

    private static Optional<Problem> told(Throwable thrown) {
        return switch (thrown) {
            case RejectionException refused -> Optional.of(Problems.of(refused.rejection()));
            case EdgeException refused -> Optional.of(refused.problem());
            case UnavailableException unavailable ->
                Optional.of(EdgeProblem.SERVICE_UNAVAILABLE.problem(String.valueOf(unavailable.getMessage())));
            case NotMoney malformed -> Optional.of(Problems.of(malformed));
            case MalformedKey malformed -> Optional.of(Problems.of(malformed));
            case HandlerExecutionException failed
            when failed.getDetails().orElse(null) instanceof Rejection rejection -> Optional.of(Problems.of(rejection));
            case EventStoreUnavailableException _,
                    DataAccessResourceFailureException _,
                    TransientDataAccessException _,
                    CannotCreateTransactionException _,
                    AuthenticationServiceException _,
                    JwtDecoderInitializationException _,
                    SQLTransientException _ -> Optional.of(EdgeProblem.SERVICE_UNAVAILABLE.problem());
            case SocketTimeoutException _ -> Optional.of(EdgeProblem.REQUEST_TIMEOUT.problem());
            case InvalidParameterException _, BadRequestException _ ->
                Optional.of(EdgeProblem.REQUEST_INVALID.problem());
            default -> fromSpring(thrown);
        };
    }

    private static Optional<Problem> fromSpring(Throwable thrown) {
        return switch (thrown) {
            case MethodArgumentTypeMismatchException mismatch -> Optional.of(mismatch(mismatch));
            case MissingServletRequestParameterException missing ->
                Optional.of(FieldFault.problem(
                        List.of(FieldFault.of(missing.getParameterName(), EdgeProblem.FIELD_INVALID, "is required"))));
            case HttpMessageNotWritableException _ -> Optional.of(EdgeProblem.INTERNAL.problem());
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable.getCause());
            case HttpMediaTypeNotSupportedException unsupported ->
                Optional.of(EdgeProblem.UNSUPPORTED_MEDIA_TYPE
                        .problem()
                        .with(
                                "accepts",
                                unsupported.getSupportedMediaTypes().stream()
                                        .map(MediaType::toString)
                                        .toList()));
            case ErrorResponse response ->
                Optional.of(
                        EdgeProblem.ofStatus(response.getStatusCode().value()).problem());
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> unreadable(@Nullable Throwable cause) {
        return switch (cause) {
            // Spring's way to say that there is no body.
            case null -> Optional.of(EdgeProblem.MALFORMED_JSON.problem());
            case JacksonException unbound -> Optional.of(FieldFault.problem(List.of(Unbound.fault("", unbound))));
            case SocketTimeoutException _ -> Optional.of(EdgeProblem.REQUEST_TIMEOUT.problem());
            case IOException _ -> Optional.of(EdgeProblem.REQUEST_INVALID.problem());
            default -> Optional.empty();
        };
    }

    /** A malformed identity in the path is an object that cannot exist; a malformed parameter is the caller's slip. */
    private static Problem mismatch(MethodArgumentTypeMismatchException mismatch) {
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return EdgeProblem.NOT_FOUND.problem();
        }
        return FieldFault.problem(
                List.of(FieldFault.of(mismatch.getName(), EdgeProblem.FIELD_INVALID, "is not what it must be")));
    }
}
