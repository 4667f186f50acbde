package dev.bylaw.maven;

import dev.bylaw.decision.Impact;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.report.ImpactFormat;
import dev.bylaw.report.Masking;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Tells what a pending policy set would change for the inputs, before it blocks anybody. */
@Mojo(name = "impact", requiresProject = false, threadSafe = true)
public final class ImpactMojo extends AbstractJudgingMojo {
  /** The pending policy set, as {@code policy.set} names the one in force. */
  @Parameter(property = "policy.impact.set")
  private @Nullable String pendingSet;

  /** So many pairs of policy and subject may be newly blocked; -1 for any number. */
  @Parameter(property = "policy.impact.maxNewlyBlocked", defaultValue = "-1")
  private int maxNewlyBlocked;

  /** For Maven. */
  @Inject
  public ImpactMojo(RepositorySystem system) {
    super(system);
  }

  @Override
  void execute(PolicySetName set) throws MojoExecutionException, MojoFailureException {
    if (pendingSet == null) {
      throw new MojoExecutionException(
          "no pending policy set: name it as -Dpolicy.impact.set=../governance-council-next");
    }
    PolicyRun.Ready before = policyRun(set).ready();
    PolicyRun.Ready after = policyRun(PolicySetName.of(pendingSet, base())).ready();
    after.notes().forEach(this::log);
    PolicyEngine old = before.engine();
    Impact impact = Impact.of(old, after.engine(), before.subjects(), before.question());
    List<String> sensitive = new ArrayList<>(old.policySet().sensitive());
    sensitive.addAll(after.engine().policySet().sensitive());
    Masking masking = Masking.of(sensitive, before.subjects());
    text(impact, masking, ImpactFormat.TEXT).lines().forEach(line -> getLog().info(line));
    for (ImpactFormat format : ImpactFormat.values()) {
      Optional<Path> file = inBuildFolder("impact." + ending(format));
      if (file.isPresent()) {
        write(file.get(), text(impact, masking, format));
      }
    }
    if (maxNewlyBlocked >= 0 && !impact.isWithin(maxNewlyBlocked)) {
      throw new MojoFailureException(
          "%d newly blocked and %d new errors, expected at most %d and none, see above"
              .formatted(
                  impact.count(Impact.Kind.NEWLY_FAILING),
                  impact.errors().size(),
                  maxNewlyBlocked));
    }
  }

  private static String ending(ImpactFormat format) {
    return switch (format) {
      case TEXT -> "txt";
      case MARKDOWN -> "md";
      case JSON -> "json";
    };
  }

  private static String text(Impact impact, Masking masking, ImpactFormat format)
      throws MojoExecutionException {
    StringWriter out = new StringWriter();
    try {
      format.write(impact, masking, out);
    } catch (IOException e) {
      throw new MojoExecutionException("the impact cannot be written: " + e, e);
    }
    return out.toString();
  }
}
