package dev.bylaw.rules.sql.text;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cells of a notebook in Jupyter's format (nbformat 4), which is JSON. */
final class Jupyter {
  private static final String DATABRICKS = "application/vnd.databricks.v1+notebook";

  private Jupyter() {}

  /** Parses a file. */
  static DocumentReader.Result parse(SourceFile file) {
    return DocumentReader.readJson(file, Limits.DOCUMENT);
  }

  /** The cells of a document, or empty if it is no notebook. */
  static Optional<List<Cell>> cells(Located document) {
    if (!(at(document, "cells").orElse(null) instanceof Located.Array array)
        || at(document, "nbformat").isEmpty()) {
      return Optional.empty();
    }
    String language =
        text(document, "metadata", DATABRICKS, "language")
            .or(() -> text(document, "metadata", "language_info", "name"))
            .orElse("python");
    return Optional.of(
        array.elements().stream().flatMap(cell -> cell(cell, language).stream()).toList());
  }

  private static Optional<Cell> cell(Located cell, String language) {
    List<Span> pieces = new ArrayList<>();
    List<Located> texts =
        at(cell, "source")
            .map(s -> s instanceof Located.Array array ? array.elements() : List.of(s))
            .orElse(List.of());
    texts.stream().filter(t -> t.value() instanceof RegoString).forEach(t -> pieces.add(t.span()));
    if (pieces.isEmpty()) {
      return Optional.empty();
    }
    String first = ((RegoString) texts.get(0).value()).value();
    Optional<String> magic = Cell.magic(first);
    boolean code = text(cell, "cell_type").filter("code"::equals).isPresent();
    Span span = pieces.get(0).to(pieces.get(pieces.size() - 1));
    if (magic.isPresent()) {
      int from = first.indexOf(magicWord(first)) + magicWord(first).length();
      Span line = pieces.get(0);
      pieces.set(0, line.source().span(line.start() + from, line.end()));
    }
    return Optional.of(
        new Cell(
            code ? magic.orElse(language) : "md", Optional.empty(), span, pieces, span.end() - 1));
  }

  private static String magicWord(String line) {
    String bare = line.strip();
    int end = 0;
    while (end < bare.length() && !Character.isWhitespace(bare.charAt(end))) {
      end++;
    }
    return bare.substring(0, end);
  }

  /** Puts what the pieces of a cell say, without the escapes of JSON. */
  static void decode(Cell cell, Canvas canvas) {
    for (Span piece : cell.lines()) {
      String text = piece.source().text();
      int end = piece.end() - 1;
      for (int at = piece.start() + 1; at < end; at++) {
        char c = text.charAt(at);
        if (c == '\\') {
          int length = text.charAt(at + 1) == 'u' ? 5 : 1;
          canvas.fill(at, at + length, Canvas.NOTHING);
          canvas.put(at + length, escaped(text, at + 1));
          at += length;
        } else {
          canvas.put(at, c);
        }
      }
    }
  }

  private static char escaped(String text, int at) {
    char c = text.charAt(at);
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b', 'f' -> ' ';
      case 'u' -> (char) Integer.parseInt(text.substring(at + 1, at + 5), 16);
      default -> c;
    };
  }

  private static Optional<Located> at(Located value, String... path) {
    return value.find(java.util.Arrays.stream(path).map(RegoString::of).toList());
  }

  private static Optional<String> text(Located value, String... path) {
    return at(value, path)
        .flatMap(
            v -> v.value() instanceof RegoString s ? Optional.of(s.value()) : Optional.empty());
  }
}
