package io.coffer.benchmarks.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One kept-alive connection that always waits for exactly one answer. */
final class Connection implements AutoCloseable {

    private static final int ANSWER_MAX = 16_384;

    private final int port;
    private final Selector selector;
    private final ByteBuffer answer = ByteBuffer.allocate(ANSWER_MAX);
    private SocketChannel channel;
    private long number;
    private long sentAt;
    private boolean accepted;

    Connection(int port, Selector selector) throws IOException {
        this.port = port;
        this.selector = selector;
        this.channel = open();
    }

    /** Another one in its place: a server that is busy says so and may close the connection. */
    void reopen() throws IOException {
        channel.close();
        answer.clear();
        channel = open();
    }

    private SocketChannel open() throws IOException {
        var opened = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        opened.configureBlocking(false);
        opened.register(selector, SelectionKey.OP_READ, this);
        return opened;
    }

    void send(Request request, long theNumber) throws IOException {
        number = theNumber;
        sendAgain(request);
    }

    /** With the same number: whoever was told to come back, or not told at all, repeats the operation under its key. */
    void sendAgain(Request request) throws IOException {
        var bytes = request.of(number);
        sentAt = System.nanoTime();
        // A request is smaller than any socket's buffer, and the one before it was answered.
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Whether the answer is whole; then the connection is free for the next request. */
    boolean receive() throws IOException {
        if (channel.read(answer) < 0) {
            throw new IOException("The server closed a connection");
        }
        var length = answer.position();
        var bytes = answer.array();
        var head = endOfHead(bytes, length);
        if (head < 0) {
            return false;
        }
        var text = new String(bytes, 0, head, StandardCharsets.US_ASCII);
        if (!isWhole(text, bytes, head, length)) {
            return false;
        }
        accepted = text.startsWith("HTTP/1.1 2");
        if (!accepted && !text.startsWith("HTTP/1.1 503")) {
            throw new IllegalStateException("Refused: " + new String(bytes, 0, length, StandardCharsets.UTF_8));
        }
        answer.clear();
        return true;
    }

    /** Whether the last answer was more than that the server was busy. */
    boolean isAccepted() {
        return accepted;
    }

    /** Of the request that it waits for. */
    long number() {
        return number;
    }

    long nanosWaited() {
        return System.nanoTime() - sentAt;
    }

    private static boolean isWhole(String head, byte[] bytes, int body, int length) {
        var named = head.indexOf("Content-Length: ");
        if (named >= 0) {
            var end = head.indexOf('\r', named);
            return length - body == Integer.parseInt(head, named + 16, end, 10);
        }
        // Chunked: the last chunk is empty.
        return length - body >= 5 && bytes[length - 5] == '0' && bytes[length - 3] == '\n' && bytes[length - 1] == '\n';
    }

    private static int endOfHead(byte[] bytes, int length) {
        for (var index = 3; index < length; index++) {
            if (bytes[index] == '\n' && bytes[index - 2] == '\n') {
                return index + 1;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
