package dev.bylaw.rules.sql;

import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Spans of tokens. ANTLR counts code points, spans count UTF-16 units. */
final class Places {
  private final SourceFile file;
  private final int[] units; // of each code point; empty where both counts agree

  /**
   * Of tokens of a text.
   *
   * @param text as long as the file
   */
  Places(SourceFile file, String text) {
    this.file = file;
    int points = text.codePointCount(0, text.length());
    this.units = points == text.length() ? new int[0] : new int[points + 1];
    int at = 0;
    for (int i = 0; i < units.length; i++) {
      units[i] = at;
      at = i + 1 < units.length ? text.offsetByCodePoints(at, 1) : at;
    }
  }

  Span of(Token token) {
    int start = unit(token.getStartIndex());
    return file.span(start, Math.max(start, unit(token.getStopIndex() + 1)));
  }

  /** Of a rule that matched at least one token. */
  Span of(ParserRuleContext rule) {
    return of(rule.getStart()).to(of(rule.getStop()));
  }

  /** Behind a token. */
  Span behind(Token token) {
    int end = of(token).end();
    return file.span(end, end);
  }

  private int unit(int point) {
    return units.length == 0 ? point : units[point];
  }
}
