package dev.bylaw.maven;

import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Question;
import dev.bylaw.report.Report;
import dev.bylaw.report.ReportFormat;
import dev.bylaw.source.Severity;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Judges data products, contracts, SQL and configurations by a policy set. Fails the build on
 * findings; an input or a policy set that cannot be used is an error of the build.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class CheckMojo extends AbstractJudgingMojo {
  /** Whether inputs without anything to judge are an error. */
  @Parameter(property = "policy.failIfNoSubjects", defaultValue = "true")
  private boolean failIfNoSubjects;

  /** Whether it is an error that no policy is in force for any of the inputs. */
  @Parameter(property = "policy.failIfNoPolicies", defaultValue = "true")
  private boolean failIfNoPolicies;

  /** So many findings that would fail the build do not; errors always do. */
  @Parameter(property = "policy.maxAllowedViolations", defaultValue = "0")
  private int maxAllowedViolations;

  @Parameter(defaultValue = "${mojoExecution.executionId}", readonly = true)
  private String execution = "";

  /** Whether nothing is judged again where all is as it was when it was allowed; in a project. */
  @Parameter(property = "policy.skipUnchanged", defaultValue = "true")
  private boolean skipUnchanged;

  /**
   * Where the decision is written as JSON. Within a project that is {@code
   * target/policy/decision.json} by default; without one, nothing is written by default.
   */
  @Parameter(property = "policy.reportFile")
  private @Nullable File reportFile;

  /** For Maven. */
  @Inject
  public CheckMojo(RepositorySystem system) {
    super(system);
  }

  @Override
  void execute(PolicySetName set) throws MojoExecutionException, MojoFailureException {
    PolicyRun run = policyRun(set);
    if (!failIfNoSubjects) {
      run = run.withoutAny(Question.Nothing.SUBJECT);
    }
    if (!failIfNoPolicies) {
      run = run.withoutAny(Question.Nothing.POLICY);
    }
    Optional<LastRun> last = inBuildFolder("last-run-" + execution + ".txt").map(LastRun::new);
    String fingerprint = last.isEmpty() ? "" : run.fingerprint(settings());
    if (skipUnchanged && last.filter(l -> l.is(fingerprint)).isPresent()) {
      getLog().info("nothing has changed since the last run, which allowed all");
      return;
    }
    Optional<Report> report = run.report();
    if (report.isEmpty()) {
      getLog().info("nothing to judge in " + run.inputs().path());
      return;
    }
    publish(report.get());
    conclude(report.get().decision(), run.question().blocking());
    if (last.isPresent()) {
      last.get().set(fingerprint);
    }
  }

  /** What the outcome depends on besides the run. */
  private List<String> settings() {
    return List.of(String.valueOf(maxAllowedViolations), String.valueOf(reportFile));
  }

  private void conclude(Decision decision, Severity blocking) throws MojoFailureException {
    if (decision.isAllowed()) {
      return;
    }
    long count =
        decision.findings().stream().filter(f -> f.severity().compareTo(blocking) <= 0).count();
    if (decision.errors().isEmpty() && count <= maxAllowedViolations) {
      getLog()
          .warn(
              "%d findings that would fail the build, at most %d are allowed"
                  .formatted(count, maxAllowedViolations));
      return;
    }
    throw new MojoFailureException(denied(decision));
  }

  private void publish(Report report) throws MojoExecutionException {
    StringWriter text = new StringWriter();
    try {
      ReportFormat.CONSOLE.write(report, text);
      Optional<Path> file = reportFile();
      if (file.isPresent()) {
        Files.createDirectories(file.get().toAbsolutePath().getParent());
        try (Writer out = Files.newBufferedWriter(file.get(), StandardCharsets.UTF_8)) {
          ReportFormat.JSON.write(report, out);
        }
      }
    } catch (IOException e) {
      throw new MojoExecutionException("the report cannot be written: " + e, e);
    }
    Consumer<String> out =
        report.decision().isAllowed() ? s -> getLog().info(s) : s -> getLog().error(s);
    text.toString().lines().forEach(out);
  }

  private Optional<Path> reportFile() {
    return Optional.ofNullable(reportFile)
        .map(File::toPath)
        .or(() -> inBuildFolder("decision.json"));
  }

  private String denied(Decision decision) {
    String where = reportFile().map(f -> "; as JSON: " + f).orElse("");
    return "denied by %s %s: %d findings%s, see above%s"
        .formatted(
            decision.policySet().name(),
            decision.policySet().version(),
            decision.findings().size(),
            decision.errors().isEmpty() ? "" : ", " + decision.errors().size() + " errors",
            where);
  }
}
