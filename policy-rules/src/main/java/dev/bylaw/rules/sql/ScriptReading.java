package dev.bylaw.rules.sql;

import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.lineage.KnownTables;
import dev.bylaw.rules.sql.lineage.Tables;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import dev.bylaw.subject.SubjectReader;
import java.util.ArrayList;
import java.util.List;

/** A script that is parsed once, and what its statements say together. */
final class ScriptReading {
  private final Script script;
  private final SourceFile file;
  private final Parsing parsed;
  private Tables known = new Tables(Name::text);

  /** Parses the script. */
  ScriptReading(Script script) {
    this.script = script;
    this.file = script.file();
    this.parsed = Parsing.of(script);
  }

  Script script() {
    return script;
  }

  Parsing parsed() {
    return parsed;
  }

  /** The tables that the last result knew, and missed. */
  Tables known() {
    return known;
  }

  SubjectReader.Result result() {
    return result(new KnownTables());
  }

  /**
   * The subject and the problems.
   *
   * @param tables that the script may read without making them
   */
  SubjectReader.Result result(KnownTables tables) {
    ScriptModel model = new ScriptModel(file, script.dialect().word(), parsed.fallback());
    model.known().know(tables, known);
    parsed.statements().forEach(model::add);
    known = model.known();
    List<Diagnostic> diagnostics = new ArrayList<>(parsed.diagnostics());
    Completion completion = new Completion(script);
    Located.Object sql = completion.complete(model.build());
    diagnostics.addAll(script.problems());
    diagnostics.addAll(completion.diagnostics());
    diagnostics.sort(Diagnostic.BY_PLACE);
    Located raw = SubjectDocument.text(file.text(), file.span());
    return new SubjectReader.Result(
        List.of(SubjectDocument.of(SubjectKind.SQL, name(), file, sql, raw, completion.unknown())),
        diagnostics);
  }

  private String name() {
    String base = file.name().substring(file.name().lastIndexOf('/') + 1);
    return base.substring(0, base.lastIndexOf('.'));
  }
}
