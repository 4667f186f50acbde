package dev.bylaw.maven;

import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Question;
import dev.bylaw.report.Background;
import dev.bylaw.report.ConsoleReport;
import dev.bylaw.report.ConsoleStyle;
import dev.bylaw.report.Report;
import dev.bylaw.report.ReportFormat;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.Severity;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
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

  /**
   * Further reports, written beside the JSON: console, sarif, junit, github, markdown, gitlab, csv,
   * html.
   */
  @Parameter(property = "policy.reportFormats")
  private @Nullable List<String> reportFormats;

  /**
   * How much is printed: quiet (the summary), brief (a line per finding), normal, or verbose (what
   * is known and what each policy came to, as well).
   */
  @Parameter(property = "policy.console", defaultValue = "normal")
  private String console = "normal";

  /** A policy set that is to come, named as the one that holds: the page tells what it changes. */
  @Parameter(property = "policy.pendingSet")
  private @Nullable String pendingSet;

  /** Where a line is kept of each run that writes a page; the page shows the trend. */
  @Parameter(property = "policy.historyFile")
  private @Nullable File historyFile;

  /**
   * Whether fixes that policies propose are tried, and shown where they work. Each one that is
   * tried, at most 50, costs about as much as a run.
   */
  @Parameter(property = "policy.fixes", defaultValue = "false")
  private boolean fixes;

  @Parameter(defaultValue = "${session}", readonly = true)
  private @Nullable MavenSession session;

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
    Optional<LastRun> last = lastRun(run);
    if (skipUnchanged && last.filter(LastRun::isSame).isPresent()) {
      getLog().info("nothing has changed since the last run, which allowed all");
      return;
    }
    List<ReportFormat> formats = formats();
    Optional<Report> judged = run.report(new ProgressLog(getLog()), fixes);
    if (judged.isEmpty()) {
      getLog().info("nothing to judge in " + run.inputs().path());
      return;
    }
    Report report =
        formats.contains(ReportFormat.HTML) ? forThePage(run, judged.get()) : judged.get();
    publish(report, formats);
    conclude(report.decision(), run.question().blocking());
    if (last.isPresent()) {
      last.get().keep();
    }
  }

  /** Empty without a project, and where something cannot be read. */
  private Optional<LastRun> lastRun(PolicyRun run) {
    return inBuildFolder("last-run-" + execution + ".txt")
        .flatMap(file -> run.fingerprint(settings()).map(f -> new LastRun(file, f)));
  }

  /** What the outcome depends on besides the run. */
  private List<String> settings() {
    return List.of(
        String.valueOf(maxAllowedViolations),
        String.valueOf(reportFile),
        String.valueOf(reportFormats),
        String.valueOf(pendingSet),
        String.valueOf(historyFile),
        String.valueOf(fixes));
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

  /** With what the page alone shows. */
  private Report forThePage(PolicyRun run, Report report) throws MojoExecutionException {
    Background background = report.background();
    List<Diagnostic> notes = new ArrayList<>(report.notes());
    try {
      background = background.withExamples(run.examples());
    } catch (InputException e) {
      // tests decide nothing here; the page goes without them and says so
      e.diagnostics().forEach(d -> notes.add(withoutExamples(d)));
    }
    if (pendingSet != null) {
      background = background.withImpact(run.impact(PolicySetName.of(pendingSet, base())));
    }
    if (historyFile != null) {
      background = background.withHistory(RunHistory.with(report, historyFile.toPath()));
    }
    return new Report(report.decision(), notes, background);
  }

  private static Diagnostic withoutExamples(Diagnostic d) {
    String message = "policies are shown without examples, because of their tests: " + d.message();
    return new Diagnostic(d.code(), Severity.WARNING, d.span(), message);
  }

  private void publish(Report report, List<ReportFormat> formats) throws MojoExecutionException {
    StringWriter text = new StringWriter();
    try {
      ConsoleReport.write(report, style(), text);
      Optional<Path> file = reportFile();
      if (file.isPresent()) {
        ReportFiles.write(ReportFormat.JSON, report, file.get());
      }
      for (ReportFormat format : formats) {
        ReportFiles.write(format, report, folder().resolve(format.fileName()));
      }
      ReportFiles.annotate(report, System.getenv(), System.out);
    } catch (IOException e) {
      throw new MojoExecutionException("the report cannot be written: " + e, e);
    }
    Consumer<String> out =
        report.decision().isAllowed() ? s -> getLog().info(s) : s -> getLog().error(s);
    text.toString().lines().forEach(out);
  }

  private ConsoleStyle style() throws MojoExecutionException {
    return new ConsoleStyle(
        word("console", console, ConsoleStyle.Detail.values()),
        Terminal.of(Optional.ofNullable(session)).hasColour());
  }

  private List<ReportFormat> formats() throws MojoExecutionException {
    List<ReportFormat> formats = new ArrayList<>();
    for (String word : reportFormats == null ? List.<String>of() : reportFormats) {
      formats.add(word("reportFormats", word, ReportFormat.values()));
    }
    return formats;
  }

  /** Where reports are written. */
  private Path folder() {
    Path file = reportFile().orElse(Path.of("target", "policy", "decision.json")).toAbsolutePath();
    return file.resolveSibling("");
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
