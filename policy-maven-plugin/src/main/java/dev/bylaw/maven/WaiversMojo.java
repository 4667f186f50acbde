package dev.bylaw.maven;

import dev.bylaw.decision.Decision;
import dev.bylaw.policy.Waiver;
import dev.bylaw.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/** Lists the waivers, with what each one excepts today, and those that should go. */
@Mojo(name = "waivers", requiresProject = false, threadSafe = true)
public final class WaiversMojo extends AbstractJudgingMojo {
  /** Whether a waiver that is expired, unused or otherwise stale fails the build. */
  @Parameter(property = "policy.waivers.failOnStale", defaultValue = "false")
  private boolean failOnStale;

  /** For Maven. */
  @Inject
  public WaiversMojo(RepositorySystem system) {
    super(system);
  }

  @Override
  void execute(PolicySetName set) throws MojoExecutionException, MojoFailureException {
    PolicyRun.Ready ready = policyRun(set).ready();
    Decision decision = ready.engine().decide(ready.subjects(), ready.question());
    List<Waiver> all = new ArrayList<>(ready.engine().policySet().waivers());
    all.addAll(ready.question().waivers());
    for (Waiver waiver : all) {
      getLog().info(line(waiver, decision));
    }
    List<Diagnostic> stale =
        decision.notices().stream().filter(n -> n.code().startsWith("waiver_")).toList();
    stale.forEach(this::log);
    getLog().info("%d waivers, %d notices".formatted(all.size(), stale.size()));
    if (failOnStale && !stale.isEmpty()) {
      throw new MojoFailureException(stale.size() + " notices about waivers, see above");
    }
  }

  private static String line(Waiver waiver, Decision decision) {
    long excepted =
        decision.waived().stream()
            .filter(w -> w.grounds().equals(new Decision.Grounds.ByWaiver(waiver)))
            .count();
    return "%s: %s until %s, approved by %s (%s), excepts %d findings today: %s"
        .formatted(
            waiver.place(),
            waiver.policy(),
            waiver.expires(),
            waiver.approver(),
            waiver.ticket(),
            excepted,
            waiver.reason());
  }
}
