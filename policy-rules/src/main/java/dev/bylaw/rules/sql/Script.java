package dev.bylaw.rules.sql;

import dev.bylaw.rules.sql.dialect.Dialect;
import dev.bylaw.rules.sql.python.PythonFacts;
import dev.bylaw.rules.sql.text.CodeText;
import dev.bylaw.rules.sql.text.SqlScan;
import dev.bylaw.rules.sql.text.Template;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file with SQL, and what surrounds it there.
 *
 * @param language of the file: {@code sql} or {@code python}
 * @param dialect of its SQL, as a comment such as {@code -- bylaw:dialect snowflake} names it
 * @param text its SQL, as long as the file, without templates
 * @param templates in the order of the text
 * @param comments with their signs, in the order of the text
 * @param cells of a notebook; empty for a plain file
 * @param python what its Python says
 */
record Script(
    SourceFile file,
    String language,
    Dialect dialect,
    String text,
    List<Template> templates,
    List<Span> comments,
    List<CodeText.NotebookCell> cells,
    PythonFacts python,
    List<Diagnostic> problems) {

  /** Reads a file named {@code *.sql}; one named {@code *.py} or {@code *.ipynb} if it has SQL. */
  static Optional<Script> of(SourceFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    if (name.endsWith(".sql")) {
      return Optional.of(of(file, CodeText.ofSql(file)));
    } else if (name.endsWith(".py")) {
      return Optional.of(of(file, CodeText.ofPython(file))).filter(Script::isSubject);
    } else if (name.endsWith(".ipynb")) {
      return CodeText.ofJupyter(file).map(code -> of(file, code)).filter(Script::isSubject);
    }
    return Optional.empty();
  }

  private static Script of(SourceFile file, CodeText code) {
    PythonFacts python = PythonFacts.of(file, code.python(), code.sql());
    SqlScan scan = SqlScan.of(file, code.sql().text());
    DialectComment dialect = DialectComment.in(scan.comments());
    return new Script(
        file,
        code.language(),
        dialect.dialect(),
        scan.masked(),
        Stream.concat(python.templates().stream(), scan.templates().stream())
            .sorted(Comparator.comparingInt(template -> template.span().start()))
            .toList(),
        Stream.concat(python.comments().stream(), scan.comments().stream())
            .sorted(Comparator.comparingInt(Span::start))
            .toList(),
        code.cells(),
        python,
        Stream.concat(code.problems().stream(), dialect.problem().stream()).toList());
  }

  private boolean isSubject() {
    return !text.isBlank() || !python.isEmpty() || !problems.isEmpty();
  }
}
