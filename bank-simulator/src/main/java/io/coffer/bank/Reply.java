package io.coffer.bank;

/** What goes back on the line. */
sealed interface Reply {

    /** An answer. */
    record Sent(int status, String contentType, String body) implements Reply {}

    /** No answer: the line stays open until the other side has had enough. */
    record Withheld() implements Reply {}

    static Reply ok(Object body) {
        return new Sent(200, "application/json", Json.MAPPER.writeValueAsString(body));
    }

    static Reply problem(BankProblem problem) {
        return new Sent(problem.status(), "application/problem+json", Json.MAPPER.writeValueAsString(problem.body()));
    }
}
