package dev.bylaw.rego.builtin.std.graphql;

/** Ends reading. */
final class SyntaxProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  SyntaxProblem(Problem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
