package io.coffer.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what an operation answers: its headers and a record as JSON. Spring would first ask again what the caller takes,
 * which {@link RequestCheck} knew before the operation ran, and look for what only reads have: conditions and downloads.
 */
final class OperationAnswers implements HandlerMethodReturnValueHandler {

    private static final Set<RequestMethod> CHANGING =
            EnumSet.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE);

    private final JsonMapper json;
    private final Map<Method, Boolean> operations = new ConcurrentHashMap<>();

    OperationAnswers(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        var method = type.getMethod();
        return method != null && operations.computeIfAbsent(method, OperationAnswers::isOperation);
    }

    private static boolean isOperation(Method method) {
        var route = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (route == null || !changes(route) || method.getReturnType() != ResponseEntity.class) {
            return false;
        }
        var body = ResolvableType.forMethodReturnType(method).getGeneric(0).resolve();
        return body != null && body.isRecord();
    }

    /** What names its format itself is no operation's answer. */
    private static boolean changes(RequestMapping route) {
        return route.produces().length == 0
                && route.method().length > 0
                && CHANGING.containsAll(List.of(route.method()));
    }

    @Override
    public void handleReturnValue(
            @Nullable Object answer, MethodParameter type, ModelAndViewContainer model, NativeWebRequest request)
            throws IOException {
        model.setRequestHandled(true);
        var response = request.getNativeResponse(HttpServletResponse.class);
        if (response != null && answer instanceof ResponseEntity<?> entity) {
            write(entity, response);
        }
    }

    private void write(ResponseEntity<?> entity, HttpServletResponse response) throws IOException {
        // Before anything is told: what cannot be written is a problem, with a problem's status and headers.
        var body = entity.getBody() == null ? new byte[0] : json.writeValueAsBytes(entity.getBody());
        response.setStatus(entity.getStatusCode().value());
        entity.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        if (body.length > 0) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
