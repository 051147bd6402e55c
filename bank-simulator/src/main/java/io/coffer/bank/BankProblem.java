package io.coffer.bank;

import java.util.Map;

/** A request that the bank does not take, as an RFC 9457 problem with a stable code. */
final class BankProblem extends RuntimeException {

    private final int status;
    private final String code;

    BankProblem(int status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    static BankProblem badInput(String detail) {
        return new BankProblem(400, "BAD_INPUT", detail);
    }

    int status() {
        return status;
    }

    Map<String, Object> body() {
        return Map.of("type", "about:blank", "status", status, "code", code, "detail", String.valueOf(getMessage()));
    }
}
