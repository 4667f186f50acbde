package dev.bylaw.rules.sql;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import dev.bylaw.subject.SubjectReader;
import java.util.ArrayList;
import java.util.List;

/** One pass over one script: its statements, and what they say together. */
final class ScriptReading {
  private final Script script;
  private final SourceFile file;

  ScriptReading(Script script) {
    this.script = script;
    this.file = script.file();
  }

  SubjectReader.Result result() {
    Parsing parsed = Parsing.of(script);
    ScriptModel model = new ScriptModel(file, script.dialect().word(), parsed.fallback());
    parsed.statements().forEach(model::add);
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
