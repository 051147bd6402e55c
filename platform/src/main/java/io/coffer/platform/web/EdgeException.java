package io.coffer.platform.web;

/** A request that the edge refuses, with the problem that says why. */
public final class EdgeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public EdgeException(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public EdgeException(EdgeProblem problem) {
        this(problem.problem());
    }

    public EdgeException(EdgeProblem problem, String detail) {
        this(problem.problem(detail));
    }

    public Problem problem() {
        return problem;
    }
}
