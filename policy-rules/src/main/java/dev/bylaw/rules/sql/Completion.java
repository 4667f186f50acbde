package dev.bylaw.rules.sql;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.sql.text.CodeText.NotebookCell;
import dev.bylaw.rules.sql.text.Template;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectDocument.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds to the model of a script's statements what surrounds them in the file. */
final class Completion {
  private static final String STATEMENTS = "/sql/statements";

  private final Script script;
  private final List<Unknown> unknown = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  Completion(Script script) {
    this.script = script;
  }

  /** What is not known of the model, by pointers into {@code input}. */
  List<Unknown> unknown() {
    return unknown;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  Located.Object complete(Located.Object statements) {
    Located.Object known =
        new TemplateValues(script.templates(), unknown).known(statements, "/sql");
    Map<String, Located.Entry> out = new LinkedHashMap<>(known.entries());
    out.put("language", entry(SubjectDocument.text(script.language(), script.file().span())));
    out.put("tables", entry(tables(known)));
    out.put("cells", entry(list(script.cells().stream().map(Completion::cell).toList())));
    out.put(
        "templates", entry(list(script.templates().stream().map(Completion::template).toList())));
    List<Located> assignments = script.python().assignments();
    if (!assignments.isEmpty()) {
      out.put("assignments", entry(list(assignments)));
    }
    Located.Object whole = new Located.Object(out, known.span());
    Suppressions suppressions = new Suppressions(script, whole);
    out.put("suppressions", entry(list(suppressions.located())));
    diagnostics.addAll(suppressions.diagnostics());
    for (Template template : script.templates()) {
      if (template.kind().hidesStatements()) {
        String reason = "there may be statements, or parts of them, in " + shown(template);
        unknown.add(new Unknown(STATEMENTS, reason, template.span()));
      }
    }
    return new Located.Object(out, known.span());
  }

  static String shown(Template template) {
    return template.span().text().lines().findFirst().orElse("");
  }

  private static Located.Entry entry(Located value) {
    return SubjectDocument.entry(value);
  }

  private Located list(List<? extends Located> elements) {
    return Tree.list(elements, script.file().span());
  }

  /** What statements make, and then what Python makes. */
  private Located tables(Located.Object known) {
    List<Located> tables = new ArrayList<>();
    known
        .child(RegoString.of("tables"))
        .filter(Located.Array.class::isInstance)
        .ifPresent(list -> tables.addAll(((Located.Array) list).elements()));
    tables.addAll(script.python().tables("/sql/tables", tables.size(), unknown));
    return list(tables);
  }

  private static Located cell(NotebookCell cell) {
    Map<String, Located> out = new LinkedHashMap<>();
    out.put("language", SubjectDocument.text(cell.language(), cell.span()));
    cell.title().ifPresent(title -> out.put("title", SubjectDocument.text(title, cell.span())));
    out.put("text", SubjectDocument.text(cell.span().text(), cell.span()));
    return SubjectDocument.object(cell.span(), out);
  }

  private static Located template(Template template) {
    Map<String, Located> out = new LinkedHashMap<>();
    out.put("kind", SubjectDocument.text(template.kind().word(), template.span()));
    out.put("text", SubjectDocument.text(template.span().text(), template.span()));
    return SubjectDocument.object(template.span(), out);
  }
}
