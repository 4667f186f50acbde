package dev.bylaw.rules.sql.python;

import dev.bylaw.rules.sql.text.Canvas;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads literals from tokens. Recursion is as deep as brackets, up to a limit. */
final class Cursor {
  private static final int MAX_NESTING = 20;

  private final SourceFile file;
  private final List<Token> tokens;
  private int at;
  private int depth;

  Cursor(SourceFile file, List<Token> tokens, int at) {
    this.file = file;
    this.tokens = tokens;
    this.at = at;
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  Token take() {
    Token token = peek();
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  int position() {
    return at;
  }

  Span span(Token from, Token to) {
    return file.span(from.start(), to.end());
  }

  private Token last() {
    return tokens.get(Math.max(0, at - 1));
  }

  /** A literal, or else everything up to the next comma or closing bracket. */
  Value value() {
    Token first = peek();
    int start = at;
    Value value = literal();
    if (!endsHere()) {
      skipRest();
      return new Value.Computed(
          at == start ? file.span(first.start(), first.start()) : span(first, last()));
    }
    return value;
  }

  private boolean endsHere() {
    Token next = peek();
    return next.kind() == Token.Kind.END
        || next.is(",")
        || next.is(")")
        || next.is("]")
        || next.is("}")
        || next.is(":");
  }

  /** Up to a comma or closing bracket that belongs to what is around. */
  private void skipRest() {
    int open = 0;
    while (peek().kind() != Token.Kind.END) {
      Token token = peek();
      if (token.is("(") || token.is("[") || token.is("{")) {
        open++;
      } else if (token.is(")") || token.is("]") || token.is("}")) {
        if (open == 0) {
          return;
        }
        open--;
      } else if (token.is(",") && open == 0) {
        return;
      }
      take();
    }
  }

  private Value literal() {
    Token first = peek();
    if (first.kind() == Token.Kind.TEXT) {
      return text();
    } else if (first.is("True") || first.is("False")) {
      take();
      return new Value.Flag(first.is("True"), span(first, first));
    } else if (first.is("None")) {
      take();
      return new Value.None(span(first, first));
    } else if (depth < MAX_NESTING && (first.is("[") || first.is("("))) {
      return nested(first);
    } else if (depth < MAX_NESTING && first.is("{")) {
      return dictionary();
    }
    return new Value.Computed(file.span(first.start(), first.start()));
  }

  private Value text() {
    Token first = peek();
    StringBuilder text = new StringBuilder();
    boolean known = true;
    while (peek().kind() == Token.Kind.TEXT) {
      Token token = take();
      known &= !token.isFormatted() || token.text().indexOf('{') < 0;
      text.append(Escapes.decoded(token));
    }
    Span span = span(first, last());
    return known ? new Value.Text(text.toString(), span) : new Value.Computed(span);
  }

  private Value nested(Token open) {
    String close = open.is("[") ? "]" : ")";
    take();
    depth++;
    List<Value> items = new ArrayList<>();
    boolean comma = false;
    while (!peek().is(close) && peek().kind() != Token.Kind.END) {
      int before = at;
      items.add(value());
      comma |= peek().is(",");
      if (peek().is(",") || at == before) {
        take();
      }
    }
    take();
    depth--;
    boolean bracketed = open.is("(") && items.size() == 1 && !comma;
    return bracketed ? items.get(0) : new Value.Items(items, span(open, last()));
  }

  private Value dictionary() {
    Token open = take();
    depth++;
    Map<Value.Text, Value> entries = new LinkedHashMap<>();
    boolean known = true;
    while (!peek().is("}") && peek().kind() != Token.Kind.END) {
      int before = at;
      Value key = value();
      if (peek().is(":")) {
        take();
      } else {
        known = false;
      }
      Value value = peek().is(",") ? key : value();
      if (key instanceof Value.Text text) {
        entries.put(text, value);
      } else {
        known = false;
      }
      if (peek().is(",") || at == before) {
        take();
      }
    }
    take();
    depth--;
    Span span = span(open, last());
    return known ? new Value.Dictionary(entries, span) : new Value.Computed(span);
  }

  /** A text without units that mean nothing. */
  static String bare(String text) {
    return text.indexOf(Canvas.NOTHING) < 0
        ? text
        : text.replace(String.valueOf(Canvas.NOTHING), "");
  }
}
