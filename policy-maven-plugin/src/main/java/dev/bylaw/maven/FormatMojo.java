package dev.bylaw.maven;

import dev.bylaw.rego.format.RegoFormat;
import dev.bylaw.rego.format.RegoStyle;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Lays out Rego as {@code opa fmt} does, or only looks whether it is laid out so. Files that cannot
 * be read as Rego leave all files as they are.
 */
@Mojo(
    name = "format",
    defaultPhase = LifecyclePhase.PROCESS_SOURCES,
    requiresProject = false,
    threadSafe = true)
public final class FormatMojo extends AbstractRegoMojo {
  /** Whether to change nothing, and to fail the build where something would change. */
  @Parameter(property = "policy.format.checkOnly", defaultValue = "false")
  private boolean checkOnly;

  /**
   * Which Rego is read and written: {@code v1}; {@code v0} for Rego as it was before OPA 1.0;
   * {@code v0-v1} turns the latter into what is the same in both.
   */
  @Parameter(property = "policy.format.style", defaultValue = "v1")
  private String style = "v1";

  /** For Maven. */
  public FormatMojo() {}

  @Override
  void run(Path root) throws MojoExecutionException, MojoFailureException {
    Map<Path, SourceFile> files = RegoFiles.read(root);
    Map<Path, String> changed = changed(files, style());
    if (changed.isEmpty()) {
      getLog().info("formatted already: " + count(files.size(), "file"));
    } else if (checkOnly) {
      changed.keySet().forEach(f -> getLog().error("not formatted: " + name(files, f)));
      throw new MojoFailureException(
          count(changed.size(), "file")
              + " not formatted, see above: run the goal policy:format without"
              + " -Dpolicy.format.checkOnly");
    } else {
      write(changed);
      changed.keySet().forEach(f -> getLog().info("formatted: " + name(files, f)));
    }
  }

  private RegoStyle style() throws MojoExecutionException {
    return switch (style) {
      case "v1" -> RegoStyle.V1;
      case "v0" -> RegoStyle.V0;
      case "v0-v1" -> RegoStyle.V0_V1;
      default ->
          throw new MojoExecutionException(
              "found %s for style, expected one of v1, v0, v0-v1".formatted(style));
    };
  }

  private static String name(Map<Path, SourceFile> files, Path file) {
    SourceFile source = files.get(file);
    return source == null ? file.toString() : source.name();
  }

  private static Map<Path, String> changed(Map<Path, SourceFile> files, RegoStyle style) {
    Map<Path, String> changed = new TreeMap<>();
    List<Diagnostic> problems = new ArrayList<>();
    files.forEach(
        (file, source) -> {
          try {
            String text = RegoFormat.format(source, style);
            if (!text.equals(source.text())) {
              changed.put(file, text);
            }
          } catch (InputException e) {
            problems.addAll(e.diagnostics());
          }
        });
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return changed;
  }

  private static void write(Map<Path, String> texts) throws MojoExecutionException {
    for (Map.Entry<Path, String> e : texts.entrySet()) {
      try {
        Files.writeString(e.getKey(), e.getValue());
      } catch (IOException failure) {
        throw new MojoExecutionException(e.getKey() + " cannot be written: " + failure, failure);
      }
    }
  }
}
