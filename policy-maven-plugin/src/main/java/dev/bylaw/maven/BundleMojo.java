package dev.bylaw.maven;

import dev.bylaw.policy.PackedSet;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Packs the policy set of a folder: as an OPA bundle, and as the jar that other builds name by its
 * coordinates. Both are the same to the byte for the same set. A set that does not load is not
 * packed.
 */
@Mojo(
    name = "bundle",
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresProject = false,
    threadSafe = true)
public final class BundleMojo extends AbstractSetMojo {
  private final MavenProjectHelper helper;

  @Parameter(defaultValue = "${project}", readonly = true)
  private @Nullable MavenProject project;

  /** Where the archives are written; {@code target} within a project. */
  @Parameter(property = "policy.outputDirectory", defaultValue = "${project.build.directory}")
  private @Nullable File outputDirectory;

  /** Whether the jar becomes the project's artifact, and the bundle one beside it. */
  @Parameter(property = "policy.attach", defaultValue = "true")
  private boolean attach;

  /** For Maven. */
  @Inject
  public BundleMojo(RepositorySystem system, MavenProjectHelper helper) {
    super(system);
    this.helper = helper;
  }

  @Override
  void execute(PolicySetName name) throws MojoExecutionException {
    Path folder =
        name.path()
            .filter(Files::isDirectory)
            .orElseThrow(
                () ->
                    new MojoExecutionException(
                        "found %s, expected the folder of a policy set".formatted(name.text())));
    PolicySet set = load(name);
    Path to = outputDirectory == null ? base() : outputDirectory.toPath();
    Path bundle = to.resolve(set.name() + "-" + set.version() + ".tar.gz");
    Path jar = to.resolve(set.name() + "-" + set.version() + ".jar");
    try {
      SetArchive.bundle(PackedSet.bundle(folder, set), bundle);
      SetArchive.jar(PackedSet.files(folder), jar);
    } catch (IOException e) {
      throw new MojoExecutionException("the archives cannot be written: " + e, e);
    }
    same(set, bundle);
    same(set, jar);
    getLog().info("%s %s, revision %s".formatted(set.name(), set.version(), set.revision()));
    getLog().info("wrote " + bundle + " and " + jar);
    if (attach && project != null && project.getFile() != null) {
      helper.attachArtifact(project, "jar", jar.toFile());
      helper.attachArtifact(project, "tar.gz", "bundle", bundle.toFile());
    }
  }

  /** An archive that would not be the set that was packed must not get out. */
  private void same(PolicySet set, Path archive) throws MojoExecutionException {
    String revision = load(PolicySetName.of(archive.toString(), base())).revision();
    if (!revision.equals(set.revision())) {
      throw new InputException(
          List.of(
              Diagnostic.error(
                  "archive_differs",
                  "%s has the revision %s, expected %s"
                      .formatted(archive, revision, set.revision()))));
    }
  }
}
