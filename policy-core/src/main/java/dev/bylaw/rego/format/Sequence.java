package dev.bylaw.rego.format;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * Elements with commas between them. They stand in one line, unless one of them started a line in
 * the source.
 *
 * @param row the line of the source that an element starts on
 * @param writer writes an element
 * @param open the line that the sequence starts on
 * @param close the line of the bracket behind it, if comments before it belong to the sequence
 */
record Sequence<T>(
    Page page, ToIntFunction<T> row, Consumer<T> writer, int open, OptionalInt close) {

  void write(List<T> elements) {
    boolean lines = hasLines(elements, open);
    if (!elements.isEmpty() && !hasLines(elements, firstLine(elements)) && hasCommentInside()) {
      throw new Misplaced();
    }
    if (lines) {
      writeLines(elements);
      return;
    }
    for (int i = 0; i < elements.size(); i++) {
      page.write(i > 0 ? ", " : "");
      writer.accept(elements.get(i));
    }
  }

  private int firstLine(List<T> elements) {
    return row.applyAsInt(elements.get(0));
  }

  private boolean hasCommentInside() {
    return close.isPresent() && page.hasBefore(close.getAsInt());
  }

  private boolean hasLines(List<T> elements, int from) {
    int before = from;
    for (T element : elements) {
      int line = row.applyAsInt(element);
      if (line > before) {
        return true;
      }
      before = line;
    }
    return false;
  }

  private void writeLines(List<T> elements) {
    page.endLineBeforeComment();
    page.indent();
    int before = firstLine(elements);
    for (int i = 0; i < elements.size(); i++) {
      int line = row.applyAsInt(elements.get(i));
      if (line > before) {
        page.write(",");
        page.endLine();
      } else if (i > 0) {
        page.write(", ");
      }
      writer.accept(elements.get(i));
      before = line;
    }
    page.write(",");
    page.endLine();
    close.ifPresent(page::reach);
    page.outdent();
  }
}
