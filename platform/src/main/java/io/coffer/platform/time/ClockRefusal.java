package io.coffer.platform.time;

/** Why the simulated clock was not moved, as an HTTP problem. */
final class ClockRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    ClockRefusal(int status, String code, String sentence) {
        super(sentence);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
