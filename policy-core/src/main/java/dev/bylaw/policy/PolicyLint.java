package dev.bylaw.policy;

import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.RegoTests;
import dev.bylaw.rego.lint.Lint;
import dev.bylaw.rego.lint.LintSettings;
import dev.bylaw.rego.observe.CoverageReport;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at a folder with policies and their tests by the rules of the linter. */
public final class PolicyLint {
  private PolicyLint() {}

  /**
   * All findings. The tests are run, to see what they cover; whether they pass is nothing to this.
   *
   * @param root settings are in {@code .bylaw-lint.yaml} there, if that exists
   * @throws InputException with what cannot be read or compiled
   */
  public static List<Diagnostic> look(Path root) {
    LintSettings settings = LintSettingsReader.read(root);
    RegoCompiler compiler = new RegoCompiler().folder(root).strict(true);
    // what is wrong with their metadata is told where the set is loaded
    List<Policy> policies =
        new PolicyReader(List.of(), new Fields(new ArrayList<>())).read(compiler.modules());
    InputTypes.load().declare(policies, compiler);
    List<Diagnostic> compiled = problems(compiler);
    if (!compiled.isEmpty()) {
      List<Diagnostic> grave = problems(new RegoCompiler().folder(root));
      if (!grave.isEmpty()) {
        throw new InputException(grave);
      }
    }
    return Lint.look(
        compiler,
        Optional.of(tested(root)),
        compiled.stream().map(PolicyLint::finding).toList(),
        settings);
  }

  /** Of what only strict mode, or the form of the input, makes a problem. */
  private static Diagnostic finding(Diagnostic problem) {
    String rule = problem.code().equals("rego_type_error") ? "input-path" : "strict";
    return new Diagnostic(rule, problem.severity(), problem.span(), problem.message());
  }

  private static List<Diagnostic> problems(RegoCompiler compiler) {
    try {
      compiler.compile();
      return List.of();
    } catch (InputException e) {
      return e.diagnostics();
    }
  }

  private static CoverageReport tested(Path root) {
    RegoTests tests = RegoTests.ofFolder(root, RegoTests.TIMEOUT);
    tests.tests().forEach(tests::run);
    return tests.coverage();
  }
}
