package dev.bylaw.maven;

import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.RegoEvaluationException;
import dev.bylaw.rego.builtin.Host;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Judges YAML and JSON as it is written by policies for conftest, unchanged: the rules {@code
 * deny}, {@code violation} and {@code warn} of a package see each document as {@code input}.
 */
@Mojo(
    name = "conftest",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class ConftestMojo extends AbstractRegoMojo {
  /**
   * What is judged: files, or folders with YAML and JSON. Each document is an input; of a file that
   * is one list, each element.
   */
  @Parameter(property = "policy.conftest.files", required = true)
  private @Nullable List<File> files;

  /** The packages whose rules judge; {@code *}, {@code ?} and {@code [...]} as in {@code k8s.*}. */
  @Parameter(property = "policy.conftest.namespaces", defaultValue = "main")
  private List<String> namespaces = List.of("main");

  /** Whether all packages judge. */
  @Parameter(property = "policy.conftest.allNamespaces", defaultValue = "false")
  private boolean allNamespaces;

  /** A folder with JSON and YAML, or a file, that rules see below {@code data}. */
  @Parameter(property = "policy.conftest.data")
  private @Nullable File data;

  /** Whether all documents are one input, a list of {@code {path, contents}}. */
  @Parameter(property = "policy.conftest.combine", defaultValue = "false")
  private boolean combine;

  /** Whether warnings fail the build. */
  @Parameter(property = "policy.conftest.failOnWarn", defaultValue = "false")
  private boolean failOnWarn;

  @Parameter(defaultValue = "${basedir}", readonly = true)
  private @Nullable File basedir;

  /** For Maven. */
  public ConftestMojo() {}

  @Override
  void run(Path root) throws MojoFailureException {
    Conftest conftest = conftest(root);
    ConftestPackages packages = conftest.packages();
    List<String> chosen = allNamespaces ? packages.namespaces() : packages.namespaces(namespaces);
    if (chosen.isEmpty()) {
      throw new InputException(
          List.of(
              Diagnostic.error(
                  "no_policies",
                  "no rule deny, violation or warn in the packages %s, found some in: %s"
                      .formatted(listed(namespaces), listed(packages.namespaces())))));
    }
    Path base = basedir == null ? Path.of("").toAbsolutePath() : basedir.toPath();
    List<Path> paths = files == null ? List.of() : files.stream().map(File::toPath).toList();
    List<ConftestFile> inputs = ConftestFile.read(paths, base.normalize());
    int documents = inputs.stream().mapToInt(f -> f.inputs().size()).sum();
    if (documents == 0) {
      throw new InputException(
          List.of(Diagnostic.error("no_documents", "there is no document in " + paths)));
    }
    List<Conftest.Result> results = new ArrayList<>();
    for (ConftestFile input : combine ? List.of(ConftestFile.combined(inputs, base)) : inputs) {
      results.addAll(judge(conftest, input, chosen));
    }
    conclude(results, documents);
  }

  private Conftest conftest(Path root) {
    RegoCompiler compiler =
        new RegoCompiler()
            .moduleFolder(root)
            .host(Host.NOTHING.withClock(Clock.systemUTC()))
            .print(line -> getLog().info("printed: " + line));
    if (data != null) {
      compiler.documentFolder(data.toPath());
    }
    return new Conftest(compiler.compile(), compiler.documents());
  }

  private static List<Conftest.Result> judge(
      Conftest conftest, ConftestFile input, List<String> namespaces) {
    try {
      return conftest.judge(input, namespaces);
    } catch (RegoEvaluationException e) {
      throw new InputException(List.of(e.diagnostic()));
    }
  }

  private void conclude(List<Conftest.Result> results, int documents) throws MojoFailureException {
    for (Conftest.Result result : results) {
      String line = "%s: %s - %s".formatted(result.place(), result.namespace(), result.message());
      switch (result.outcome()) {
        case FAILURE -> getLog().error(line);
        case WARNING -> getLog().warn(line);
        case IGNORED -> getLog().warn("ignored: " + line);
        case EXCEPTION -> getLog().info("excepted: " + line);
      }
    }
    long failures = count(results, Conftest.Outcome.FAILURE);
    long warnings = count(results, Conftest.Outcome.WARNING);
    getLog()
        .info(
            "%s, %d failures, %d warnings, %d exceptions"
                .formatted(
                    count(documents, "document"),
                    failures,
                    warnings,
                    count(results, Conftest.Outcome.EXCEPTION)));
    if (failures > 0 || (failOnWarn && warnings > 0)) {
      throw new MojoFailureException(
          failures + " failures and " + warnings + " warnings, see above");
    }
  }

  private static long count(List<Conftest.Result> results, Conftest.Outcome outcome) {
    return results.stream().filter(r -> r.outcome() == outcome).count();
  }
}
