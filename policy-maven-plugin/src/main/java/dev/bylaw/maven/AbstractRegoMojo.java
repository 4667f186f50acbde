package dev.bylaw.maven;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.DiagnosticRenderer;
import dev.bylaw.source.InputException;
import dev.bylaw.source.Severity;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals for those who write policies have in common. */
abstract class AbstractRegoMojo extends AbstractPolicyMojo {
  @Parameter(defaultValue = "${project}", readonly = true)
  private @Nullable MavenProject project;

  /** The Rego: a folder, or a file. */
  @Parameter(property = "policy.sources", defaultValue = "${basedir}")
  private @Nullable File sources;

  @Override
  final void run() throws MojoExecutionException, MojoFailureException {
    if (sources == null) {
      throw new MojoExecutionException("no Rego: name its folder by -Dpolicy.sources=DIR");
    }
    try {
      run(sources.toPath());
    } catch (InputException e) {
      e.diagnostics().forEach(this::log);
      int count = e.diagnostics().size();
      throw new MojoExecutionException(
          count == 1 ? "1 problem, see above" : count + " problems, see above");
    }
  }

  /**
   * Does the goal's work.
   *
   * @throws InputException with what cannot be read
   */
  abstract void run(Path root) throws MojoExecutionException, MojoFailureException;

  /** Below the project's build folder; empty without a project. */
  final Optional<Path> inBuildFolder(String name) {
    return Optional.ofNullable(project)
        .filter(p -> p.getFile() != null)
        .map(p -> Path.of(p.getBuild().getDirectory(), "policy", name));
  }

  final void log(Diagnostic diagnostic) {
    Consumer<String> out =
        diagnostic.isError()
            ? s -> getLog().error(s)
            : diagnostic.severity() == Severity.WARNING
                ? s -> getLog().warn(s)
                : s -> getLog().info(s);
    DiagnosticRenderer.render(diagnostic).lines().forEach(out);
  }

  /** As {@code 1 file} or {@code 2 files}. */
  static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  static String listed(List<String> names) {
    return String.join(", ", names);
  }
}
