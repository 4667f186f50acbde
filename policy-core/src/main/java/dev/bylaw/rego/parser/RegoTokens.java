package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Dialect;
import dev.bylaw.rego.ast.RegoVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a text, finished so that the grammar needs to look at one token only: brackets
 * right behind a term are told apart from others, words are keywords only where the version, the
 * imports and their neighbours make them so, and a few signs get a type by what stands next to
 * them.
 */
final class RegoTokens {
  private static final Set<Integer> TERM_ENDS =
      Set.of(
          RegoLexer.IDENT,
          RegoLexer.NUMBER,
          RegoLexer.NULL,
          RegoLexer.TRUE,
          RegoLexer.FALSE,
          RegoLexer.RBRACK,
          RegoLexer.RPAREN,
          RegoLexer.RBRACE,
          RegoLexer.STRING,
          RegoLexer.RAW,
          RegoLexer.TEMPLATE_END,
          RegoLexer.RAW_TEMPLATE_END);

  /** What an expression of a body, or a head, may start behind. */
  private static final Set<Integer> EXPR_STARTS =
      Set.of(RegoLexer.LBRACE, RegoLexer.SEMI, RegoLexer.PIPE, RegoLexer.IF, RegoLexer.DEFAULT);

  private final String text;
  private final boolean astral;
  private final Dialect dialect;
  private final Keywords keywords;
  private final List<CommonToken> code = new ArrayList<>();
  private final List<CommonToken> comments = new ArrayList<>();
  private int depth;
  private int apart = -1; // the token of a bracket that stands behind a name but does not touch it
  private int reachedPoint;
  private int reachedUnit;

  RegoTokens(String text, Dialect dialect) {
    this.text = text;
    this.astral = text.codePointCount(0, text.length()) != text.length();
    this.dialect = dialect;
    this.keywords = new Keywords(dialect);
    scan();
    for (int i = 0; i < code.size(); i++) {
      finish(i, code.get(i), i == 0 ? null : code.get(i - 1));
    }
    code.add(end());
  }

  /** Never fails on an unmatched brace: the parser says what is wrong. */
  private static final class Lenient extends RegoLexer {
    Lenient(String text) {
      super(CharStreams.fromString(text));
    }

    @Override
    public int popMode() {
      return _modeStack.isEmpty() ? DEFAULT_MODE : super.popMode();
    }
  }

  /** Without white space and comments; the last one is the end of the text. */
  List<CommonToken> code() {
    return code;
  }

  List<CommonToken> comments() {
    return comments;
  }

  /** Whether a name is a keyword at the end of the text, connectives excepted. */
  boolean isReserved(String name) {
    return keywords.isReserved(name);
  }

  /** Braces behind {@code not} are a body. */
  boolean notTakesBody() {
    return keywords.isOn("not");
  }

  /** The keyword {@code and} or {@code or} is on. */
  boolean hasLogic() {
    return keywords.isOn("and") || keywords.isOn("or");
  }

  /** The future keywords that may be imported. */
  Set<String> importable() {
    return dialect.importable();
  }

  /** Version 1 without an import. */
  boolean startsAsV1() {
    return dialect.version() == RegoVersion.V1;
  }

  boolean hasTemplates() {
    return dialect.templateStrings();
  }

  boolean isV1() {
    return keywords.version() == RegoVersion.V1;
  }

  private void scan() {
    RegoLexer lexer = new Lenient(text);
    lexer.removeErrorListeners();
    for (Token t = lexer.nextToken(); t.getType() != Token.EOF; t = lexer.nextToken()) {
      if (t.getChannel() != Token.DEFAULT_CHANNEL && t.getType() != RegoLexer.COMMENT) {
        continue;
      }
      (t.getType() == RegoLexer.COMMENT ? comments : code).add(inUnits(t));
    }
  }

  /** ANTLR counts code points; spans count UTF-16 units. */
  private CommonToken inUnits(Token t) {
    CommonToken token = (CommonToken) t; // the lexer's factory makes no others
    if (astral) {
      token.setStartIndex(unit(t.getStartIndex()));
      token.setStopIndex(unit(t.getStopIndex() + 1) - 1);
      token.setText(text.substring(token.getStartIndex(), token.getStopIndex() + 1));
    }
    return token;
  }

  /** To be asked in the order of the text. */
  private int unit(int codePoint) {
    reachedUnit = text.offsetByCodePoints(reachedUnit, codePoint - reachedPoint);
    reachedPoint = codePoint;
    return reachedUnit;
  }

  private CommonToken end() {
    CommonToken end = new CommonToken(Token.EOF, "<EOF>");
    end.setStartIndex(text.length());
    end.setStopIndex(text.length() - 1);
    end.setLine((int) text.lines().count() + (text.endsWith("\n") ? 1 : 0));
    return end;
  }

