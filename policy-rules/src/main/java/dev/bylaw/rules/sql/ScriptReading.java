package dev.bylaw.rules.sql;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import dev.bylaw.subject.SubjectReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** One pass over one script: cut into statements, each parsed on its own. */
final class ScriptReading {
  /** Of brackets and CASE within a statement, inclusive. */
  static final int MAX_NESTING = 400;

  private final SourceFile file;
  private final Places places;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  ScriptReading(SourceFile file) {
    this.file = file;
    this.places = new Places(file);
  }

  SubjectReader.Result result() {
    ScriptModel script = new ScriptModel(file);
    List<Token> statement = new ArrayList<>();
    for (Token token : tokens()) {
      if (token.getType() == DatabricksSqlLexer.SEMICOLON || token.getType() == Token.EOF) {
        if (!statement.isEmpty()) {
          script.add(read(statement, script.size()));
          statement = new ArrayList<>();
        }
      } else {
        statement.add(token);
      }
    }
    ParserCache.trim();
    Tree subject =
        new Tree(file.span())
            .put("kind", SubjectKind.SQL.word(), file.span())
            .put("name", name(), file.span())
            .put("path", file.name(), file.span());
    Tree input =
        new Tree(file.span())
            .put("subject", subject.build())
            .put("sql", script.build())
            .put("raw", file.text(), file.span());
    diagnostics.sort(Diagnostic.BY_PLACE);
    return new SubjectReader.Result(
        List.of(
            new Subject(
                SubjectKind.SQL,
                name(),
                file.name(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                input.build())),
        diagnostics);
  }

  private String name() {
    String base = file.name().substring(file.name().lastIndexOf('/') + 1);
    return base.substring(0, base.length() - ".sql".length());
  }

  private List<Token> tokens() {
    DatabricksSqlLexer lexer = new DatabricksSqlLexer(CharStreams.fromString(file.text()));
    lexer.removeErrorListeners();
    List<Token> tokens = new ArrayList<>();
    for (Token token = lexer.nextToken(); ; token = lexer.nextToken()) {
      if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        tokens.add(token);
      }
      if (token.getType() == Token.EOF) {
        return tokens;
      }
    }
  }

  private StatementModel read(List<Token> tokens, int index) {
    Span span = places.of(tokens.get(0)).to(places.of(tokens.get(tokens.size() - 1)));
    Leading leading = Leading.of(tokens);
    DatabricksSqlParser.@Nullable StatementContext tree = null;
    Optional<Token> tooDeep = tooDeep(tokens);
    if (!leading.supported()) {
      diagnostics.add(
          Diagnostic.warning(
              "sql_not_read",
              places.of(tokens.get(0)),
              "found a statement %s, which is not read; rules see its text only"
                  .formatted(leading.kind())));
    } else if (tooDeep.isPresent()) {
      diagnostics.add(
          Diagnostic.error(
              "sql_too_deep",
              places.of(tooDeep.get()),
              "found brackets nested more than %d deep".formatted(MAX_NESTING)));
    } else {
      tree = parse(tokens);
    }
    return new StatementModel(places, leading.kind(), span, index, Optional.ofNullable(tree));
  }

  private DatabricksSqlParser.@Nullable StatementContext parse(List<Token> tokens) {
    StatementParser parser = new StatementParser(tokens, places);
    Optional<DatabricksSqlParser.StatementContext> tree = parser.parse();
    parser.problem().ifPresent(diagnostics::add);
    return tree.orElse(null);
  }

  private static Optional<Token> tooDeep(List<Token> tokens) {
    int depth = 0;
    for (Token token : tokens) {
      switch (token.getType()) {
        case DatabricksSqlLexer.LPAREN, DatabricksSqlLexer.LBRACK, DatabricksSqlLexer.CASE ->
            depth++;
        case DatabricksSqlLexer.RPAREN, DatabricksSqlLexer.RBRACK, DatabricksSqlLexer.END ->
            depth = Math.max(0, depth - 1);
        default -> {}
      }
      if (depth > MAX_NESTING) {
        return Optional.of(token);
      }
    }
    return Optional.empty();
  }
}
