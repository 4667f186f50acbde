package dev.bylaw.rules.sql.python;

import dev.bylaw.rules.sql.python.PipelineTable.Expectation;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the data sets of a pipeline: functions under {@code @dlt.table} and the like, and calls of
 * {@code dlt.create_streaming_table}.
 */
final class PipelineScan {
  private static final Map<String, String> TYPES =
      Map.of(
          "table", "table",
          "view", "view",
          "temporary_view", "view",
          "materialized_view", "materialized view",
          "create_streaming_table", "streaming table",
          "create_streaming_live_table", "streaming table",
          "create_target_table", "streaming table");
  private static final Map<String, String> ACTIONS =
      Map.of(
          "expect", "WARN",
          "expect_or_drop", "DROP",
          "expect_or_fail", "FAIL",
          "expect_all", "WARN",
          "expect_all_or_drop", "DROP",
          "expect_all_or_fail", "FAIL");

  private static final Set<String> READS = Set.of("read", "read_stream");

  private final SourceFile file;
  private final List<Token> tokens;
  private final Set<String> modules = new HashSet<>(Set.of("dlt", "dp"));
  private final Set<String> imported = new HashSet<>();
  private final List<PipelineTable> tables = new ArrayList<>();
  private final List<Value> reads = new ArrayList<>();
  private Optional<PipelineTable> open = Optional.empty();
  private int at;

  private PipelineScan(SourceFile file, List<Token> tokens) {
    this.file = file;
    this.tokens = tokens;
  }

  static List<PipelineTable> of(SourceFile file, List<Token> tokens) {
    PipelineScan scan = new PipelineScan(file, tokens);
    while (!scan.token(0).kind().equals(Token.Kind.END)) {
      scan.next();
    }
    scan.close();
    return scan.tables;
  }

