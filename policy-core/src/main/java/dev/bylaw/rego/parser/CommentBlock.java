package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Comment;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The comments of one {@code # METADATA} block.
 *
 * @param start the comment that says so
 * @param lines those below it, each in the line behind the one before and in the same column
 */
record CommentBlock(Comment start, List<Comment> lines) {
  private static final String MARK = "METADATA";

  /** All blocks of a text. Comments behind code start none. */
  static List<CommentBlock> in(SourceFile source, List<Comment> comments) {
    List<CommentBlock> blocks = new ArrayList<>();
    Comment before = null;
    for (Comment c : comments) {
      int line = c.span().line();
      boolean whole = source.lineText(line).stripLeading().startsWith("#");
      if (whole && c.text().stripLeading().startsWith(MARK)) {
        blocks.add(new CommentBlock(c, new ArrayList<>()));
        before = c;
      } else if (before != null
          && before.span().line() == line - 1
          && c.span().column() == before.span().column()) {
        blocks.get(blocks.size() - 1).lines().add(c);
        before = c;
      } else {
        before = null;
      }
    }
    return blocks;
  }

  Span span() {
    return lines.isEmpty() ? start.span() : start.span().to(lines.get(lines.size() - 1).span());
  }

  /** The text of the lines, without what makes them comments. */
  String yaml() {
    StringBuilder yaml = new StringBuilder();
    for (Comment c : lines) {
      yaml.append(c.text().startsWith(" ") ? c.text().substring(1) : c.text()).append('\n');
    }
    return yaml.toString();
  }

  /** The place in the source of a 0-based line and column of {@link #yaml}, to the line's end. */
  Span place(int line, int column) {
    if (line >= lines.size()) {
      return span();
    }
    Comment c = lines.get(line);
    int shift = c.text().startsWith(" ") ? 2 : 1;
    int offset = Math.min(c.span().start() + shift + column, c.span().end());
    return c.span().source().span(offset, c.span().end());
  }

  /** A 0-based line as a whole; the last one for lines behind it. */
  Span line(int line) {
    return lines.get(Math.min(line, lines.size() - 1)).span();
  }
}
