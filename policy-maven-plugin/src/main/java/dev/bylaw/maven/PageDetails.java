package dev.bylaw.maven;

import dev.bylaw.policy.PolicySet;
import dev.bylaw.report.Background;
import dev.bylaw.report.Report;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What the page alone shows.
 *
 * @param pending a policy set that is to come
 * @param history a file with a line for each run
 */
record PageDetails(Optional<PolicySetName> pending, Optional<Path> history) {
  /**
   * The report with all of it.
   *
   * @param watch hears what it depends on
   */
  Report in(Report report, PolicyRun run, PolicyRun.Ready ready, Watch watch)
      throws MojoExecutionException {
    Background background = report.background();
    List<Diagnostic> notes = new ArrayList<>(report.notes());
    try {
      background = background.withExamples(run.examples());
    } catch (InputException e) {
      // tests decide nothing here; the page goes without them and says so
      e.diagnostics().forEach(d -> notes.add(withoutExamples(d)));
    }
    if (pending.isPresent()) {
      PolicySet set = pending.get().loader(run.artifacts()).load();
      watch.read(set.sources());
      background = background.withImpact(run.impact(ready, set));
    }
    if (history.isPresent()) {
      background = background.withHistory(RunHistory.with(report, history.get()));
      watch.written(history.get());
    }
    return new Report(report.decision(), notes, background);
  }

  private static Diagnostic withoutExamples(Diagnostic d) {
    String message = "policies are shown without examples, because of their tests: " + d.message();
    return new Diagnostic(d.code(), Severity.WARNING, d.span(), message);
  }
}
