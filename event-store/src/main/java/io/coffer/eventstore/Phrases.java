package io.coffer.eventstore;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Texts that metadata is full of, each known by its line. A list is never changed: a better one is a new version. */
final class Phrases {

    static final Phrases VERSION_1 = read("phrases-1.txt");

    static final int LENGTH_MIN = 4;
    static final int COUNT_MAX = 128;

    private static final int BUCKETS = 512;

    private final byte[][] phrases;
    // By the first four bytes, the longest phrase first.
    private final int[][] buckets = new int[BUCKETS][];

    private Phrases(List<String> lines) {
        this.phrases = lines.stream()
                .map(line -> line.getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
        Arrays.fill(buckets, new int[0]);
        for (int number = 0; number < phrases.length; number++) {
            int bucket = bucket(phrases[number], 0);
            int[] longer = Arrays.copyOf(buckets[bucket], buckets[bucket].length + 1);
            longer[longer.length - 1] = number;
            buckets[bucket] = Arrays.stream(longer)
                    .boxed()
                    .sorted((one, other) -> phrases[other].length - phrases[one].length)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }

    byte[] phrase(int number) {
        return phrases[number];
    }

    int count() {
        return phrases.length;
    }

    /** The number of the longest phrase that stands here, or -1. */
    int at(byte[] text, int index) {
        if (index + LENGTH_MIN > text.length) {
            return -1;
        }
        for (int number : buckets[bucket(text, index)]) {
            byte[] phrase = phrases[number];
            int end = index + phrase.length;
            if (end <= text.length && Arrays.equals(phrase, 0, phrase.length, text, index, end)) {
                return number;
            }
        }
        return -1;
    }

    private static int bucket(byte[] text, int index) {
        int first = (text[index] << 24) ^ (text[index + 1] << 16) ^ (text[index + 2] << 8) ^ text[index + 3];
        return (first * 0x9E3779B1) >>> 23;
    }

    private static Phrases read(String resource) {
        try (InputStream in = requireNonNull(Phrases.class.getResourceAsStream(resource))) {
            return new Phrases(new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
