package io.parler.http;

/// Ends a request with a problem from below the endpoint: a bad parameter or an unreadable body.
/// A refusal the domain expects is a value there, not this.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.slug() + ": " + problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
