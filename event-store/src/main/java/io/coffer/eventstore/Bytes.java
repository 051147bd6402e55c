package io.coffer.eventstore;

import java.util.Arrays;

/** Bytes that are written one after the other, for one thread. */
final class Bytes {

    private byte[] bytes;
    private int length;

    Bytes(int capacity) {
        this.bytes = new byte[Math.max(16, capacity)];
    }

    void put(byte one) {
        if (length == bytes.length) {
            grow(1);
        }
        bytes[length++] = one;
    }

    void put(byte[] all) {
        put(all, 0, all.length);
    }

    void put(byte[] from, int start, int count) {
        if (length + count > bytes.length) {
            grow(count);
        }
        System.arraycopy(from, start, bytes, length, count);
        length += count;
    }

    void putLong(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            put((byte) (value >>> shift));
        }
    }

    /** The decimal digits of a number, with leading zeros up to the width. */
    void putDigits(int value, int width) {
        int divisor = 1;
        for (int digit = 1; digit < width; digit++) {
            divisor *= 10;
        }
        for (; divisor > 0; divisor /= 10) {
            put((byte) ('0' + value / divisor % 10));
        }
    }

    byte[] taken() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    private void grow(int count) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
}
