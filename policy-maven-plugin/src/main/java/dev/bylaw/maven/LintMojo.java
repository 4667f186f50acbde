package dev.bylaw.maven;

import dev.bylaw.policy.PolicyLint;
import dev.bylaw.source.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Finds in Rego what is most likely wrong, or hard to read, by the rules of {@code docs/lint.md}.
 */
@Mojo(
    name = "lint",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class LintMojo extends AbstractRegoMojo {
  /** What fails the build: {@code error}, {@code warning} (errors too), or {@code never}. */
  @Parameter(property = "policy.lint.failOn", defaultValue = "error")
  private String failOn = "error";

  /** For Maven. */
  public LintMojo() {}

  @Override
  void run(Path root) throws MojoExecutionException, MojoFailureException {
    if (!List.of("error", "warning", "never").contains(failOn)) {
      throw new MojoExecutionException(
          "found %s for failOn, expected one of error, warning, never".formatted(failOn));
    }
    List<Diagnostic> findings = PolicyLint.look(root);
    findings.forEach(this::log);
    Optional<Path> report = inBuildFolder("lint.sarif");
    if (report.isPresent()) {
      LintSarif.write(findings, report.get());
    }
    int errors = (int) findings.stream().filter(Diagnostic::isError).count();
    int warnings = findings.size() - errors;
    String found = count(errors, "error") + ", " + count(warnings, "warning");
    boolean failed =
        (errors > 0 && !failOn.equals("never")) || (warnings > 0 && failOn.equals("warning"));
    if (failed) {
      throw new MojoFailureException(
          found + ", see above: mend them, or except them as docs/lint.md says");
    }
    getLog().info(found);
  }
}
