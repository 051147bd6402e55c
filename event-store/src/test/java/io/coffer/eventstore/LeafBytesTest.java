package io.coffer.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The leaf bytes of an event")
class LeafBytesTest {

    private static final Path APPROVED =
            Path.of(System.getProperty("coffer.repository"), "event-store/src/test/resources/leaf-bytes.txt");
    private static final UUID EVENT_ID = UUID.fromString("01a21339-d309-7954-b443-384c26a51019");
    private static final Instant BOOKED_AT = Instant.parse("2026-11-22T12:00:00.123456Z");

    @Test
    void are_those_that_were_frozen() throws IOException {
        String vectors = vectors().stream().map(LeafBytesTest::described).collect(Collectors.joining("\n"));
        if (Boolean.getBoolean("coffer.approve")) {
            Files.writeString(APPROVED, vectors);
        }

        assertThat(vectors).isEqualTo(Files.readString(APPROVED));
    }

    @Test
    void differ_when_any_field_differs() {
        assertThat(vectors())
                .extracting(event -> HexFormat.of().formatHex(LeafBytes.of(event)))
                .doesNotHaveDuplicates();
    }

    private static List<StoredEvent> vectors() {
        List<StoredEvent> vectors = new ArrayList<>();
        vectors.add(event(1, "Thing", "A", 0, BOOKED_AT, "1", "{}"));
        vectors.add(event(2, "Thing", "A", 0, BOOKED_AT, "1", "{}"));
        vectors.add(event(1, "Thin", "gA", 0, BOOKED_AT, "1", "{}"));
        vectors.add(event(1, "Thing", "A", Integer.MAX_VALUE, BOOKED_AT, "1", "{}"));
        vectors.add(event(1, "Thing", "A", 0, BOOKED_AT.plusNanos(1_000), "1", "{}"));
        vectors.add(event(1, "Thing", "A", 0, Instant.parse("1969-12-31T23:59:59.999999Z"), "1", "{}"));
        vectors.add(event(1, "Thing", "A", 0, BOOKED_AT, null, "{}"));
        vectors.add(event(1, "Thing", "A", 0, BOOKED_AT, "", "{}"));
        vectors.add(event(1, "Thing", "A", 0, BOOKED_AT, "1", ""));
        vectors.add(event(1, "Thing", "存管-1", 0, BOOKED_AT, "1", "{\"name\":\"王芳\"}"));
        vectors.add(event(Long.MAX_VALUE, "", EVENT_ID.toString(), 0, BOOKED_AT, "1", "{}"));
        return vectors;
    }

    private static StoredEvent event(
            long position,
            String aggregateType,
            String aggregateId,
            long sequence,
            Instant bookedAt,
            @Nullable String revision,
            String payload) {
        return new StoredEvent(
                position,
                aggregateType,
                aggregateId,
                sequence,
                EVENT_ID,
                bookedAt,
                "things.Made",
                revision,
                "{\"tenant\":\"t1\"}".getBytes(StandardCharsets.UTF_8),
                payload.getBytes(StandardCharsets.UTF_8));
    }

    private static String described(StoredEvent event) {
        byte[] leaf = LeafBytes.of(event);
        return """
                %s
                metadata %s
                payload %s
                bytes %s
                sha-256 %s
                """.formatted(
                        event,
                        text(event.metadata()),
                        text(event.payload()),
                        HexFormat.of().formatHex(leaf),
                        HexFormat.of().formatHex(sha256(leaf)));
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
