package io.coffer.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Packed metadata")
class PackedMetadataTest {

    private static final String OF_A_POLICY =
            "{\"actorKind\":\"POLICY\",\"actorId\":\"policy:receipts\",\"commandedAt\":\"2026-11-22T04:00:04.473952Z\","
                    + "\"operationScope\":\"policy:receipts\",\"operationId\":\"01a21339-d309-7954-b443-384c26a51019/0\","
                    + "\"causationId\":\"01a21339-d309-7954-b443-384c26a51019\","
                    + "\"correlationId\":\"67854f00-1cb7-428f-9d1c-6e76e1a73957\",\"postingRules\":1,"
                    + "\"actorRoles\":\"POLICY\",\"tenant\":\"acme\"}";

    // Packed by the first version. Bytes like these are in data directories: this must be readable for ever.
    private static final String PACKED_THEN =
            "0181bd8802000660d5831ff46089bd8e0101a21339d3097954b443384c26a510198f0101a21339d3"
                    + "097954b443384c26a51019930167854f001cb7428f9d1c6e76e1a73957959c61636d65227d";

    @Test
    void takes_a_third_of_its_bytes() {
        assertThat(PackedMetadata.pack(bytes(OF_A_POLICY)).length).isLessThan(bytes(OF_A_POLICY).length / 3);
    }

    @Test
    void of_the_first_version_is_read_for_ever() throws IOException, NoSuchAlgorithmException {
        try (InputStream phrases = PackedMetadata.class.getResourceAsStream("phrases-1.txt")) {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Objects.requireNonNull(phrases).readAllBytes());

            assertThat(HexFormat.of().formatHex(digest))
                    .isEqualTo("e95acdedd2dcc27cc07ac074ec57bb2e711a836118565a620829b72808a7256d");
        }
        assertThat(HexFormat.of().formatHex(PackedMetadata.pack(bytes(OF_A_POLICY))))
                .isEqualTo(PACKED_THEN);
        assertThat(PackedMetadata.unpack(HexFormat.of().parseHex(PACKED_THEN))).isEqualTo(bytes(OF_A_POLICY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "存管",
                "\u0000\u0001\u0002\u007f\u0080",
                "67854f00-1cb7-428f-9d1c-6e76e1a73957",
                "67854F00-1CB7-428F-9D1C-6E76E1A73957",
                "67854f00-1cb7-428f-9d1c-6e76e1a7395",
                "67854f00-1cb7-428f-9d1c+6e76e1a73957",
                "0000-01-01T00:00:00.000000Z",
                "9999-12-31T23:59:59.999999Z",
                "1969-12-31T23:59:59.000001Z",
                "2024-02-29T00:00:00.000000Z",
                "2026-02-29T00:00:00.000000Z",
                "2026-13-01T00:00:00.000000Z",
                "2026-00-00T00:00:00.000000Z",
                "2026-11-22T24:00:00.000000Z",
                "2026-11-22T04:00:00.123Z",
                "2026-11-22T04:00:00.123456789Z",
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "4bf92f3577b34da6a3ce929d0e0e4736f",
                "4bf92f3577b34da",
                "\",\"operationId\":\"",
                "\",\"operationId\":\"\",\"operationI"
            })
    void comes_back_as_it_was(String text) {
        assertThat(PackedMetadata.unpack(PackedMetadata.pack(bytes(text)))).isEqualTo(bytes(text));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void comes_back_as_it_was_whatever_it_was(long seed) {
        Random random = new Random(seed);
        byte[] model = bytes(OF_A_POLICY);
        for (int round = 0; round < 3_000; round++) {
            byte[] plain = random.nextInt(4) == 0 ? new byte[random.nextInt(700)] : changed(model, random);
            if (plain.length > 0 && plain[0] == 0) {
                random.nextBytes(plain);
            }
            assertThat(PackedMetadata.unpack(PackedMetadata.pack(plain))).isEqualTo(plain);
        }
    }

    private static byte[] changed(byte[] model, Random random) {
        int from = random.nextInt(model.length);
        byte[] plain = Arrays.copyOfRange(model, from, from + random.nextInt(model.length - from + 1));
        for (int change = random.nextInt(5); change > 0 && plain.length > 0; change--) {
            plain[random.nextInt(plain.length)] = (byte) random.nextInt();
        }
        return plain;
    }

    @Test
    void is_kept_as_it_is_when_packing_gains_nothing() {
        byte[] noise = new byte[300];
        new Random(7).nextBytes(noise);

        assertThat(PackedMetadata.pack(noise)).hasSize(301).startsWith(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "02ff", "01ff", "0105"})
    void of_an_unknown_packing_is_refused(String hex) {
        assertThatThrownBy(() -> PackedMetadata.unpack(HexFormat.of().parseHex(hex)))
                .isInstanceOf(EventStoreException.class);
    }

    @Test
    void has_phrases_that_fit_their_numbers() {
        Phrases phrases = Phrases.VERSION_1;

        assertThat(phrases.count()).isBetween(1, Phrases.COUNT_MAX);
        assertThat(IntStream.range(0, phrases.count())
                        .mapToObj(number -> new String(phrases.phrase(number), StandardCharsets.US_ASCII)))
                .doesNotHaveDuplicates()
                .allSatisfy(phrase -> assertThat(phrase).hasSizeGreaterThanOrEqualTo(Phrases.LENGTH_MIN));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
