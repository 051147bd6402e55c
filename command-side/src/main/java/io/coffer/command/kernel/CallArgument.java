package io.coffer.command.kernel;

import io.coffer.api.kernel.OperationId;
import io.coffer.platform.security.Actors;
import io.coffer.platform.vault.Hmac;
import io.coffer.platform.web.ContentDigest;
import io.coffer.platform.web.EdgeException;
import io.coffer.platform.web.EdgeProblem;
import io.coffer.platform.web.IdempotencyKey;
import io.coffer.platform.web.TraceId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers their {@link Call}. */
final class CallArgument implements HandlerMethodArgumentResolver {

    private final Hmac digestKey;

    CallArgument(Hmac digestKey) {
        this.digestKey = digestKey;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Call.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var actor = Actors.current();
        return new Call(
                actor,
                operationId(request, actor),
                () -> ContentDigest.current(request, digestKey).hex(),
                TraceId.current());
    }

    private static OperationId operationId(HttpServletRequest request, io.coffer.api.kernel.Actor actor) {
        List<String> keys = Collections.list(request.getHeaders(IdempotencyKey.HEADER));
        return switch (keys.size()) {
            case 0 -> throw new EdgeException(EdgeProblem.IDEMPOTENCY_KEY_MISSING);
            case 1 -> new IdempotencyKey(keys.getFirst()).operationOf(actor);
            default -> throw new EdgeException(EdgeProblem.IDEMPOTENCY_KEY_INVALID);
        };
    }
}
