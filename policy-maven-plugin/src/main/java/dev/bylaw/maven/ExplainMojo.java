package dev.bylaw.maven;

import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/** Tells why a policy found what it found, or why it found nothing. */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public final class ExplainMojo extends AbstractJudgingMojo {
  /** The first digits of a finding's fingerprint. */
  @Parameter(property = "policy.finding", defaultValue = "")
  private String finding = "";

  /** The id of a policy. */
  @Parameter(property = "policy.policy", defaultValue = "")
  private String policy = "";

  /** The path of a subject, as findings show it. */
  @Parameter(property = "policy.subject", defaultValue = "")
  private String subject = "";

  /** For Maven. */
  @Inject
  public ExplainMojo(RepositorySystem system) {
    super(system);
  }

  @Override
  void execute(PolicySetName set) throws MojoExecutionException {
    if (finding.isEmpty() && policy.isEmpty()) {
      throw new MojoExecutionException(
          "nothing to explain: set -Dpolicy.finding=FINGERPRINT, or -Dpolicy.policy=ID and"
              + " -Dpolicy.subject=PATH for a policy that found nothing");
    }
    List<String> explanations =
        policyRun(set).explain(new PolicyRun.Wanted(finding, policy, subject));
    if (explanations.isEmpty()) {
      throw new MojoExecutionException(
          "nothing to explain: no policy in force has "
              + (finding.isEmpty() ? "the id " + policy : "a finding " + finding + "...")
              + (subject.isEmpty() ? "" : " on " + subject));
    }
    explanations.forEach(e -> e.lines().forEach(line -> getLog().info(line)));
  }
}
