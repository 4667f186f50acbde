package dev.bylaw.rules.sql;

import dev.bylaw.rules.sql.ast.Statement;
import dev.bylaw.rules.sql.text.Template;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument.Unknown;
import java.util.ArrayList;
import java.util.List;

/** The tables that scripts leave behind when they run one after another. */
public final class SchemaState {
  private Namespace namespace = new Namespace();
  private final Located.Object state;
  private final List<Unknown> unknown = new ArrayList<>();

  /**
   * Applies the statements of the scripts.
   *
   * @param run that may have parsed them already
   * @param scripts in the order in which they run; each starts without a USE
   * @param pointer of the state in {@code input}
   * @param place that the state as a whole has
   */
  public SchemaState(SqlRun run, List<SourceFile> scripts, String pointer, Span place) {
    this.state = DeepStack.call(() -> state(run, scripts, pointer, place));
  }

  private Located.Object state(SqlRun run, List<SourceFile> files, String pointer, Span place) {
    List<Template> templates = new ArrayList<>();
    Derived derived = new Derived(name -> namespace.resolve(name, "TABLE").orElseGet(name::text));
    for (SourceFile file : files) {
      namespace = new Namespace();
      run.reading(file)
          .ifPresent(
              reading -> {
                templates.addAll(reading.script().templates());
                reading.parsed().statements().forEach(s -> apply(s, derived));
              });
    }
    return new TemplateValues(templates, unknown).known(derived.state(place), pointer);
  }

  private void apply(Statement statement, Derived derived) {
    derived.apply(statement);
    if (statement instanceof Statement.Command command) {
      namespace.follow(command);
    }
  }

  public Located.Object state() {
    return state;
  }

  /** What is not known of it, by pointers into {@code input}. */
  public List<Unknown> unknown() {
    return List.copyOf(unknown);
  }
}
