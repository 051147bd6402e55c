package io.coffer.platform.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.FastByteArrayOutputStream;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bodies of requests and answers. A request's is judged as a tree before it is bound, and the tree is kept: the
 * operation's digest is made of it. An answer's has its length in its head: in chunks it would take a second packet to
 * say that it is over.
 */
final class JsonBodies extends JacksonJsonHttpMessageConverter {

    static final String TREE = JsonBodies.class.getName();

    JsonBodies(JsonMapper json) {
        super(json);
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        if (!MediaType.APPLICATION_JSON.equalsTypeAndSubtype(
                message.getHeaders().getContentType())) {
            throw new EdgeException(EdgeProblem.UNSUPPORTED_MEDIA_TYPE);
        }
        var tree = StrictJson.parse(defaultMapper, bytes(message));
        var bound = FieldCheck.bound(defaultMapper, tree, defaultMapper.constructType(type.getType()));
        RequestContextHolder.currentRequestAttributes().setAttribute(TREE, tree, RequestAttributes.SCOPE_REQUEST);
        return bound;
    }

    private static byte[] bytes(HttpInputMessage message) {
        try {
            return message.getBody().readAllBytes();
        } catch (SocketTimeoutException slow) {
            throw new EdgeException(EdgeProblem.REQUEST_TIMEOUT);
        } catch (IOException broken) {
            throw new EdgeException(EdgeProblem.REQUEST_INVALID);
        }
    }

    @Override
    protected void writeInternal(
            Object value, ResolvableType type, HttpOutputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        var whole = new FastByteArrayOutputStream();
        super.writeInternal(value, type, new Kept(message.getHeaders(), whole), hints);
        message.getHeaders().setContentLength(whole.size());
        whole.writeTo(message.getBody());
    }

    private record Kept(HttpHeaders headers, OutputStream body) implements HttpOutputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public OutputStream getBody() {
            return body;
        }
    }
}
