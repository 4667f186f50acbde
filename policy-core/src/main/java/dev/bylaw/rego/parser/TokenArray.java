package dev.bylaw.rego.parser;

import java.util.List;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.WritableToken;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Tokens for a generated parser, all of them known before it starts. ANTLR's own streams fetch and
 * filter at every look; this one looks into an array, which counts most in a JVM that has compiled
 * nothing yet. Indices count all tokens, positions only those of the default channel. Not
 * thread-safe.
 */
public class TokenArray implements TokenStream {
  private final Token[] tokens;
  private final int[] visible; // the index at each position
  private final int[] positions; // of each index, or of the first visible token behind it
  private final int[] types; // at each position
  private final int last; // position, that of the end
  private int position;

  /**
   * Numbers the tokens.
   *
   * @param tokens the last one, and no other, is {@link Token#EOF}
   */
  public TokenArray(List<? extends WritableToken> tokens) {
    int size = tokens.size();
    this.tokens = new Token[size];
    positions = new int[size];
    int[] indices = new int[size];
    int[] kinds = new int[size];
    int seen = 0;
    for (int i = 0; i < size; i++) {
      WritableToken token = tokens.get(i);
      token.setTokenIndex(i);
      this.tokens[i] = token;
      positions[i] = seen;
      if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        indices[seen] = i;
        kinds[seen++] = token.getType();
      }
    }
    visible = indices;
    types = kinds;
    last = seen - 1;
  }

  /** The type of a token from now on. */
  protected final void retype(int index, int type) {
    ((WritableToken) tokens[index]).setType(type);
    if (tokens[index].getChannel() == Token.DEFAULT_CHANNEL) {
      types[positions[index]] = type;
    }
  }

  /** The index of the first token at or behind an index that is no comment and no space. */
  public final int visible(int index) {
    return visible[positions[Math.min(index, tokens.length - 1)]];
  }

  /** Behind the last token there is only the end. */
  private int position(int k) {
    return k > 0 ? Math.min(position + k - 1, last) : position + k;
  }

  /** Of the k-th token from here, 1 being the next; or of the one before, -1. */
  @Override
  public final int LA(int k) {
    int at = position(k);
    return k == 0 || at < 0 ? Token.INVALID_TYPE : types[at];
  }

  /** The same token; null in front of the first one, as ANTLR's streams have it. */
  @Override
  public final @Nullable Token LT(int k) {
    int at = position(k);
    return k == 0 || at < 0 ? null : tokens[visible[at]];
  }

  @Override
  public void consume() {
    if (types[position] == Token.EOF) {
      throw new IllegalStateException("the end is behind all tokens");
    }
    position++;
  }

  @Override
  public final void seek(int index) {
    position = positions[Math.min(index, tokens.length - 1)];
  }

  @Override
  public final int index() {
    return visible[position];
  }

  @Override
  public final Token get(int index) {
    return tokens[index];
  }

  @Override
  public final int size() {
    return tokens.length;
  }

  /** All tokens are there, so there is nothing to keep. */
  @Override
  public final int mark() {
    return 0;
  }

  @Override
  public final void release(int marker) {}

  @Override
  public final TokenSource getTokenSource() {
    return new ListTokenSource(List.of(tokens));
  }

  @Override
  public final String getSourceName() {
    return getTokenSource().getSourceName();
  }

  @Override
  public final String getText() {
    return getText(Interval.of(0, tokens.length - 1));
  }

  @Override
  public final String getText(RuleContext context) {
    return getText(context.getSourceInterval());
  }

  @Override
  public final String getText(Token start, Token stop) {
    return getText(Interval.of(start.getTokenIndex(), stop.getTokenIndex()));
  }

  @Override
  public final String getText(Interval interval) {
    StringBuilder text = new StringBuilder();
    for (int i = Math.max(0, interval.a); i <= interval.b && i < tokens.length; i++) {
      if (tokens[i].getType() != Token.EOF) {
        text.append(tokens[i].getText());
      }
    }
    return text.toString();
  }
}
