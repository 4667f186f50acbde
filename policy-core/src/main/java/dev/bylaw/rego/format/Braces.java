package dev.bylaw.rego.format;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.source.SourceFile;

/** Where the braces around a body are, which the tree does not say. */
final class Braces {
  private Braces() {}

  /** The line of the brace behind a body; between them are space, comments and semicolons. */
  static int closeLine(Body body) {
    SourceFile source = body.span().source();
    return source.line(close(body));
  }

  /** The offset of the brace behind a body. */
  static int close(Body body) {
    String text = body.span().source().text();
    int at = body.span().end();
    while (at < text.length() && text.charAt(at) != '}') {
      at = text.charAt(at) == '#' ? lineEnd(text, at) : at + 1;
    }
    return at;
  }

  private static int lineEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  /** Whether a body starts on another line than the word before it. */
  static boolean breaksAfter(String word, Body body) {
    SourceFile source = body.span().source();
    int line = body.explicit() ? openLine(body) : body.span().line();
    int start = source.offset(line, 1);
    String before = source.text().substring(start, body.span().start());
    return !before.contains(word);
  }

  /** The line of the brace before a body whose first line holds no other text before it. */
  static int openLine(Body body) {
    SourceFile source = body.span().source();
    int line = body.span().line();
    while (line > 1 && !isOpenedIn(source, line, body.span().start())) {
      line--;
    }
    return line;
  }

  private static boolean isOpenedIn(SourceFile source, int line, int before) {
    int start = source.offset(line, 1);
    String text =
        source.text().substring(start, Math.min(before, start + source.lineText(line).length()));
    int comment = text.indexOf('#');
    return (comment < 0 ? text : text.substring(0, comment)).stripTrailing().endsWith("{");
  }
}
