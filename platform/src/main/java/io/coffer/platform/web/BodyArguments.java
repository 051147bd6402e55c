package io.coffer.platform.web;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives controllers the body of a request as a record. It is JSON always, so that no converter need be looked for. It is
 * judged as a tree, and the tree is kept: the operation's digest is made of it.
 */
final class BodyArguments implements HandlerMethodArgumentResolver {

    private static final String TREE = BodyArguments.class.getName();

    private final JsonMapper json;

    BodyArguments(JsonMapper json) {
        this.json = json;
    }

    /** The document that was the body of this request; empty when the operation takes none. */
    static Optional<JsonNode> tree(HttpServletRequest request) {
        return request.getAttribute(TREE) instanceof JsonNode tree ? Optional.of(tree) : Optional.empty();
    }

    /** Ours only: the handlers of Spring's actuator declare a body that most of them never get. */
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class)
                && RequestCheck.isOurs(parameter.getContainingClass());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders)
            throws HttpMediaTypeNotSupportedException {
        var request = requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        requireJson(request);
        var tree = StrictJson.parse(json, bytes(request));
        var bound = FieldCheck.bound(json, tree, json.constructType(parameter.getGenericParameterType()));
        request.setAttribute(TREE, tree);
        return bound;
    }

    private static void requireJson(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        var type = request.getContentType();
        if (type == null && !hasBody(request)) {
            throw new EdgeException(EdgeProblem.MALFORMED_JSON);
        }
        // Its form and its charset were looked at when the request came in.
        var given = type == null ? MediaType.APPLICATION_OCTET_STREAM : MediaType.parseMediaType(type);
        if (!MediaType.APPLICATION_JSON.equalsTypeAndSubtype(given)) {
            throw new HttpMediaTypeNotSupportedException(given, List.of(MediaType.APPLICATION_JSON));
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static byte[] bytes(HttpServletRequest request) {
        try {
            var length = request.getContentLength();
            var body = request.getInputStream();
            return length < 0 ? body.readAllBytes() : body.readNBytes(length);
        } catch (SocketTimeoutException slow) {
            throw new EdgeException(EdgeProblem.REQUEST_TIMEOUT);
        } catch (IOException broken) {
            throw new EdgeException(EdgeProblem.REQUEST_INVALID);
        }
    }
}
