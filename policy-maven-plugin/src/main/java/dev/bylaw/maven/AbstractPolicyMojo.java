package dev.bylaw.maven;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals have in common. */
abstract class AbstractPolicyMojo extends AbstractMojo {
  /** Whether to do nothing. */
  @Parameter(property = "policy.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().warn("policy.skip is set: nothing is judged");
      return;
    }
    run();
  }

  /**
   * Does the goal's work.
   *
   * @throws MojoExecutionException the goal cannot do its work: its configuration or an input is
   *     unusable
   * @throws MojoFailureException the goal did its work and the build must stop
   */
  abstract void run() throws MojoExecutionException, MojoFailureException;
}
