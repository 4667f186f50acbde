package dev.bylaw.maven;

import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Question;
import dev.bylaw.report.ConsoleStyle;
import dev.bylaw.report.Report;
import dev.bylaw.report.ReportFormat;
import dev.bylaw.source.Severity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** Whether nothing is judged again where all is as it was in the last run; in a project. */
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
  boolean isUnchanged() throws MojoExecutionException, MojoFailureException {
    Optional<Path> file = memory();
    if (file.isEmpty()) {
      return false;
    }
    Optional<LastRun> last = LastRun.read(file.get());
    if (last.isEmpty() || !last.get().isStill(settings()) || !isResolved(last.get().artifacts())) {
      return false;
    }
    getLog().info("nothing has changed since the last run, which said:");
    last.get().outcome().tell(getLog());
    return true;
  }

  /** Where runs are kept; empty without a project, and where each run must do its work. */
  private Optional<Path> memory() {
    boolean always = !skipUnchanged || updatesLock() || ReportFiles.isAnnotating(System.getenv());
    return always ? Optional.empty() : inBuildFolder("last-run-" + execution + ".bin");
  }

  private String settings() throws MojoExecutionException {
    try {
      return Settings.of(this, hasColour());
    } catch (IOException e) {
      throw new MojoExecutionException("the plugin's own files cannot be read: " + e, e);
    }
  }

  /** Whether each artifact would be found in the same file. */
  private boolean isResolved(List<LastRun.Resolved> before) throws MojoExecutionException {
    for (LastRun.Resolved artifact : before) {
      try {
        if (!artifacts().resolve(artifact.name(), artifact.versions()).equals(artifact.file())) {
          return false;
        }
      } catch (IOException e) {
        return false; // the run says why
      }
    }
    return true;
  }

  @Override
  void execute(PolicySetName set) throws MojoExecutionException, MojoFailureException {
    Watch watch = new Watch();
    PolicyRun run = policyRun(set);
    if (!failIfNoSubjects) {
      run = run.withoutAny(Question.Nothing.SUBJECT);
    }
    if (!failIfNoPolicies) {
      run = run.withoutAny(Question.Nothing.POLICY);
    }
    PolicyRun.Ready ready = run.ready();
    watch(watch);
    watch.read(ready);
    if (ready.subjects().isEmpty()) {
      Outcome nothing = Outcome.of("nothing to judge in " + run.inputs().paths());
      keep(nothing, watch);
      nothing.tell(getLog());
      return;
    }
    CheckReports reports = reports();
    Report report = run.report(ready, new ProgressLog(getLog()), fixes);
    if (reports.hasPage()) {
      report = pageDetails().in(report, run, ready, watch);
    }
    Outcome outcome = outcome(report, reports.write(report, watch), run.question().blocking());
    if (report.decision().errors().isEmpty()) {
      keep(outcome, watch);
    }
    outcome.tell(getLog());
  }

  private void keep(Outcome outcome, Watch watch) throws MojoExecutionException {
    Optional<Path> file = memory();
    Optional<List<Watched>> watched = watch.now();
    if (file.isEmpty() || watched.isEmpty()) {
      return;
    }
    try {
      new LastRun(settings(), artifacts().resolved(), watched.get(), outcome).write(file.get());
    } catch (IOException e) {
      throw new MojoExecutionException(file.get() + " cannot be written: " + e, e);
    }
  }

  private Outcome outcome(Report report, String text, Severity blocking) {
    Decision decision = report.decision();
    List<Outcome.Line> lines = new ArrayList<>();
    Outcome.Level level = decision.isAllowed() ? Outcome.Level.INFO : Outcome.Level.ERROR;
    text.lines().forEach(line -> lines.add(new Outcome.Line(level, line)));
    if (decision.isAllowed()) {
      return new Outcome(lines, "");
    }
    long count =
        decision.findings().stream().filter(f -> f.severity().compareTo(blocking) <= 0).count();
    if (decision.errors().isEmpty() && count <= maxAllowedViolations) {
      String warning =
          "%d findings that would fail the build, at most %d are allowed"
              .formatted(count, maxAllowedViolations);
      lines.add(new Outcome.Line(Outcome.Level.WARN, warning));
      return new Outcome(lines, "");
    }
    return new Outcome(lines, denied(decision));
  }

  private CheckReports reports() throws MojoExecutionException {
    List<ReportFormat> formats = new ArrayList<>();
    for (String word : reportFormats == null ? List.<String>of() : reportFormats) {
      formats.add(word("reportFormats", word, ReportFormat.values()));
    }
    ConsoleStyle.Detail detail = word("console", console, ConsoleStyle.Detail.values());
    return new CheckReports(reportFile(), formats, new ConsoleStyle(detail, hasColour()));
  }

  private PageDetails pageDetails() {
    return new PageDetails(
        Optional.ofNullable(pendingSet).map(name -> PolicySetName.of(name, base())),
        Optional.ofNullable(historyFile).map(File::toPath));
  }

  private boolean hasColour() {
    return Terminal.of(Optional.ofNullable(session)).hasColour();
  }

  private Optional<Path> reportFile() {
    return reportFile == null ? inBuildFolder("decision.json") : Optional.of(reportFile.toPath());
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
