package dev.bylaw.maven;

import dev.bylaw.decision.Baseline;
import dev.bylaw.decision.Decision;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/**
 * Freezes the findings of today, so that only new ones fail the build. Where the file is there,
 * findings that are mended leave it, and none is added.
 */
@Mojo(name = "baseline", requiresProject = false, threadSafe = true)
public final class BaselineMojo extends AbstractJudgingMojo {
  /** Whether the file is written anew, with all findings of today. */
  @Parameter(property = "policy.baseline.renew", defaultValue = "false")
  private boolean renew;

  /** For Maven. */
  @Inject
  public BaselineMojo(RepositorySystem system) {
    super(system);
  }

  @Override
  void execute(PolicySetName set) throws MojoExecutionException {
    PolicyRun run = policyRun(set);
    Path file =
        run.baseline()
            .orElseThrow(() -> new MojoExecutionException("no file: set -Dpolicy.baseline=FILE"));
    boolean fresh = renew || !Files.exists(file);
    PolicyRun.Ready ready = (fresh ? run.withoutBaseline() : run).ready();
    ready.notes().forEach(this::log);
    Decision decision = ready.engine().decide(ready.subjects(), ready.question());
    if (!decision.errors().isEmpty()) {
      decision.errors().forEach(this::log);
      throw new MojoExecutionException(
          "the policies did not run to their end, so nothing is frozen; see above");
    }
    Baseline before = ready.question().baseline();
    Baseline after =
        fresh
            ? Baseline.of(decision.findings())
            : before.without(before.split(decision.known()).stale());
    write(file, after.text());
    int now = after.entries().size();
    getLog()
        .info(
            fresh
                ? "%s: %d findings are known from now on".formatted(file, now)
                : "%s: %d findings are mended and have left, %d are still known, %d are new and not taken in"
                    .formatted(
                        file, before.entries().size() - now, now, decision.findings().size()));
  }
}