  private void finish(int index, CommonToken t, @Nullable CommonToken before) {
    boolean afterTerm = before != null && TERM_ENDS.contains(before.getType());
    boolean suffix = afterTerm && touches(before, t);
    switch (t.getType()) {
      case RegoLexer.LBRACK, RegoLexer.LPAREN, RegoLexer.LBRACE -> open(index, t, before, suffix);
      case RegoLexer.RBRACK, RegoLexer.RPAREN, RegoLexer.RBRACE -> close(index, before);
      case RegoLexer.DOT -> t.setType(suffix ? RegoLexer.DOT_ADJ : RegoLexer.DOT);
      case RegoLexer.MINUS -> t.setType(afterTerm ? RegoLexer.MINUS : RegoLexer.NEGATIVE);
      default -> word(t, before);
    }
    if (t.getType() == RegoLexer.IMPORT) {
      keywords.activate(importPath(index + 1));
    }
    if (before != null && before.getType() == RegoLexer.PIPE && Keywords.leadsClause(t.getType())) {
      before.setType(RegoLexer.BAR);
    }
  }

  private static boolean touches(@Nullable CommonToken before, CommonToken t) {
    return before != null && before.getStopIndex() + 1 == t.getStartIndex();
  }

  private void open(int index, CommonToken t, @Nullable CommonToken before, boolean suffix) {
    if (depth == 0 && t.getType() == RegoLexer.LBRACK) {
      boolean name = !suffix && before != null && before.getType() == RegoLexer.IDENT;
      apart = name ? index : -1;
    }
    depth++;
    if (suffix && t.getType() == RegoLexer.LBRACK) {
      t.setType(RegoLexer.LBRACK_ADJ);
    } else if (suffix && t.getType() == RegoLexer.LPAREN) {
      t.setType(RegoLexer.LPAREN_ADJ);
    }
  }

  private void close(int index, @Nullable CommonToken before) {
    depth--;
    if (depth == 0 && apart >= 0 && hasBody(index + 1)) {
      code.get(apart).setType(RegoLexer.LBRACK_ADJ);
    }
    if (before != null && before.getType() == RegoLexer.COMMA) {
      before.setType(RegoLexer.LAST_COMMA);
    }
  }

  /** A rule's body: only before it may brackets stand apart from the rule's name. */
  private boolean hasBody(int index) {
    if (index >= code.size()) {
      return false;
    }
    int type = code.get(index).getType();
    return type == RegoLexer.LBRACE || type == RegoLexer.IF;
  }

  /** The names of an import's path, with dots between them. */
  private String importPath(int from) {
    StringBuilder path = new StringBuilder();
    for (int i = from; i < code.size(); i++) {
      CommonToken t = code.get(i);
      boolean apart = i > from && !touches(code.get(i - 1), t);
      switch (t.getType()) {
        case RegoLexer.DOT, RegoLexer.LBRACK, RegoLexer.RBRACK -> {}
        case RegoLexer.STRING -> path.append('.').append(t.getText().replace("\"", ""));
        default -> {
          if (apart || !Character.isLetter(t.getText().charAt(0))) {
            return path.toString();
          }
          path.append(path.length() == 0 ? "" : ".").append(t.getText());
        }
      }
    }
    return path.toString();
  }

  private void word(CommonToken t, @Nullable CommonToken before) {
    boolean afterDot = before != null && before.getType() == RegoLexer.DOT_ADJ;
    boolean packageName = before != null && before.getType() == RegoLexer.PACKAGE;
    if (Keywords.isKeyword(t.getType())) {
      if (afterDot || packageName || !keywords.isOn(t) || isName(t, before)) {
        t.setType(RegoLexer.IDENT);
      }
    } else if (t.getType() == RegoLexer.IDENT && !afterDot && !isName(t, before)) {
      boolean operator = before != null && TERM_ENDS.contains(before.getType());
      t.setType(keywords.connective(t.getText(), operator || at(t.getStopIndex() + 1) != '('));
    }
  }

  /**
   * A keyword with a dot behind it where an expression starts, or with a name in brackets where a
   * statement does, or a call of {@code contains}.
   */
  private boolean isName(CommonToken t, @Nullable CommonToken before) {
    char next = at(t.getStopIndex() + 1);
    boolean path = next == '.' && Character.isLetter(at(t.getStopIndex() + 2));
    boolean line = before == null || before.getLine() < t.getLine();
    boolean named = depth == 0 && line && next == '[' && at(t.getStopIndex() + 2) == '"';
    if (t.getType() == RegoLexer.CONTAINS) {
      return path || named || next == '(';
    }
    boolean starts = line || (before != null && EXPR_STARTS.contains(before.getType()));
    return (starts && path) || named;
  }

  private char at(int offset) {
    return offset < text.length() ? text.charAt(offset) : '\n';
  }
}
