package io.coffer.platform.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.net.SocketTimeoutException;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractJacksonHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.databind.json.JsonMapper;

/** Judges a JSON body as a tree before it is bound, and keeps the tree: the operation's digest is made of it. */
@ControllerAdvice
final class StrictBody extends RequestBodyAdviceAdapter {

    static final String TREE = StrictBody.class.getName();

    private final JsonMapper json;

    StrictBody(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converterType) {
        return AbstractJacksonHttpMessageConverter.class.isAssignableFrom(converterType);
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        if (!MediaType.APPLICATION_JSON.equalsTypeAndSubtype(
                message.getHeaders().getContentType())) {
            throw new EdgeException(EdgeProblem.UNSUPPORTED_MEDIA_TYPE);
        }
        var bytes = bytes(message);
        var tree = StrictJson.parse(json, bytes);
        var faults = FieldCheck.faults(json, tree, json.constructType(target));
        if (!faults.isEmpty()) {
            throw new EdgeException(FieldFault.problem(faults));
        }
        RequestContextHolder.currentRequestAttributes().setAttribute(TREE, tree, RequestAttributes.SCOPE_REQUEST);
        return new Judged(message.getHeaders(), bytes);
    }

    private static byte[] bytes(HttpInputMessage message) throws IOException {
        try {
            return message.getBody().readAllBytes();
        } catch (SocketTimeoutException slow) {
            throw new EdgeException(EdgeProblem.REQUEST_TIMEOUT);
        } catch (IOException broken) {
            throw new EdgeException(EdgeProblem.REQUEST_INVALID);
        }
    }

    private static final class Judged implements HttpInputMessage {

        private final HttpHeaders headers;
        private final byte[] bytes;

        Judged(HttpHeaders headers, byte[] bytes) {
            this.headers = headers;
            this.bytes = bytes;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
