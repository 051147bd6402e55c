package io.coffer.command.receipts;

import io.coffer.command.kernel.Call;
import io.coffer.platform.vault.Hmac;
import io.coffer.platform.web.ContentDigest;
import io.coffer.platform.web.NdjsonLine;
import io.coffer.platform.web.NdjsonReader;
import io.coffer.platform.web.Problem;
import io.coffer.platform.web.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of notices: every line is an operation of its own, named after the file's key and its line number, so that the
 * same file sent again changes nothing. Lines are worked on side by side and answered in their order.
 */
final class NoticeStream {

    // Fewer than the connections to the store, so that a file leaves room for everybody else.
    static final int SIDE_BY_SIDE_MAX = 6;

    private final NoticeDesk desk;
    private final NdjsonReader reader;
    private final JsonMapper json;
    private final Hmac digestKey;

    NoticeStream(NoticeDesk desk, NdjsonReader reader, JsonMapper json, Hmac digestKey) {
        this.desk = desk;
        this.reader = reader;
        this.json = json;
        this.digestKey = digestKey;
    }

    void take(InputStream lines, OutputStream answers, Call call) throws IOException {
        var underWay = new ArrayDeque<UnderWay>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var line : reader.read(lines, Notice.class)) {
                var booking = booking(line);
                // Two lines of one booking keep their order: which amount is the first must not be chance.
                while (underWay.size() == SIDE_BY_SIDE_MAX || isUnderWay(booking, underWay)) {
                    write(underWay.removeFirst().answer(), answers);
                }
                underWay.addLast(new UnderWay(booking, threads.submit(() -> answer(line, call))));
            }
            while (!underWay.isEmpty()) {
                write(underWay.removeFirst().answer(), answers);
            }
        }
    }

    private static boolean isUnderWay(String booking, ArrayDeque<UnderWay> lines) {
        return !booking.isEmpty()
                && lines.stream().anyMatch(line -> line.booking().equals(booking));
    }

    /** What the bank calls the booking; nothing for a line that is none. */
    private static String booking(NdjsonLine<Notice> line) {
        return switch (line) {
            case NdjsonLine.Faulty<Notice> _ -> "";
            case NdjsonLine.Parsed<Notice> parsed -> parsed.value().bankKey();
        };
    }

    private record UnderWay(String booking, Future<LineAnswer> answer) {}

    private LineAnswer answer(NdjsonLine<Notice> line, Call call) {
        return switch (line) {
            case NdjsonLine.Faulty<Notice>(var number, var problem) -> LineAnswer.refused(number, problem);
            case NdjsonLine.Parsed<Notice>(var number, var notice, var tree) -> {
                try {
                    var digest = ContentDigest.of(digestKey, "POST", NoticeController.PATH, tree);
                    yield LineAnswer.taken(number, desk.take(notice, call.line(number, digest.hex())));
                } catch (RuntimeException e) {
                    yield LineAnswer.refused(number, Problems.of(e));
                }
            }
        };
    }

    private void write(Future<LineAnswer> answer, OutputStream answers) throws IOException {
        try {
            answers.write(json.writeValueAsBytes(answer.get()));
            answers.write('\n');
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Stopped in the middle of a stream", e));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** What became of one line. */
    record LineAnswer(
            long line, String outcome, Optional<String> id, Optional<Long> position, Optional<Problem> problem) {

        static LineAnswer taken(long line, NoticeAnswer answer) {
            return new LineAnswer(
                    line, answer.outcome().name(), Optional.of(answer.id()), answer.position(), Optional.empty());
        }

        static LineAnswer refused(long line, Problem problem) {
            return new LineAnswer(line, "REFUSED", Optional.empty(), Optional.empty(), Optional.of(problem));
        }
    }
}
