package dev.bylaw.maven;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.bylaw.rego.RegoTest;
import dev.bylaw.rego.RegoTestResult;
import dev.bylaw.rego.RegoTests;
import dev.bylaw.rego.observe.CoverageReport;
import dev.bylaw.rego.observe.ExpressionCoverage;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Runs the tests of policies, {@code test_} rules, as {@code opa test} does. */
@Mojo(name = "test", defaultPhase = LifecyclePhase.TEST, requiresProject = false, threadSafe = true)
public final class TestMojo extends AbstractRegoMojo {
  /** So many expressions without a test are named. */
  private static final int SHOWN = 20;

  /**
   * Which tests run: a regular expression (RE2) that a part of {@code data.package.test_x} matches.
   */
  @Parameter(property = "policy.test.filter", defaultValue = "")
  private String filter = "";

  /** How long a test may take, in seconds. */
  @Parameter(property = "policy.test.timeout", defaultValue = "5")
  private int timeout = 5;

  /** The least coverage, in percent of the lines; 0 to not count it. */
  @Parameter(property = "policy.test.threshold", defaultValue = "0")
  private double threshold;

  /**
   * The least coverage, in percent of the expressions; 0 to not demand it. Two expressions of one
   * line count apart.
   */
  @Parameter(property = "policy.test.expressionThreshold", defaultValue = "0")
  private double expressionThreshold;

  /** Whether a folder without a test is an error. */
  @Parameter(property = "policy.test.failIfNoTests", defaultValue = "true")
  private boolean failIfNoTests = true;

  /** For Maven. */
  public TestMojo() {}

  @Override
  void run(Path root) throws MojoExecutionException, MojoFailureException {
    RegoTests tests = RegoTests.ofFolder(root, Duration.ofSeconds(timeout));
    List<RegoTest> chosen = filter.isEmpty() ? tests.tests() : tests.tests(pattern());
    if (chosen.isEmpty()) {
      nothing(root);
      return;
    }
    List<RegoTestResult> results = new ArrayList<>();
    for (RegoTest test : chosen) {
      RegoTestResult result = tests.run(test);
      results.add(result);
      tell(result);
    }
    CoverageReport lines = tests.coverage();
    ExpressionCoverage expressions = tests.expressionCoverage();
    write("TEST-rego.xml", JUnitXml.of(results));
    RegoObject json = lines.toJson().with(RegoString.of("expressions"), expressions.toJson());
    write("coverage.json", json.toString());
    conclude(results, lines, expressions);
    demand(lines, expressions);
  }

  private Pattern pattern() throws MojoExecutionException {
    try {
      return Pattern.compile(filter);
    } catch (PatternSyntaxException e) {
      throw new MojoExecutionException(
          "found %s for filter, expected a regular expression: %s"
              .formatted(filter, e.getDescription()),
          e);
    }
  }

  private void nothing(Path root) {
    String where = filter.isEmpty() ? "" : " whose name " + filter + " matches";
    if (failIfNoTests) {
      throw new InputException(
          List.of(
              Diagnostic.error(
                  "no_tests",
                  "there is no test_ rule in "
                      + root
                      + where
                      + ": write one, or set -Dpolicy.test.failIfNoTests=false")));
    }
    getLog().info("no tests in " + root + where);
  }

  private void tell(RegoTestResult result) {
    if (result.status() == RegoTestResult.Status.SKIPPED) {
      getLog().warn("skipped: " + result.test().fullName());
    } else if (!result.isFine()) {
      String word = result.status() == RegoTestResult.Status.FAIL ? "failed: " : "error: ";
      getLog().error(word + result.test().fullName());
      result
          .cases()
          .forEach((name, held) -> getLog().error((held ? "  passed: " : "  failed: ") + name));
      result.problems().forEach(this::log);
      result.printed().forEach(line -> getLog().error("  printed: " + line));
    }
  }

  private void write(String name, String text) throws MojoExecutionException {
    Optional<Path> file = inBuildFolder(name);
    if (file.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(file.get().toAbsolutePath().getParent());
      Files.writeString(file.get(), text);
    } catch (IOException e) {
      throw new MojoExecutionException(file.get() + " cannot be written: " + e, e);
    }
  }

  private void conclude(
      List<RegoTestResult> results, CoverageReport lines, ExpressionCoverage expressions)
      throws MojoFailureException {
    long failed = results.stream().filter(r -> !r.isFine()).count();
    long skipped =
        results.stream().filter(r -> r.status() == RegoTestResult.Status.SKIPPED).count();
    getLog()
        .info(
            "%s, %d failed, %d skipped; coverage %s %% of lines, %s %% of expressions"
                .formatted(
                    count(results.size(), "test"),
                    failed,
                    skipped,
                    percent(lines.percentage()),
                    percent(expressions.percentage())));
    if (failed > 0) {
      throw new MojoFailureException(
          failed + " of " + count(results.size(), "test") + " failed, see above");
    }
  }

  private void demand(CoverageReport lines, ExpressionCoverage expressions)
      throws MojoFailureException {
    List<String> problems = new ArrayList<>();
    if (lines.percentage() < threshold) {
      problems.add(
          "coverage is %s %%, expected at least %s %%: test the lines that coverage.json has as not_covered"
              .formatted(percent(lines.percentage()), threshold));
    }
    if (expressions.percentage() < expressionThreshold) {
      tell(expressions.open());
      problems.add(
          "coverage is %s %% of the expressions, expected at least %s %%: test those named above"
              .formatted(percent(expressions.percentage()), expressionThreshold));
    }
    if (!problems.isEmpty()) {
      throw new MojoFailureException(String.join("; ", problems));
    }
  }

  private void tell(List<Span> open) {
    for (Span span : open.subList(0, Math.min(open.size(), SHOWN))) {
      log(Diagnostic.error("rego_not_covered", span, "no test covers this"));
    }
    if (open.size() > SHOWN) {
      getLog().error("... and %d more, in coverage.json".formatted(open.size() - SHOWN));
    }
  }

  private static String percent(double part) {
    return String.format(Locale.ROOT, "%.1f", part);
  }
}
