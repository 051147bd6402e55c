package io.coffer.platform.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request whose body ends in a refusal once it is larger or slower than its limit. */
final class BoundedRequest extends HttpServletRequestWrapper {

    private final BodyLimit limit;
    private @Nullable Bounded stream;

    BoundedRequest(HttpServletRequest request, BodyLimit limit) {
        super(request);
        this.limit = limit;
        if (request.getContentLengthLong() > limit.bytes()) {
            throw tooLarge(limit);
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (stream == null) {
            stream = new Bounded(super.getInputStream(), limit);
        }
        return stream;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static EdgeException tooLarge(BodyLimit limit) {
        return new EdgeException(EdgeProblem.BODY_TOO_LARGE, "The body is larger than " + limit.bytes() + " bytes.");
    }

    private static final class Bounded extends ServletInputStream {

        private final ServletInputStream body;
        private final BodyLimit limit;
        private final long deadline;
        private long bytes;

        Bounded(ServletInputStream body, BodyLimit limit) {
            this.body = body;
            this.limit = limit;
            this.deadline = System.nanoTime() + limit.time().toNanos();
        }

        @Override
        public int read() throws IOException {
            var single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (System.nanoTime() - deadline > 0) {
                throw new EdgeException(EdgeProblem.REQUEST_TIMEOUT);
            }
            var read = body.read(buffer, offset, length);
            bytes += Math.max(0, read);
            if (bytes > limit.bytes()) {
                throw tooLarge(limit);
            }
            return read;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
