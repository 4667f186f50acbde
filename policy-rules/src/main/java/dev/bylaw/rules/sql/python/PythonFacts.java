package dev.bylaw.rules.sql.python;

import dev.bylaw.rules.sql.text.Canvas;
import dev.bylaw.rules.sql.text.Template;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument.Unknown;
import java.util.ArrayList;
import java.util.List;

/** What a file's Python says. */
public final class PythonFacts {
  private final List<PipelineTable> tables;
  private final List<Template> templates;
  private final List<Span> comments;

  private final Assignments assignments;

  private PythonFacts(
      List<PipelineTable> tables,
      List<Template> templates,
      List<Span> comments,
      Assignments assignments) {
    this.tables = tables;
    this.templates = templates;
    this.comments = comments;
    this.assignments = assignments;
  }

  /** What is not known of the SQL, in the order of the text. */
  public List<Template> templates() {
    return templates;
  }

  /** With their sign. */
  public List<Span> comments() {
    return comments;
  }

  /** Whether there is no data set, no SQL that is given to Spark, and no client of Databricks. */
  public boolean isEmpty() {
    return tables.isEmpty() && templates.isEmpty() && !assignments.usesDatabricks();
  }

  /** Names that get a text, in the order of the file. */
  public List<Located> assignments() {
    return assignments.list();
  }

  /**
   * Entries of data sets, as they stand in a list.
   *
   * @param pointer to the list, in {@code input}
   * @param first index of the first
   * @param unknown takes what is not known of them
   */
  public List<Located> tables(String pointer, int first, List<Unknown> unknown) {
    PipelineModel model = new PipelineModel();
    List<Located> entries = new ArrayList<>();
    for (PipelineTable table : tables) {
      entries.add(model.table(table, pointer + "/" + (first + entries.size())));
    }
    unknown.addAll(model.unknown());
    return entries;
  }

  /**
   * Reads a text, and puts the SQL in it on a canvas.
   *
   * @param python as long as the file
   */
  public static PythonFacts of(SourceFile file, String python, Canvas sql) {
    Tokenizer tokenizer = new Tokenizer(file, python);
    return new PythonFacts(
        PipelineScan.of(file, tokenizer.tokens()),
        SparkSql.put(file, tokenizer.tokens(), sql),
        tokenizer.comments(),
        new Assignments(file, tokenizer.tokens()));
  }
}
