package dev.bylaw.maven;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a policy set to start from, a data product that complies with it, and one that does not.
 * Files that are there already are never touched.
 */
@Mojo(name = "init", requiresProject = false, threadSafe = true)
public final class InitMojo extends AbstractPolicyMojo {
  private static final List<String> FILES =
      List.of(
          "README.md",
          "governance/policies.yaml",
          "governance/naming/table_name/table_name.rego",
          "governance/naming/table_name/table_name_test.rego",
          "product/contract.odcs.yaml",
          "product/sql/order_lines.sql",
          "product-failing/contract.odcs.yaml",
          "product-failing/sql/order_lines.sql");

  /** Where the files are written. */
  @Parameter(property = "policy.init.directory", defaultValue = "${basedir}/policies")
  private @Nullable File directory;

  /** For Maven. */
  public InitMojo() {}

  @Override
  void run() throws MojoExecutionException {
    if (directory == null) {
      throw new MojoExecutionException("no folder: set -Dpolicy.init.directory=DIR");
    }
    Path folder = directory.toPath();
    List<String> there = FILES.stream().filter(f -> Files.exists(folder.resolve(f))).toList();
    if (!there.isEmpty()) {
      throw new MojoExecutionException(
          "found %s in %s, expected none of them; choose another folder by -Dpolicy.init.directory=DIR"
              .formatted(String.join(", ", there), folder));
    }
    for (String file : FILES) {
      copy(file, folder.resolve(file));
    }
    getLog().info("wrote " + FILES.size() + " files to " + folder + "; next: README.md there");
  }

  private static void copy(String file, Path to) throws MojoExecutionException {
    try (InputStream in = InitMojo.class.getResourceAsStream("init/" + file)) {
      if (in == null) {
        throw new FileNotFoundException("init/" + file + " in the plugin");
      }
      Files.createDirectories(to.toAbsolutePath().getParent());
      Files.copy(in, to);
    } catch (IOException e) {
      throw new MojoExecutionException(to + " cannot be written: " + e, e);
    }
  }
}
