package dev.bylaw.rego.format;

import dev.bylaw.rego.ast.Comment;
import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * The text as it grows, and the comments that are still to come. A comment that stood alone in its
 * line is written when the text reaches a later line; one behind code waits for the end of the line
 * that is being written.
 */
final class Page {
  private final StringBuilder out = new StringBuilder();
  private final List<Comment> comments;
  private int next;
  private int depth;
  private boolean inLine;
  private boolean delayed;
  private Optional<Comment> held = Optional.empty();

  /**
   * @param comments in the order of the text
   */
  Page(List<Comment> comments) {
    this.comments = comments;
  }

  /** Where the text may be taken back to. */
  record Mark(int length, int next, int depth, boolean inLine) {}

  Mark mark() {
    return new Mark(out.length(), next, depth, inLine);
  }

  /** Takes the text back and writes what the source has instead, with the comments in it. */
  void verbatim(Mark mark, Span span) {
    out.setLength(mark.length);
    next = mark.next;
    depth = mark.depth;
    inLine = mark.inLine;
    delayed = false;
    held = held.filter(c -> c.span().start() >= span.end());
    while (next < comments.size() && comments.get(next).span().start() < span.end()) {
      next++;
    }
    write(span.text());
  }

  void write(String text) {
    if (!inLine) {
      out.append("\t".repeat(depth));
      inLine = true;
    }
    out.append(text);
  }

  void endLine() {
    if (held.isPresent() && !delayed) {
      out.append(' ').append(text(held.get()));
      held = Optional.empty();
    }
    delayed = false;
    inLine = false;
    out.append('\n');
  }

  void blankLine() {
    inLine = false;
    out.append('\n');
  }

  void indent() {
    depth++;
  }

  void outdent() {
    depth--;
  }

  /** Ends the line without the comment that waits for it: it goes to the end of the next one. */
  void endLineBeforeComment() {
    delayed = true;
    endLine();
  }

  /** What follows stood in this line of the source. */
  void reach(int line) {
    int before = writeBefore(line);
    if (before > 0 && line - before > 1) {
      blankLine();
    }
    if (next < comments.size() && line(next) == line) {
      hold(comments.get(next++));
    }
  }

  /**
   * @return the line of the last comment that was written; 0 if there was none
   */
  private int writeBefore(int line) {
    int before = 0;
    boolean metadata = false;
    for (; next < comments.size() && line(next) < line; next++) {
      boolean starts = startsMetadata(comments.get(next));
      boolean apart = before > 0 && line(next) > before + 1;
      if (apart || (starts && metadata)) {
        blankLine();
      }
      metadata = starts || (metadata && !apart);
      write(text(comments.get(next)));
      endLine();
      before = line(next);
    }
    return before;
  }

  /** What is left, at the end of the text. */
  void end() {
    reach(Integer.MAX_VALUE);
  }

  boolean isHolding() {
    return held.isPresent();
  }

  /** Whether there is a comment still to come from a line before this one. */
  boolean hasBefore(int line) {
    return next < comments.size() && line(next) < line;
  }

  /** The comment of this line, which is taken away from those to come. */
  Optional<String> take(int line) {
    for (int i = next; i < comments.size() && line(i) <= line; i++) {
      if (line(i) == line) {
        return Optional.of(text(comments.remove(i)));
      }
    }
    return Optional.empty();
  }

  private void hold(Comment comment) {
    boolean taken = held.isPresent();
    held = Optional.of(comment);
    if (taken) {
      throw new Misplaced();
    }
  }

  private int line(int index) {
    return comments.get(index).span().line();
  }

  private static boolean startsMetadata(Comment comment) {
    return comment.text().strip().equals("METADATA");
  }

  private static String text(Comment comment) {
    return "#" + comment.text().stripTrailing();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
