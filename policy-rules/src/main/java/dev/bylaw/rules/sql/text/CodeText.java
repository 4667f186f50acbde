package dev.bylaw.rules.sql.text;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a file says in SQL and in Python, each as a text of the file's length.
 *
 * @param language of the file: {@code sql} or {@code python}
 * @param cells of a notebook; empty for a plain file
 * @param problems of the file as a notebook
 */
public record CodeText(
    String language,
    Canvas sql,
    String python,
    List<NotebookCell> cells,
    List<Diagnostic> problems) {
  /** A cell of a notebook, by its language. */
  public record NotebookCell(String language, Optional<String> title, Span span) {}

  /** A file of SQL. */
  public static CodeText ofSql(SourceFile file) {
    Optional<NotebookExport.Cells> notebook = NotebookExport.of(file, "--", "sql");
    Canvas sql = new Canvas(file.text());
    sql.copy(0, file.text().length());
    Canvas python = new Canvas(file.text());
    List<Cell> cells = cells(notebook, sql);
    copy(cells, "python", python);
    for (Cell cell : cells) {
      if (cell.language().equals("python")) {
        sql.blank(lineStart(cell.span()), cell.span().end());
      }
    }
    return new CodeText("sql", sql, python.text(), shown(cells), List.of());
  }

  /** A file of Python. */
  public static CodeText ofPython(SourceFile file) {
    Optional<NotebookExport.Cells> notebook = NotebookExport.of(file, "#", "python");
    Canvas sql = new Canvas(file.text());
    copy(notebook.isPresent() ? notebook.get().cells() : List.of(), "sql", sql);
    List<Cell> cells = cells(notebook, sql);
    return new CodeText("python", sql, file.text(), shown(cells), List.of());
  }

  /** A notebook in Jupyter's format; empty for other JSON. */
  public static Optional<CodeText> ofJupyter(SourceFile file) {
    var parsed = Jupyter.parse(file);
    if (parsed.documents().isEmpty()) {
      String blank = new Canvas(file.text()).text();
      return Optional.of(
          new CodeText("python", new Canvas(file.text()), blank, List.of(), parsed.diagnostics()));
    }
    return Jupyter.cells(parsed.documents().get(0)).map(cells -> ofCells(file, cells));
  }

  private static CodeText ofCells(SourceFile file, List<Cell> cells) {
    Canvas sql = new Canvas(file.text());
    Canvas python = new Canvas(file.text());
    for (Cell cell : cells) {
      if (cell.language().equals("sql")) {
        Jupyter.decode(cell, sql);
        sql.put(cell.end(), ';');
      } else if (cell.language().equals("python")) {
        Jupyter.decode(cell, python);
        python.put(cell.end(), '\n');
      }
    }
    boolean allSql = cells.stream().noneMatch(c -> c.language().equals("python"));
    return new CodeText(allSql ? "sql" : "python", sql, python.text(), shown(cells), List.of());
  }

  /** The signs of the notebook that stand before a cell are a comment of SQL. */
  private static int lineStart(Span cell) {
    return cell.source().offset(cell.line(), 1);
  }

  /** The cells of a notebook, if it is one; what separates them ends statements. */
  private static List<Cell> cells(Optional<NotebookExport.Cells> notebook, Canvas sql) {
    if (notebook.isEmpty()) {
      return List.of();
    }
    for (Span line : notebook.get().separators()) {
      sql.blank(line.start(), line.end());
      sql.put(line.start(), ';');
    }
    return notebook.get().cells();
  }

  private static void copy(List<Cell> cells, String language, Canvas canvas) {
    for (Cell cell : cells) {
      if (cell.language().equals(language)) {
        cell.lines().forEach(line -> canvas.copy(line.start(), line.end()));
      }
    }
  }

  private static List<NotebookCell> shown(List<Cell> cells) {
    List<NotebookCell> shown = new ArrayList<>();
    for (Cell cell : cells) {
      shown.add(new NotebookCell(cell.language(), cell.title(), cell.span()));
    }
    return shown;
  }
}