  private Token token(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  private void next() {
    boolean lineStart = at == 0 || tokens.get(at - 1).kind() == Token.Kind.LINE_END;
    if (lineStart && token(0).is("@")) {
      close();
      decorated();
    } else if (lineStart && (token(0).is("import") || token(0).is("from"))) {
      imports();
    } else if (token(0).kind() == Token.Kind.WORD && token(1).is("(")) {
      call();
    } else {
      at++;
    }
  }

  /**
   * {@code import dlt as d}, {@code from pyspark import pipelines as dp}, {@code from dlt import
   * table}.
   */
  private void imports() {
    boolean names = false;
    boolean ours = false;
    while (token(0).kind() != Token.Kind.LINE_END && token(0).kind() != Token.Kind.END) {
      String word = token(0).text();
      boolean module = word.equals("dlt") || word.equals("pipelines");
      if (word.equals("import") && ours) {
        names = true;
      } else if (module && token(1).is("as")) {
        modules.add(token(2).text());
      } else if (module) {
        modules.add(word);
      } else if (names && !word.equals("as")) {
        imported.add(word);
      }
      ours |= module;
      at++;
    }
  }

  /** The function of a pipeline's module that a dotted name means. */
  private Optional<String> function(List<String> name) {
    boolean ours =
        name.size() == 1
            ? imported.contains(name.get(0)) || imported.contains("*")
            : modules.contains(name.get(name.size() - 2));
    return ours ? Optional.of(name.get(name.size() - 1)) : Optional.empty();
  }

  /** All decorators of a function. */
  private void decorated() {
    Token first = token(0);
    List<Expectation> expectations = new ArrayList<>();
    Optional<String> type = Optional.empty();
    Arguments arguments = Arguments.NONE;
    while (token(0).is("@")) {
      Token start = token(0);
      at++;
      Optional<String> function = function(dottedName());
      Arguments given = arguments();
      Span span = file.span(start.start(), tokens.get(at - 1).end());
      if (function.isPresent() && ACTIONS.containsKey(function.get())) {
        expectations.addAll(expectations(function.get(), given, span));
      } else if (function.map(TYPES::get).isPresent()) {
        type = function.map(TYPES::get);
        arguments = given;
      }
      skipLineEnds();
    }
    if (token(0).is("async")) {
      at++;
    }
    if (type.isPresent() && token(0).is("def")) {
      Token def = token(1);
      Value name = new Value.Text(def.text(), file.span(def.start(), def.end()));
      open(
          type.get(),
          file.span(first.start(), def.end()),
          Optional.of(name),
          arguments,
          expectations);
      at++;
    }
  }

  private void open(
      String type,
      Span span,
      Optional<Value> function,
      Arguments arguments,
      List<Expectation> expectations) {
    close();
    open =
        Optional.of(
            new PipelineTable(
                type,
                span,
                Optional.ofNullable(arguments.named().get("name")).or(() -> function),
                arguments.named(),
                expectations,
                List.of(),
                arguments.computed()));
  }

  private void close() {
    open.ifPresent(
        table ->
            tables.add(
                new PipelineTable(
                    table.type(),
                    table.span(),
                    table.name(),
                    table.arguments(),
                    table.expectations(),
                    reads,
                    table.computed())));
    open = Optional.empty();
    reads.clear();
  }

  private void skipLineEnds() {
    while (token(0).kind() == Token.Kind.LINE_END) {
      at++;
    }
  }

  private List<String> dottedName() {
    List<String> name = new ArrayList<>();
    while (token(0).kind() == Token.Kind.WORD) {
      name.add(token(0).text());
      at++;
      if (!token(0).is(".")) {
        break;
      }
      at++;
    }
    return name;
  }

  private Arguments arguments() {
    if (!token(0).is("(")) {
      return Arguments.NONE;
    }
    Cursor cursor = new Cursor(file, tokens, at + 1);
    Arguments arguments = Arguments.read(cursor);
    at = cursor.position();
    return arguments;
  }

  private static List<Expectation> expectations(String function, Arguments given, Span span) {
    String action = ACTIONS.getOrDefault(function, "WARN");
    if (!function.startsWith("expect_all")) {
      Value name = given.get("name", 0).orElse(new Value.Computed(span));
      Value condition =
          given.get("inv", 1).or(() -> given.get("condition", 1)).orElse(new Value.Computed(span));
      return List.of(new Expectation(name, condition, action, span, span));
    }
    return all(given.get("expectations", 0).orElse(new Value.Computed(span)), action, span);
  }

  private static List<Expectation> all(Value value, String action, Span span) {
    if (!(value instanceof Value.Dictionary dictionary)) {
      return List.of(new Expectation(value, value, action, span, span));
    }
    List<Expectation> all = new ArrayList<>();
    dictionary
        .entries()
        .forEach(
            (name, condition) ->
                all.add(
                    new Expectation(
                        name, condition, action, name.span().to(condition.span()), span)));
    return all;
  }

  /** A call in an expression: of a table that is read, or that makes a data set. */
  private void call() {
    List<String> name = nameBefore();
    String last = token(0).text();
    Token start = tokens.get(at - 2 * (name.size() - 1));
    boolean ofSpark = last.equals("table") && name.size() > 1 && !modules.contains(name.get(0));
    if (ofSpark || function(name).filter(READS::contains).isPresent()) {
      read();
    } else if (function(name).filter(f -> f.startsWith("create_")).map(TYPES::get).isPresent()) {
      at++;
      Arguments given = arguments();
      Span span = file.span(start.start(), tokens.get(at - 1).end());
      close();
      open(TYPES.getOrDefault(last, "table"), span, given.get("name", 0), given, embedded(given));
      close();
    } else {
      at++;
    }
  }

  /** The argument is not looked into where it is no text. */
  private void read() {
    at += 2;
    if (token(0).kind() == Token.Kind.TEXT) {
      Cursor cursor = new Cursor(file, tokens, at);
      reads.add(cursor.value());
      at = cursor.position();
    } else {
      reads.add(new Value.Computed(file.span(token(0).start(), token(0).end())));
    }
  }

  private static List<Expectation> embedded(Arguments given) {
    List<Expectation> all = new ArrayList<>();
    for (String key : List.of("expect_all", "expect_all_or_drop", "expect_all_or_fail")) {
      Value value = given.named().get(key);
      if (value != null) {
        all.addAll(all(value, ACTIONS.getOrDefault(key, "WARN"), value.span()));
      }
    }
    return all;
  }

  /** The dotted name that ends at this token. */
  private List<String> nameBefore() {
    List<String> name = new ArrayList<>(List.of(token(0).text()));
    int i = at;
    while (i >= 2
        && tokens.get(i - 1).is(".")
        && tokens.get(i - 2).kind() == Token.Kind.WORD
        && name.size() < 4) {
      i -= 2;
      name.add(0, tokens.get(i).text());
    }
    return name;
  }
}
