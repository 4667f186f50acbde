package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.Statement;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** What the first words of a statement say about it, where the whole of it could not be parsed. */
final class Unreadable {
  private static final Set<String> DEFINITIONS =
      Set.of("CREATE", "ALTER", "DROP", "UNDROP", "REFRESH", "DESCRIBE", "TRUNCATE");
  private static final Set<String> MODIFIERS =
      Set.of("OR", "REPLACE", "REFRESH", "TEMP", "TEMPORARY", "GLOBAL", "PRIVATE", "LIVE");
  private static final Set<String> TYPE_STARTS =
      Set.of("STREAMING", "MATERIALIZED", "EXTERNAL", "STORAGE", "SERVICE", "CLEAN", "FOREIGN");
  private static final Set<String> QUERIES =
      Set.of("SELECT", "WITH", "FROM", "VALUES", "TABLE", "(");
  private static final Set<String> BEFORE_NAME =
      Set.of("INTO", "OVERWRITE", "FROM", "TABLE", "IF", "NOT", "EXISTS");

  private final Tokens tokens;
  private final Text text;
  private final int last;
  private int at;

  private Unreadable(Tokens tokens, Text text, int start, int last) {
    this.tokens = tokens;
    this.text = text;
    this.at = start;
    this.last = last;
  }

  static Statement.Unread statement(Tokens tokens, Text text, int start, int last) {
    return new Unreadable(tokens, text, start, last).statement();
  }

  private Statement.Unread statement() {
    Span span = text.span(tokens.get(at)).to(text.span(tokens.get(last)));
    String first = next();
    if (QUERIES.contains(first)) {
      return new Statement.Unread("SELECT", Optional.empty(), span);
    }
    String kind = DEFINITIONS.contains(first) ? first + " " + type() : manipulated(first);
    return new Statement.Unread(kind.strip(), name(), span);
  }

  private String type() {
    while (MODIFIERS.contains(word())) {
      next();
    }
    String type = next();
    if (TYPE_STARTS.contains(type)) {
      type = type + " " + next();
    }
    return Set.of("DATABASE", "NAMESPACE").contains(type) ? "SCHEMA" : type;
  }

  private String manipulated(String first) {
    boolean two = Set.of("INSERT", "MERGE", "COPY").contains(first);
    return two ? first + " " + next() : first;
  }

  private Optional<Name> name() {
    while (BEFORE_NAME.contains(word())) {
      next();
    }
    List<Identifier> parts = new ArrayList<>();
    while (at <= last && isName(tokens.get(at))) {
      Span span = text.span(tokens.get(at));
      parts.add(new Identifier(Literals.name(span.text()), span));
      next();
      if (!word().equals(".")) {
        break;
      }
      next();
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Name(parts, parts.get(0).span().to(parts.get(parts.size() - 1).span())));
  }

  private static boolean isName(Token token) {
    return token.getType() == DatabricksSqlLexer.IDENT
        || token.getType() == DatabricksSqlLexer.BACK_QUOTED;
  }

  private String word() {
    return at <= last ? tokens.get(at).getText().toUpperCase(Locale.ROOT) : "";
  }

  private String next() {
    String word = word();
    at = at <= last ? tokens.visible(at + 1) : at;
    return word;
  }
}
