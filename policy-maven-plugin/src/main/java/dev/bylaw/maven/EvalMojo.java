package dev.bylaw.maven;

import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.RegoEvaluationException;
import dev.bylaw.rego.RegoProgram;
import dev.bylaw.rego.RegoQuery;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.builtin.Host;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a query over the Rego of a folder, as {@code opa eval} does: over each document of the
 * input files, or without an input.
 */
@Mojo(name = "eval", requiresProject = false, threadSafe = true)
public final class EvalMojo extends AbstractRegoMojo {
  private static final String VALUE = "value";

  /** What is asked, such as {@code data.main.deny}. */
  @Parameter(property = "policy.eval.query", required = true)
  private String query = "";

  /** YAML and JSON files; each document is an input. */
  @Parameter(property = "policy.eval.input")
  private @Nullable List<File> input;

  /**
   * Whether all documents together are one input, a list as {@code conftest --combine} makes it.
   */
  @Parameter(property = "policy.eval.combine", defaultValue = "false")
  private boolean combine;

  /** Whether a query without a result fails the build. */
  @Parameter(property = "policy.eval.failIfUndefined", defaultValue = "false")
  private boolean failIfUndefined;

  /** For Maven. */
  public EvalMojo() {}

  @Override
  void run(Path root) throws MojoFailureException {
    RegoProgram program =
        new RegoCompiler()
            .folder(root)
            .host(Host.NOTHING.withClock(Clock.systemUTC()))
            .print(line -> getLog().info("printed: " + line))
            .compile();
    RegoQuery prepared = prepared(program);
    boolean defined = true;
    List<Path> files = input == null ? List.of() : input.stream().map(File::toPath).toList();
    List<Located> documents = Documents.read(files);
    if (files.isEmpty()) {
      defined = tell("", evaluate(prepared, Optional.empty()));
    } else if (combine) {
      Located all = Documents.combined(documents);
      defined = tell("", evaluate(prepared, Optional.of(all.value())));
    } else {
      for (Located document : documents) {
        String where = document.span() + ": ";
        defined &= tell(where, evaluate(prepared, Optional.of(document.value())));
      }
    }
    if (failIfUndefined && !defined) {
      throw new MojoFailureException("the query " + query + " has no result, see above");
    }
  }

  /** A query that is one expression is asked for its value. */
  private RegoQuery prepared(RegoProgram program) {
    RegoQuery plain = program.prepare(SourceFile.of("query", query), RegoVersion.V1);
    try {
      return program.prepare(SourceFile.of("query", VALUE + " := " + query), RegoVersion.V1);
    } catch (InputException e) {
      getLog().debug("the query is no expression, so its variables are shown: " + e.getMessage());
      return plain;
    }
  }

  private static List<RegoObject> evaluate(RegoQuery query, Optional<RegoValue> input) {
    try {
      return query.evaluate(input);
    } catch (RegoEvaluationException e) {
      throw new InputException(List.of(e.diagnostic()));
    }
  }

  private boolean tell(String where, List<RegoObject> results) {
    if (results.isEmpty()) {
      getLog().info(where + "undefined");
    }
    for (RegoObject result : results) {
      RegoValue value = result.get(VALUE);
      getLog().info(where + RegoJson.write(result.size() == 1 && value != null ? value : result));
    }
    return !results.isEmpty();
  }
}
