package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.TextContext;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * The text behind tokens, as it was before it was masked. ANTLR counts code points, spans count
 * UTF-16 units.
 */
final class Text {
  private final SourceFile file;
  private final String masked;
  private final int from;
  private final int[] units; // of each code point; empty where both counts agree

  /**
   * Of a stretch of a file.
   *
   * @param masked as long as the stretch
   * @param from where it starts
   */
  Text(SourceFile file, String masked, int from) {
    this.file = file;
    this.masked = masked;
    this.from = from;
    int points = masked.codePointCount(0, masked.length());
    this.units = points == masked.length() ? new int[0] : new int[points + 1];
    int at = 0;
    for (int i = 0; i < units.length; i++) {
      units[i] = at;
      at = i + 1 < units.length ? masked.offsetByCodePoints(at, 1) : at;
    }
  }

  Span span(Token token) {
    int start = unit(token.getStartIndex());
    return file.span(start, Math.max(start, unit(token.getStopIndex() + 1)));
  }

  /** Of a rule that matched at least one token. */
  Span span(ParserRuleContext rule) {
    return span(rule.getStart()).to(span(rule.getStop()));
  }

  Span span(ParseTree tree) {
    return tree instanceof TerminalNode node
        ? span(node.getSymbol())
        : span((ParserRuleContext) tree);
  }

  /** From the first token of one to the last of the other. */
  Span span(ParseTree first, ParseTree last) {
    return span(first).to(span(last));
  }

  String of(ParseTree tree) {
    return span(tree).text();
  }

  Identifier identifier(ParseTree word) {
    Span span = span(word);
    return new Identifier(Literals.name(span.text()), span);
  }

  Expression.Literal literal(TextContext text) {
    StringBuilder out = new StringBuilder();
    for (ParseTree child : text.children) {
      Literals.append(of(child), out);
    }
    return new Expression.Literal(Expression.LiteralType.TEXT, out.toString(), span(text));
  }

  SourceFile file() {
    return file;
  }

  /** What is parsed at a place. */
  String masked(int start, int end) {
    return masked.substring(start - from, end - from);
  }

  private int unit(int point) {
    return from + (units.length == 0 ? point : units[point]);
  }
}
