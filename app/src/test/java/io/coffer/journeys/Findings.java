package io.coffer.journeys;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All that is not as the day's own arithmetic says; many find it at a time. */
record Findings(Queue<String> wrong) {

    static Findings none() {
        return new Findings(new ConcurrentLinkedQueue<>());
    }

    void add(String what) {
        wrong.add(what);
    }

    void same(String what, Object is, Object expected) {
        if (!is.equals(expected)) {
            add(what + " is " + is + ", not " + expected);
        }
    }
}
