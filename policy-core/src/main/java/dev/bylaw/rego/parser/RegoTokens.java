package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.RegoVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * The tokens of a text, finished: brackets right behind a term are told apart, and words are
 * keywords only where the version and the imports make them so.
 */
final class RegoTokens {
  private static final Set<Integer> KEYWORDS =
      Set.of(
          RegoLexer.PACKAGE,
          RegoLexer.IMPORT,
          RegoLexer.AS,
          RegoLexer.DEFAULT,
          RegoLexer.ELSE,
          RegoLexer.NOT,
          RegoLexer.WITH,
          RegoLexer.SOME,
          RegoLexer.EVERY,
          RegoLexer.IN,
          RegoLexer.IF,
          RegoLexer.CONTAINS,
          RegoLexer.NULL,
          RegoLexer.TRUE,
          RegoLexer.FALSE);
  private static final Set<Integer> TERM_ENDS =
      Set.of(
          RegoLexer.IDENT,
          RegoLexer.RBRACK,
          RegoLexer.RPAREN,
          RegoLexer.RBRACE,
          RegoLexer.STRING,
          RegoLexer.RAW,
          RegoLexer.TEMPLATE_END,
          RegoLexer.RAW_TEMPLATE_END);

  private final String text;
  private final List<CommonToken> all = new ArrayList<>();
  private final Set<String> future = new HashSet<>();
  private final boolean v1;
  private final boolean astral;

  RegoTokens(String text, RegoVersion version) {
    this.text = text;
    this.astral = text.codePointCount(0, text.length()) != text.length();
    RegoLexer lexer = new Lenient(text);
    lexer.removeErrorListeners();
    for (Token t = lexer.nextToken(); t.getType() != Token.EOF; t = lexer.nextToken()) {
      CommonToken copy = new CommonToken(t);
      copy.setStartIndex(units(t.getStartIndex()));
      copy.setStopIndex(units(t.getStopIndex() + 1) - 1);
      copy.setText(text.substring(copy.getStartIndex(), copy.getStopIndex() + 1));
      all.add(copy);
    }
    findImports();
    this.v1 = version == RegoVersion.V1 || future.contains("rego.v1");
    finish();
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

  List<CommonToken> all() {
    return all;
  }

  boolean notTakesBody() {
    return future.contains("future.keywords.not");
  }

  boolean isV1() {
    return v1;
  }

  /** ANTLR counts code points; spans count UTF-16 units. */
  private int units(int codePoints) {
    return astral ? text.offsetByCodePoints(0, codePoints) : codePoints;
  }

  private void findImports() {
    List<CommonToken> visible = all.stream().filter(t -> t.getChannel() == 0).toList();
    for (int i = 0; i < visible.size(); i++) {
      if (visible.get(i).getType() == RegoLexer.IMPORT) {
        StringBuilder path = new StringBuilder();
        int j = i + 1;
        while (j < visible.size()
            && (path.length() == 0
                || visible.get(j).getType() == RegoLexer.DOT
                || visible.get(j - 1).getType() == RegoLexer.DOT)) {
          path.append(visible.get(j++).getText());
        }
        future.add(path.toString());
      }
    }
  }

  private boolean enabled(String word) {
    return v1 || future.contains("future.keywords") || future.contains("future.keywords." + word);
  }

  private char at(int offset) {
    return offset >= 0 && offset < text.length() ? text.charAt(offset) : '\n';
  }

  private void finish() {
    CommonToken previous = null;
    for (CommonToken t : all) {
      if (t.getChannel() != Token.DEFAULT_CHANNEL) {
        continue;
      }
      boolean adjacent = previous != null && previous.getStopIndex() + 1 == t.getStartIndex();
      boolean suffix = adjacent && previous != null && TERM_ENDS.contains(previous.getType());
      switch (t.getType()) {
        case RegoLexer.LBRACK -> t.setType(suffix ? RegoLexer.LBRACK_ADJ : RegoLexer.LBRACK);
        case RegoLexer.LPAREN -> t.setType(suffix ? RegoLexer.LPAREN_ADJ : RegoLexer.LPAREN);
        case RegoLexer.DOT -> t.setType(suffix ? RegoLexer.DOT_ADJ : RegoLexer.DOT);
        default -> word(t, previous);
      }
      previous = t;
    }
  }

  private void word(CommonToken t, @org.jspecify.annotations.Nullable CommonToken previous) {
    boolean afterDot = previous != null && previous.getType() == RegoLexer.DOT_ADJ;
    char next = at(t.getStopIndex() + 1);
    if (KEYWORDS.contains(t.getType())) {
      boolean off =
          switch (t.getType()) {
            case RegoLexer.IN -> !enabled("in") && !enabled("every");
            case RegoLexer.IF, RegoLexer.CONTAINS, RegoLexer.EVERY -> !enabled(t.getText());
            default -> false;
          };
      boolean called = t.getType() == RegoLexer.CONTAINS && next == '(';
      boolean root = next == '.' && Character.isLetter(at(t.getStopIndex() + 2));
      if (afterDot || off || called || root) {
        t.setType(RegoLexer.IDENT);
      }
    } else if (t.getType() == RegoLexer.IDENT && !afterDot && next != '.' && next != '(') {
      if (t.getText().equals("and") && future.contains("future.keywords.and")) {
        t.setType(RegoLexer.AND);
      } else if (t.getText().equals("or") && future.contains("future.keywords.or")) {
        t.setType(RegoLexer.OR);
      }
    }
  }
}
