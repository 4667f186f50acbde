package dev.bylaw.rules.sql.databricks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.Token;

/**
 * The lexer. It tells the words of the language from other identifiers by their spelling, and finds
 * the ends of texts and comments in one pass, which a rule of the grammar does not where they have
 * none.
 */
final class Words extends DatabricksSqlLexer {
  private static final Map<String, Integer> TYPES = new HashMap<>();
  private static final int LONGEST;

  static {
    int longest = 0;
    for (int type = Token.MIN_USER_TOKEN_TYPE; isWord(type); type++) {
      String word = VOCABULARY.getSymbolicName(type);
      TYPES.put(word, type);
      longest = Math.max(longest, word.length());
    }
    LONGEST = longest;
  }

  private static final int TEMPLATE = 0xE000; // stands for what a template becomes

  private final CharStream text;

  /** What starts texts and comments that do not end: another of them will not end either. */
  private final Set<Integer> unclosed = new HashSet<>();

  private Words(CharStream text) {
    super(text);
    this.text = text;
  }

  static Words of(String text) {
    Words words = new Words(CharStreams.fromString(text));
    words.removeErrorListeners();
    return words;
  }

  /** Words come before all signs. */
  static boolean isWord(int type) {
    return type >= Token.MIN_USER_TOKEN_TYPE && type < NEQ;
  }

  @Override
  public Token emit() {
    switch (getType()) {
      case IDENT -> word();
      case STRING, BLOCK_COMMENT -> enclosed(text.LA(-1));
      default -> {}
    }
    return super.emit();
  }

  private void word() {
    int end = behindLetters(text.index());
    text.seek(Math.max(end, _tokenStartCharIndex + 1));
    if (end == _tokenStartCharIndex) {
      setType(UNKNOWN_CHARACTER);
    } else if (text.index() - _tokenStartCharIndex <= LONGEST) {
      setType(type(getText()));
    }
  }

  /** Where the letters and digits of the token end. */
  private int behindLetters(int end) {
    for (int at = _tokenStartCharIndex; at < end; at++) {
      if (!isLetter(text.LA(at - end))) {
        return at;
      }
    }
    return end;
  }

  private static boolean isLetter(int point) {
    return point < 128 // the rule of the grammar takes no others of ASCII
        || Character.isLetter(point)
        || Character.getType(point) == Character.LETTER_NUMBER
        || point == TEMPLATE;
  }

  /** No letter outside of ASCII is one of a word, although some have a capital that is. */
  private static int type(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 128) {
        return IDENT;
      }
    }
    return TYPES.getOrDefault(word.toUpperCase(Locale.ROOT), IDENT);
  }

  /** Takes the rest of a text or comment; where it has no end, only what starts it. */
  private void enclosed(int sign) {
    int start = text.index();
    if (unclosed.contains(sign) || !(sign == '*' ? comment() : quoted(sign))) {
      unclosed.add(sign);
      text.seek(start);
      setType(UNKNOWN_CHARACTER);
      setChannel(Token.DEFAULT_CHANNEL);
    }
  }

  /** A quote is doubled within, or stands behind a backslash. */
  private boolean quoted(int quote) {
    for (int unit = text.LA(1); unit != IntStream.EOF; unit = text.LA(1)) {
      text.consume();
      if (unit == quote && text.LA(1) != quote) {
        return true;
      }
      if ((unit == quote || unit == '\\') && text.LA(1) != IntStream.EOF) {
        text.consume();
      }
    }
    return false;
  }

  /** Comments nest. */
  private boolean comment() {
    int depth = 1;
    while (depth > 0 && text.LA(1) != IntStream.EOF) {
      boolean opens = text.LA(1) == '/' && text.LA(2) == '*';
      boolean closes = text.LA(1) == '*' && text.LA(2) == '/';
      depth += opens ? 1 : closes ? -1 : 0;
      text.consume();
      if (opens || closes) {
        text.consume();
      }
    }
    return depth == 0;
  }
}
