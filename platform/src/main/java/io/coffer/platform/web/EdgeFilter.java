package io.coffer.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/** The outermost filter: names the request, refuses what no address and no body of ours ever is, bounds the body. */
final class EdgeFilter extends OncePerRequestFilter {

    /** Parameters after a semicolon, empty or dotted steps, and anything that decodes to a separator or a control. */
    private static final Pattern NEVER_IN_A_PATH =
            Pattern.compile(";|//|\\\\|(^|/)\\.{1,2}(/|$)|%(2f|5c|2e|3b|25|[01][0-9a-f]|7f)", Pattern.CASE_INSENSITIVE);

    private static final Pattern NEVER_IN_A_QUERY = Pattern.compile("%00", Pattern.CASE_INSENSITIVE);

    private final ProblemWriter writer;

    EdgeFilter(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var trace = TraceId.assign(request);
        response.setHeader(TraceId.HEADER, trace);
        MDC.put(TraceId.MDC_KEY, trace);
        try {
            requirePlainAddress(request);
            if (CorsUtils.isPreFlightRequest(request)) {
                throw new EdgeException(EdgeProblem.ORIGIN_NOT_ALLOWED);
            }
            chain.doFilter(new BoundedRequest(request, BodyLimit.of(requireKnownBody(request))), response);
        } catch (AccessDeniedException denied) {
            writer.write(request, response, EdgeProblem.ROLE_MISSING.problem());
        } catch (IOException | RuntimeException | ServletException thrown) {
            writer.write(request, response, thrown);
        } finally {
            MDC.remove(TraceId.MDC_KEY);
        }
    }

    private static void requirePlainAddress(HttpServletRequest request) {
        var query = request.getQueryString();
        var path = request.getRequestURI();
        if ((!isPlain(path) && NEVER_IN_A_PATH.matcher(path).find())
                || (query != null && NEVER_IN_A_QUERY.matcher(query).find())) {
            throw new EdgeException(EdgeProblem.PATH_INVALID);
        }
    }

    /** Whether it consists of steps that are words or identities: most addresses do, and need no pattern's work on every character. */
    private static boolean isPlain(String path) {
        var before = ' ';
        for (var index = 0; index < path.length(); index++) {
            var character = path.charAt(index);
            var isWord = (character >= 'a' && character <= 'z')
                    || (character >= 'A' && character <= 'Z')
                    || (character >= '0' && character <= '9')
                    || character == '-'
                    || character == '_'
                    || character == ':';
            if (!isWord && (character != '/' || before == '/')) {
                return false;
            }
            before = character;
        }
        return true;
    }

    /** Refuses compressed bodies and charsets other than UTF-8 before a byte of them is read. */
    private static MediaType requireKnownBody(HttpServletRequest request) {
        var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.strip().toLowerCase(Locale.ROOT).equals("identity")) {
            throw new EdgeException(EdgeProblem.UNSUPPORTED_MEDIA_TYPE, "Send the body without Content-Encoding.");
        }
        var type = mediaType(request.getContentType());
        var charset = type.getParameter("charset");
        if (charset != null && !charset.replace("\"", "").equalsIgnoreCase("utf-8")) {
            throw new EdgeException(EdgeProblem.UNSUPPORTED_MEDIA_TYPE, "Bodies are UTF-8.");
        }
        return type;
    }

    private static MediaType mediaType(@Nullable String contentType) {
        try {
            var type = contentType == null ? MediaType.APPLICATION_OCTET_STREAM : MediaType.parseMediaType(contentType);
            if (type.isConcrete()) {
                return type;
            }
            throw new EdgeException(EdgeProblem.UNSUPPORTED_MEDIA_TYPE);
        } catch (InvalidMediaTypeException unreadable) {
            throw new EdgeException(EdgeProblem.UNSUPPORTED_MEDIA_TYPE);
        }
    }
}
