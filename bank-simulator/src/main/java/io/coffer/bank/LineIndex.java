package io.coffer.bank;

import java.util.Arrays;

/** Where each line of a journal ends; the first line is number 1. */
final class LineIndex {

    private long[] ends = new long[1024];
    private int lines;

    int add(int length) {
        if (lines + 1 == ends.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        ends[lines + 1] = ends[lines] + length;
        return ++lines;
    }

    int lines() {
        return lines;
    }

    long endOf(int line) {
        return ends[line];
    }

    long end() {
        return ends[lines];
    }
}
