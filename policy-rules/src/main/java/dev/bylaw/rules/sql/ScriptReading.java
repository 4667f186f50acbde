package dev.bylaw.rules.sql;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import dev.bylaw.subject.SubjectReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** One pass over one script: cut into statements, each parsed on its own. */
final class ScriptReading {
  /** Of brackets and CASE within a statement, inclusive. */
  static final int MAX_NESTING = 400;

  private final Script script;
  private final SourceFile file;
  private final Places places;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  ScriptReading(Script script) {
    this.script = script;
    this.file = script.file();
    this.places = new Places(file, script.text());
  }

  SubjectReader.Result result() {
    ScriptModel model = new ScriptModel(file);
    List<Token> statement = new ArrayList<>();
    for (Token token : tokens()) {
      if (token.getType() == DatabricksSqlLexer.SEMICOLON || token.getType() == Token.EOF) {
        if (!statement.isEmpty()) {
          model.add(read(statement, model.size()));
          statement = new ArrayList<>();
        }
      } else {
        statement.add(token);
      }
    }
    ParserCache.trim();
    Completion completion = new Completion(script);
    Located.Object sql = completion.complete(model.build());
    diagnostics.addAll(script.problems());
    diagnostics.addAll(completion.diagnostics());
    diagnostics.sort(Diagnostic.BY_PLACE);
    Located raw = SubjectDocument.text(file.text(), file.span());
    return new SubjectReader.Result(
        List.of(SubjectDocument.of(SubjectKind.SQL, name(), file, sql, raw, completion.unknown())),
        diagnostics);
  }

  private String name() {
    String base = file.name().substring(file.name().lastIndexOf('/') + 1);
    return base.substring(0, base.lastIndexOf('.'));
  }

  private List<Token> tokens() {
    DatabricksSqlLexer lexer = new DatabricksSqlLexer(CharStreams.fromString(script.text()));
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
