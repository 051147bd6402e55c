package io.coffer.platform.time;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the clock's port understands. */
final class ClockRequests {

    private static final Logger LOG = LoggerFactory.getLogger(ClockRequests.class);
    private static final int LONGEST_BODY = 1_024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final SimulatedClock clock;

    ClockRequests(SimulatedClock clock) {
        this.clock = clock;
    }

    @SuppressWarnings("ArrayRecordComponent") // Written to the wire and forgotten.
    record Answer(int status, String mediaType, String allow, byte[] body) {}

    record Reading(String now, String lead) {}

    record Advance(String by) {}

    record Move(String now) {}

    Answer answer(String method, String path, String mediaType, InputStream body) {
        try {
            return switch (path) {
                case "/clock" ->
                    switch (method) {
                        case "GET", "HEAD" -> reading();
                        case "PUT" -> move(read(mediaType, body, Move.class));
                        default -> notAllowed("GET, HEAD, PUT");
                    };
                case "/clock/advance" ->
                    method.equals("POST") ? advance(read(mediaType, body, Advance.class)) : notAllowed("POST");
                default -> problem(404, "NOT_FOUND", "There is /clock and /clock/advance.");
            };
        } catch (ClockRefusal refusal) {
            return problem(refusal.status(), refusal.code(), refusal.sentence());
        } catch (IOException | RuntimeException failure) {
            LOG.error("The simulated clock was not moved", failure);
            return problem(500, "INTERNAL", "The clock was not moved; the log says why.");
        }
    }

    private Answer advance(Advance request) {
        try {
            clock.advance(Duration.parse(request.by()));
            return reading();
        } catch (DateTimeException _) {
            throw malformed("by is a duration such as PT24H.");
        }
    }

    private Answer move(Move request) {
        try {
            clock.moveTo(Instant.parse(request.now()));
            return reading();
        } catch (DateTimeException _) {
            throw malformed("now is a moment such as 2026-12-01T00:00:00Z.");
        }
    }

    private static <T> T read(String mediaType, InputStream body, Class<T> type) throws IOException {
        // Also keeps web pages out: a browser asks before it sends JSON to a foreign port.
        if (!mediaType.toLowerCase(Locale.ROOT).matches("application/json *(;.*)?")) {
            throw new ClockRefusal(415, "MEDIA_TYPE_NOT_SUPPORTED", "The body is application/json.");
        }
        var bytes = body.readNBytes(LONGEST_BODY + 1);
        if (bytes.length > LONGEST_BODY) {
            throw new ClockRefusal(413, "BODY_TOO_LARGE", "The body has at most " + LONGEST_BODY + " bytes.");
        }
        try {
            var value = JSON.readValue(bytes, type);
            if (value == null) {
                throw malformed("The body is a JSON object.");
            }
            return value;
        } catch (JacksonException _) {
            throw malformed("The body is a JSON object with exactly one text: by, or now.");
        }
    }

    private Answer reading() {
        var reading = new Reading(clock.instant().toString(), clock.lead().toString());
        return new Answer(200, "application/json", "", JSON.writeValueAsBytes(reading));
    }

    private static Answer notAllowed(String allow) {
        var problem = problem(405, "METHOD_NOT_ALLOWED", "Allowed: " + allow + ".");
        return new Answer(problem.status(), problem.mediaType(), allow, problem.body());
    }

    private static ClockRefusal malformed(String sentence) {
        return new ClockRefusal(400, "MALFORMED", sentence);
    }

    private static Answer problem(int status, String code, String sentence) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("status", status);
        problem.put("code", code);
        problem.put("detail", sentence);
        return new Answer(status, "application/problem+json", "", JSON.writeValueAsBytes(problem));
    }
}
