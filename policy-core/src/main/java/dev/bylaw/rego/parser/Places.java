package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Var;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** The text that is read: its tokens, the places of what the parser made of them, its wildcards. */
final class Places {
  private final SourceFile source;
  private final RegoTokens tokens;
  private int wildcards;

  Places(SourceFile source, RegoTokens tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  SourceFile source() {
    return source;
  }

  RegoTokens tokens() {
    return tokens;
  }

  Span span(ParserRuleContext context) {
    Token stop = context.getStop();
    int start = context.getStart().getStartIndex();
    return source.span(start, stop == null ? start : Math.max(start, stop.getStopIndex() + 1));
  }

  Span span(Token token) {
    return source.span(
        token.getStartIndex(), Math.max(token.getStartIndex(), token.getStopIndex() + 1));
  }

  /** From the start of one to the end of another. */
  Span span(ParserRuleContext first, ParserRuleContext last) {
    return source.span(first.getStart().getStartIndex(), span(last).end());
  }

  /** The text of what was read, as written. */
  String text(ParserRuleContext first, ParserRuleContext last) {
    return span(first, last).text();
  }

  /** The token before another; the end of the text before the first. */
  Token before(Token token) {
    List<CommonToken> code = tokens.code();
    int index = token.getTokenIndex();
    return index > 0 ? code.get(index - 1) : code.get(code.size() - 1);
  }

  Token after(Token token) {
    List<CommonToken> code = tokens.code();
    return code.get(Math.min(token.getTokenIndex() + 1, code.size() - 1));
  }

  Var var(RegoParser.NameContext name) {
    String text = name.getText();
    return new Var(span(name), text.equals("_") ? "$" + wildcards++ : text);
  }
}
