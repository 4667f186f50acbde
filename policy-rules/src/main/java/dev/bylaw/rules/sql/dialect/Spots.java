package dev.bylaw.rules.sql.dialect;

import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.parser.ASTNodeAccess;
import net.sf.jsqlparser.parser.Node;
import net.sf.jsqlparser.parser.Token;
import org.jspecify.annotations.Nullable;

/**
 * Where the parser's nodes stand in the file. A node that knows no place has that of what is around
 * it.
 */
final class Spots {
  private final SourceFile file;
  private final int offset;
  private final Span whole;

  /** Of the text of one statement within a file. */
  Spots(Span statement) {
    this.file = statement.source();
    this.offset = statement.start();
    this.whole = statement;
  }

  /** All of the statement. */
  Span whole() {
    return whole;
  }

  Span of(@Nullable ASTNodeAccess node, Span otherwise) {
    Node at = node == null ? null : node.getASTNode();
    if (at == null || at.jjtGetFirstToken() == null || at.jjtGetLastToken() == null) {
      return otherwise;
    }
    return span(at.jjtGetFirstToken().absoluteBegin, at.jjtGetLastToken().absoluteEnd, otherwise);
  }

  Span of(Token token) {
    return span(token.absoluteBegin, token.absoluteEnd, whole);
  }

  /**
   * The span of two counts.
   *
   * @param begin 1-based, inclusive
   * @param end 1-based, exclusive
   */
  private Span span(int begin, int end, Span otherwise) {
    int from = begin - 1;
    int to = end - 1;
    boolean valid = from >= 0 && from <= to && offset + to <= whole.end();
    return valid ? file.span(offset + from, offset + to) : otherwise;
  }

  /** The tokens of a node, in their order. */
  static List<Token> tokens(@Nullable ASTNodeAccess node) {
    List<Token> tokens = new ArrayList<>();
    Node at = node == null ? null : node.getASTNode();
    if (at == null || at.jjtGetFirstToken() == null) {
      return tokens;
    }
    Token last = at.jjtGetLastToken();
    for (Token token = at.jjtGetFirstToken(); token != null; token = token.next) {
      tokens.add(token);
      if (token == last) {
        break;
      }
    }
    return tokens;
  }

  /** A name of dotted parts, each at its place if the node's tokens begin with them. */
  Name name(@Nullable ASTNodeAccess node, List<String> parts, Span otherwise) {
    List<Identifier> identifiers = new ArrayList<>();
    List<Token> tokens = tokens(node);
    int at = 0;
    for (String part : parts) {
      Span span = otherwise;
      while (at < tokens.size() && tokens.get(at).image.equals(".")) {
        at++;
      }
      if (at < tokens.size() && tokens.get(at).image.equals(part)) {
        span = of(tokens.get(at));
        at++;
      }
      identifiers.add(new Identifier(plain(part), span));
    }
    Span first = identifiers.get(0).span();
    return new Name(identifiers, first.to(identifiers.get(identifiers.size() - 1).span()));
  }

  /** The last token of a node with the text. */
  Optional<Span> last(@Nullable ASTNodeAccess node, String text) {
    List<Token> tokens = tokens(node);
    for (int i = tokens.size() - 1; i >= 0; i--) {
      if (tokens.get(i).image.equals(text)) {
        return Optional.of(of(tokens.get(i)));
      }
    }
    return Optional.empty();
  }

  /** Without quotes. */
  static String plain(String part) {
    if (part.length() < 2) {
      return part;
    }
    char first = part.charAt(0);
    char last = part.charAt(part.length() - 1);
    boolean same = first == last && (first == '"' || first == '`');
    return same || (first == '[' && last == ']')
        ? part.substring(1, part.length() - 1).replace("" + last + last, "" + last)
        : part;
  }
}
