package io.coffer.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Before one of our operations runs: can the caller take its answer, and does it expect the body that was sent? Spring
 * would notice the first only when the money has moved, and the second never.
 */
final class RequestCheck implements HandlerInterceptor {

    /** Reading annotations took as long as all else here; the operations are few and known at the start. */
    private final Map<Method, Boolean> takesBody = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, HttpMediaTypeNotAcceptableException {
        if (handler instanceof HandlerMethod method && isOurs(method.getBeanType())) {
            requireTakesJson(request);
            if (!takesBody.computeIfAbsent(method.getMethod(), _ -> takesBody(method))) {
                requireNoBody(request);
            }
        }
        return true;
    }

    /** Whether its operations are ours, and not those of Spring's actuator or of a page. */
    static boolean isOurs(Class<?> controller) {
        return controller.getPackageName().startsWith("io.coffer.") && controller != ErrorPage.class;
    }

    /** An operation that names what it produces is matched by Spring before it runs. */
    private static void requireTakesJson(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
        if (request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) != null) {
            return;
        }
        var accepted = accepted(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        if (accepted.stream().noneMatch(MediaType.APPLICATION_JSON::isCompatibleWith)) {
            throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
        }
        // Who accepts problem+json too must not get a success under that name.
        request.setAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE, Set.of(MediaType.APPLICATION_JSON));
    }

    private static List<MediaType> accepted(List<String> headers) throws HttpMediaTypeNotAcceptableException {
        try {
            return headers.isEmpty() ? List.of(MediaType.ALL) : MediaType.parseMediaTypes(headers);
        } catch (InvalidMediaTypeException unreadable) {
            throw new HttpMediaTypeNotAcceptableException(String.valueOf(unreadable.getMessage()));
        }
    }

    private static boolean takesBody(HandlerMethod method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        return (mapping != null && mapping.consumes().length > 0)
                || Arrays.stream(method.getMethodParameters()).anyMatch(RequestCheck::isBody);
    }

    private static boolean isBody(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class)
                || InputStream.class.isAssignableFrom(parameter.getParameterType());
    }

    private static void requireNoBody(HttpServletRequest request) throws IOException {
        var length = request.getContentLengthLong();
        var isChunked = length < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (length > 0 || (isChunked && request.getInputStream().read() >= 0)) {
            throw new EdgeException(EdgeProblem.BODY_UNEXPECTED);
        }
    }
}
