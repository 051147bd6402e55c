package io.coffer.platform.web;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers {@link IdempotencyKey}, {@link IfMatch} and {@code Optional<IfMatch>} as plain parameters. */
final class HeaderArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.nestedIfOptional().getNestedParameterType();
        return type == IfMatch.class || parameter.getParameterType() == IdempotencyKey.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (parameter.getParameterType() == IdempotencyKey.class) {
            return IdempotencyKey.of(headers(request, IdempotencyKey.HEADER));
        }
        var given = headers(request, HttpHeaders.IF_MATCH);
        var ifMatch = given.isEmpty() ? Optional.<IfMatch>empty() : Optional.of(IfMatch.of(given));
        if (parameter.getParameterType() == Optional.class) {
            return ifMatch;
        }
        return ifMatch.orElseThrow(() -> new EdgeException(EdgeProblem.PRECONDITION_REQUIRED));
    }

    private static List<String> headers(NativeWebRequest request, String name) {
        var values = request.getHeaderValues(name);
        return values == null ? Collections.emptyList() : List.of(values);
    }
}
