package dev.bylaw.rules.sql.python;

import dev.bylaw.rules.sql.text.Canvas;
import dev.bylaw.rules.sql.text.Template;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Puts the SQL of {@code spark.sql("...")} on a canvas, each text ended by a semicolon; and that of
 * {@code cursor.execute("...")} where the file imports Databricks' connector.
 */
final class SparkSql {
  /** Methods of texts that change no word of the statement. */
  private static final Set<String> HARMLESS = Set.of("strip", "lstrip", "rstrip");

  private final SourceFile file;
  private final List<Token> tokens;
  private final Canvas canvas;
  private final List<Template> templates = new ArrayList<>();

  private SparkSql(SourceFile file, List<Token> tokens, Canvas canvas) {
    this.file = file;
    this.tokens = tokens;
    this.canvas = canvas;
  }

  /** Returns what is not known of the texts, in the order of the file. */
  static List<Template> put(SourceFile file, List<Token> tokens, Canvas canvas) {
    SparkSql sql = new SparkSql(file, tokens, canvas);
    boolean connector = false;
    for (int i = 1; i + 3 < tokens.size(); i++) {
      connector |= importsConnector(tokens, i);
      if (isCall(tokens, i) || (connector && isExecution(tokens, i))) {
        i = sql.argument(i + 3);
      }
    }
    return sql.templates;
  }

  private static boolean isCall(List<Token> tokens, int at) {
    String receiver = tokens.get(at - 1).text().toLowerCase(Locale.ROOT);
    return tokens.get(at).is(".")
        && tokens.get(at + 1).is("sql")
        && tokens.get(at + 2).is("(")
        && (receiver.endsWith("spark")
            || receiver.endsWith("session")
            || receiver.equals("sqlcontext"));
  }

  private static boolean isExecution(List<Token> tokens, int at) {
    return tokens.get(at).is(".")
        && tokens.get(at + 1).is("execute")
        && tokens.get(at + 2).is("(")
        && tokens.get(at - 1).text().toLowerCase(Locale.ROOT).endsWith("cursor");
  }

  /** {@code from databricks import sql}, {@code import databricks.sql}. */
  private static boolean importsConnector(List<Token> tokens, int at) {
    boolean imported = tokens.get(at - 1).is("from") || tokens.get(at - 1).is("import");
    return imported && tokens.get(at).is("databricks") && tokens.get(at + 2).is("sql");
  }

  /** Reads the first argument, and returns where it ends. */
  private int argument(int from) {
    int leading = leading(from);
    int to = from;
    int open = 0;
    List<Integer> texts = new ArrayList<>();
    while (tokens.get(to).kind() != Token.Kind.END) {
      Token token = tokens.get(to);
      if (open == 0 && (token.is(")") || token.is(","))) {
        break;
      }
      open += token.is("(") || token.is("[") || token.is("{") ? 1 : 0;
      open -= token.is(")") || token.is("]") || token.is("}") ? 1 : 0;
      if (token.kind() == Token.Kind.TEXT && open == leading) {
        texts.add(to - from);
      }
      to++;
    }
    List<Token> argument = tokens.subList(from, to);
    if (texts.isEmpty() || texts.get(0) != leading) {
      unknown(argument.isEmpty() ? tokens.subList(from, from + 1) : argument);
    } else {
      texts(texts, argument);
    }
    return to;
  }

  /** The statements of an argument are not known. */
  private void unknown(List<Token> argument) {
    Span whole = file.span(argument.get(0).start(), argument.get(argument.size() - 1).end());
    templates.add(new Template(Template.Kind.STATEMENTS, whole));
  }

  /** How many brackets stand around all of an argument's start. */
  private int leading(int from) {
    int count = 0;
    while (tokens.get(from + count).is("(")) {
      count++;
    }
    return count;
  }

  /**
   * Puts the texts of an argument.
   *
   * @param texts indexes of tokens, never empty
   */
  private void texts(List<Integer> texts, List<Token> argument) {
    int end = texts.get(texts.size() - 1);
    Token last = argument.get(argument.size() - 1);
    List<Token> tail = meaning(argument.subList(end + 1, argument.size()));
    boolean method = tail.size() > 1 && tail.get(0).is(".");
    boolean format = method && tail.get(1).is("format");
    boolean percent = !tail.isEmpty() && tail.get(0).is("%");
    for (int i = 0; i < texts.size(); i++) {
      Token text = argument.get(texts.get(i));
      put(text, text.isFormatted() || format, percent);
      if (i > 0) {
        gap(argument.subList(texts.get(i - 1), texts.get(i) + 1));
      }
    }
    if (method && !format && !HARMLESS.contains(tail.get(1).text())) {
      unknown(argument);
    } else if (!tail.isEmpty() && !method && !percent) {
      hide(argument.get(end).end() - 1, last.end());
    }
    canvas.put(last.end() - 1, ';');
  }

  /** What stands between two texts is a part of the statement, unless it only joins them. */
  private void gap(List<Token> around) {
    Token first = around.get(0);
    Token second = around.get(around.size() - 1);
    boolean computed =
        meaning(around.subList(1, around.size() - 1)).stream().anyMatch(t -> !t.is("+"));
    if (computed || splitsWord(first, second)) {
      hide(first.end() - 1, second.from());
    }
  }

  /** Tokens that do more than to close brackets around the texts before them. */
  private static List<Token> meaning(List<Token> tokens) {
    return tokens.stream()
        .filter(t -> t.kind() != Token.Kind.LINE_END)
        .dropWhile(t -> t.is(")"))
        .toList();
  }

  private void hide(int from, int to) {
    canvas.fill(from, to, Canvas.UNKNOWN);
    templates.add(new Template(Template.Kind.PYTHON, file.span(from, to)));
  }

  private static boolean splitsWord(Token first, Token second) {
    String before = first.text();
    String after = second.text();
    return !before.isEmpty()
        && !after.isEmpty()
        && Character.isJavaIdentifierPart(before.charAt(before.length() - 1))
        && Character.isJavaIdentifierPart(after.charAt(0));
  }

  private void put(Token text, boolean braces, boolean percent) {
    char[] units = text.text().toCharArray();
    Escapes.units(text, units);
    for (int i = 0; i < units.length; i++) {
      canvas.put(text.from() + i, units[i]);
    }
    for (int i = 0; i + 1 < units.length; i++) {
      boolean doubled = braces && "{}".indexOf(units[i]) >= 0 && units[i] == units[i + 1];
      if (doubled) {
        canvas.put(text.from() + i, Canvas.NOTHING);
        i++;
      } else if (braces && units[i] == '{') {
        i = hole(text, i, behindBraces(units, i));
      } else if (percent && units[i] == '%' && "sdf".indexOf(units[i + 1]) >= 0) {
        i = hole(text, i, i + 2);
      }
    }
  }

  /** Returns the index of the last unit. */
  private int hole(Token text, int from, int to) {
    hide(text.from() + from, text.from() + to);
    return to - 1;
  }

  /** All of the rest where braces do not end. */
  private static int behindBraces(char[] units, int from) {
    int open = 0;
    for (int i = from; i < units.length; i++) {
      open += units[i] == '{' ? 1 : units[i] == '}' ? -1 : 0;
      if (open == 0) {
        return i + 1;
      }
    }
    return units.length;
  }
}
