package dev.bylaw.rules.sql.text;

import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A notebook of Databricks that was exported as source, cut into its cells. */
final class NotebookExport {
  private static final String HEADER = " Databricks notebook source";
  private static final String SEPARATOR = " COMMAND ----------";
  private static final String MAGIC = " MAGIC";
  private static final String TITLE = " DBTITLE ";

  private final SourceFile file;
  private final String comment;
  private final String language;
  private final List<Cell> cells = new ArrayList<>();
  private final List<Span> lines = new ArrayList<>();
  private final List<Span> separators = new ArrayList<>();
  private boolean magic;
  private Optional<String> named = Optional.empty();
  private Optional<String> title = Optional.empty();

  private NotebookExport(SourceFile file, String comment, String language) {
    this.file = file;
    this.comment = comment;
    this.language = language;
  }

  /** The cells, and where the lines between them begin. */
  record Cells(List<Cell> cells, List<Span> separators) {}

  /**
   * The cells of a notebook; empty for a plain file.
   *
   * @param comment how comments of the language begin
   * @param language of cells that name none
   */
  static Optional<Cells> of(SourceFile file, String comment, String language) {
    if (!bare(file.lineText(1)).equals(comment + HEADER)) {
      return Optional.empty();
    }
    NotebookExport export = new NotebookExport(file, comment, language);
    for (int line = 2; line <= file.lineCount(); line++) {
      export.line(line);
    }
    export.endCell(file.text().length());
    return Optional.of(new Cells(export.cells, export.separators));
  }

  private static String bare(String line) {
    String plain = line.startsWith("\uFEFF") ? line.substring(1) : line;
    return plain.stripTrailing();
  }

  private void line(int number) {
    int start = file.offset(number, 1);
    String text = file.lineText(number);
    if (text.stripTrailing().equals(comment + SEPARATOR)) {
      separators.add(file.span(start, start + text.length()));
      endCell(start);
    } else if (text.startsWith(comment + TITLE)) {
      String rest = text.substring((comment + TITLE).length());
      title = Optional.of(rest.substring(rest.indexOf(',') + 1).strip());
    } else if (text.startsWith(comment + MAGIC)) {
      magicLine(start, text);
    } else {
      lines.add(file.span(start, start + text.length()));
    }
  }

  private void magicLine(int start, String text) {
    int prefix = Math.min((comment + MAGIC).length() + 1, text.length());
    Optional<String> word = magic ? Optional.empty() : Cell.magic(text.substring(prefix));
    if (!magic) {
      named = word;
      magic = true;
    }
    int from = prefix;
    if (word.isPresent()) {
      from = text.indexOf('%') + 1;
      while (from < text.length() && !Character.isWhitespace(text.charAt(from))) {
        from++;
      }
    }
    lines.add(file.span(start + from, start + text.length()));
  }

  private void endCell(int end) {
    while (!lines.isEmpty() && lines.get(0).text().isBlank()) {
      lines.remove(0);
    }
    while (!lines.isEmpty() && lines.get(lines.size() - 1).text().isBlank()) {
      lines.remove(lines.size() - 1);
    }
    if (!lines.isEmpty()) {
      Span span = lines.get(0).to(lines.get(lines.size() - 1));
      cells.add(new Cell(named.orElse(language), title, span, lines, end));
    }
    lines.clear();
    magic = false;
    named = Optional.empty();
    title = Optional.empty();
  }
}
