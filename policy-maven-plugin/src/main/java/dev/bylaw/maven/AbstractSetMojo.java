package dev.bylaw.maven;

import dev.bylaw.policy.PolicySet;
import dev.bylaw.report.Masking;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that work with a policy set. */
abstract class AbstractSetMojo extends AbstractPolicyMojo {
  private final RepositorySystem system;
  private @Nullable LockedArtifacts artifacts;

  @Parameter(defaultValue = "${project}", readonly = true)
  private @Nullable MavenProject project;

  @Parameter(defaultValue = "${basedir}", readonly = true)
  private @Nullable File basedir;

  @Parameter(defaultValue = "${repositorySystemSession}", readonly = true)
  private @Nullable RepositorySystemSession repositorySession;

  @Parameter(defaultValue = "${project.remoteProjectRepositories}", readonly = true)
  private @Nullable List<RemoteRepository> repositories;

  /**
   * The policy set: its folder, an OPA bundle or a jar; an artifact as {@code
   * com.example:governance-policies:[3,4)}; or a pack of the class path as {@code
   * pack:bylaw/standard}.
   */
  @Parameter(property = "policy.set")
  private @Nullable String policySet;

  /** Which versions of artifacts are taken; without the file, the highest that are wanted. */
  @Parameter(property = "policy.lockFile", defaultValue = "${basedir}/policies.lock")
  private @Nullable File lockFile;

  /** Whether the lock file is written anew. */
  @Parameter(property = "policy.updateLock", defaultValue = "false")
  private boolean updateLock;

  AbstractSetMojo(RepositorySystem system) {
    this.system = system;
  }

  @Override
  final void run() throws MojoExecutionException, MojoFailureException {
    if (policySet == null) {
      throw new MojoExecutionException(
          "no policy set: name its folder, as <policySet>../governance-council</policySet> in the"
              + " plugin's configuration or as -Dpolicy.set=../governance-council");
    }
    try {
      if (!isUnchanged()) {
        execute(PolicySetName.of(policySet, base()));
      }
      taken();
    } catch (MojoFailureException e) {
      taken(); // policies that found something are there all the same
      throw e;
    } catch (InputException e) {
      e.diagnostics().forEach(this::log);
      throw new MojoExecutionException(unusable(e.diagnostics()), e);
    }
  }

  /**
   * Whether the last run did all that this one could do; if so, its outcome was told again.
   *
   * @throws MojoFailureException if it ended so
   */
  boolean isUnchanged() throws MojoExecutionException, MojoFailureException {
    return false;
  }

  /**
   * Does the goal's work.
   *
   * @throws InputException with what cannot be used
   */
  abstract void execute(PolicySetName set) throws MojoExecutionException, MojoFailureException;

  /**
   * Loads a set with what it imports.
   *
   * @throws InputException with all problems at once
   */
  final PolicySet load(PolicySetName name) throws MojoExecutionException {
    return name.loader(artifacts()).load();
  }

  /** What relative paths are relative to. */
  final Path base() {
    return basedir == null ? Path.of("") : basedir.toPath();
  }

  /** Those that the lock file has, read once. */
  final LockedArtifacts artifacts() throws MojoExecutionException {
    if (repositorySession == null || lockFile == null) {
      throw new MojoExecutionException("Maven gave no session to find artifacts with");
    }
    if (artifacts == null) {
      RepositoryArtifacts repository =
          new RepositoryArtifacts(
              system, repositorySession, repositories == null ? List.of() : repositories);
      artifacts = new LockedArtifacts(repository, lockFile.toPath(), updateLock);
    }
    return artifacts;
  }

  /** Tells which artifacts were taken, and writes them down where that is asked for. */
  private void taken() throws MojoExecutionException {
    if (artifacts == null) {
      return; // nobody asked for one
    }
    artifacts.taken().forEach(line -> getLog().info("policies: " + line));
    if (updateLock && lockFile != null) {
      write(lockFile.toPath(), artifacts.text());
      getLog().info("wrote " + lockFile + "; commit it, so that all builds take the same policies");
    }
  }

  static void write(Path file, String text) throws MojoExecutionException {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new MojoExecutionException(file + " cannot be written: " + e, e);
    }
  }

  /** What a run depends on besides the set and its inputs. */
  void watch(Watch watch) throws MojoExecutionException {
    PolicySetName.path(String.valueOf(policySet), base())
        .ifPresent(path -> watch.read(path, Watched.Kind.SET));
    if (lockFile != null) {
      watch.read(lockFile.toPath(), Watched.Kind.ALL);
    }
  }

  /** Whether versions are to be looked for anew. */
  final boolean updatesLock() {
    return updateLock;
  }

  /** Below the project's build folder; empty without a project. */
  final Optional<Path> inBuildFolder(String name) {
    return project == null || project.getFile() == null
        ? Optional.empty()
        : Optional.of(Path.of(project.getBuild().getDirectory(), "policy", name));
  }

  final void log(Diagnostic diagnostic) {
    Consumer<String> out = diagnostic.isError() ? s -> getLog().error(s) : s -> getLog().warn(s);
    Masking.CREDENTIALS.render(diagnostic).lines().forEach(out);
  }

  private static String unusable(List<Diagnostic> diagnostics) {
    long errors = diagnostics.stream().filter(Diagnostic::isError).count();
    return errors == 1
        ? "nothing was judged: 1 problem with the configuration or the inputs, see above"
        : "nothing was judged: %d problems with the configuration or the inputs, see above"
            .formatted(errors);
  }
}
