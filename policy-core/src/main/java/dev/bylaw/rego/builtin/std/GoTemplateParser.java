package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.std.GoTemplateToken.Kind;
import dev.bylaw.source.Limits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a template and those that it defines. */
final class GoTemplateParser {
  private static final Set<Kind> OPERANDS =
      Set.of(
          Kind.BOOLEAN,
          Kind.CHARACTER,
          Kind.DOT,
          Kind.FIELD,
          Kind.NAME,
          Kind.NUMBER,
          Kind.NIL,
          Kind.RAW_STRING,
          Kind.STRING,
          Kind.VARIABLE,
          Kind.OPEN);

  private final GoTemplateLexer lexer;
  private final Deque<GoTemplateToken> ahead = new ArrayDeque<>();
  private final Map<String, List<GoTemplateNode>> defined = new HashMap<>();
  private List<String> variables = new ArrayList<>(List.of("$"));
  private int last;
  private int ranges;
  private int depth;

  private GoTemplateParser(GoTemplateLexer lexer) {
    this.lexer = lexer;
  }

  /** The nodes of each template; those of the text itself have the name {@code template}. */
  static Map<String, List<GoTemplateNode>> parse(GoTemplateLexer lexer) throws BuiltinException {
    GoTemplateParser parser = new GoTemplateParser(lexer);
    List<GoTemplateNode> nodes = new ArrayList<>();
    String end = parser.list(nodes, true);
    if (!end.isEmpty()) {
      throw parser.problem("unexpected {{" + end + "}}");
    }
    parser.defined.put("template", nodes);
    return parser.defined;
  }

  private BuiltinException problem(String message) {
    return BuiltinException.of("template: template:%d: %s".formatted(lexer.line(last), message));
  }

  private BuiltinException unexpected(GoTemplateToken token, String context) {
    return problem("unexpected %s in %s".formatted(token.shown(), context));
  }

  private GoTemplateToken next() throws BuiltinException {
    GoTemplateToken token = ahead.isEmpty() ? lexer.next() : ahead.pop();
    last = token.at();
    return token;
  }

  private GoTemplateToken peek() throws BuiltinException {
    if (ahead.isEmpty()) {
      ahead.push(lexer.next());
    }
    return ahead.getFirst();
  }

  private GoTemplateToken nextWord() throws BuiltinException {
    skipSpace();
    return next();
  }

  private GoTemplateToken peekWord() throws BuiltinException {
    skipSpace();
    return peek();
  }

  private void skipSpace() throws BuiltinException {
    while (peek().is(Kind.SPACE)) {
      next();
    }
  }

  /**
   * Reads up to an end, an else or the end of the text.
   *
   * @return the keyword that ended it, or nothing
   */
  private String list(List<GoTemplateNode> nodes, boolean top) throws BuiltinException {
    enter();
    while (!peekWord().is(Kind.END)) {
      GoTemplateToken token = next();
      if (token.is(Kind.TEXT)) {
        nodes.add(new GoTemplateNode.Text(token.at(), token.text()));
        continue;
      }
      GoTemplateToken keyword = peekWord();
      if (keyword.isKeyword("end") || keyword.isKeyword("else")) {
        next();
        depth--;
        if (keyword.isKeyword("end")) {
          end("end");
        }
        return keyword.text();
      } else if (top && keyword.isKeyword("define")) {
        next();
        definition();
      } else {
        nodes.add(action());
      }
    }
    if (!top) {
      next();
      throw problem("unexpected EOF");
    }
    return "";
  }

  private void end(String context) throws BuiltinException {
    GoTemplateToken token = nextWord();
    if (!token.is(Kind.RIGHT)) {
      throw unexpected(token, context);
    }
  }

  private void definition() throws BuiltinException {
    String name = name("define clause");
    end("define clause");
    defined.put(name, body(new ArrayList<>(List.of("$"))));
  }

  private String name(String context) throws BuiltinException {
    GoTemplateToken token = nextWord();
    if (!token.is(Kind.STRING) && !token.is(Kind.RAW_STRING)) {
      throw unexpected(token, context);
    }
    return string(token);
  }

  private List<GoTemplateNode> body(List<String> own) throws BuiltinException {
    List<String> outer = variables;
    int outerRanges = ranges;
    variables = own;
    ranges = 0;
    List<GoTemplateNode> nodes = new ArrayList<>();
    String end = list(nodes, false);
    if (!end.equals("end")) {
      throw problem("unexpected {{" + end + "}}");
    }
    variables = outer;
    ranges = outerRanges;
    return nodes;
  }

  private GoTemplateNode action() throws BuiltinException {
    GoTemplateToken token = peekWord();
    if (!token.is(Kind.KEYWORD)) {
      return new GoTemplateNode.Print(token.at(), pipe("command", Kind.RIGHT));
    }
    next();
    return switch (token.text()) {
      case "if", "with", "range" -> branch(token.at(), token.text());
      case "template" -> call();
      case "block" -> block();
      case "break", "continue" -> jump(token);
      default -> throw unexpected(token, "command");
    };
  }

  private void enter() throws BuiltinException {
    if (++depth > Limits.DEFAULT.maxNesting()) {
      throw problem("the template is nested too deeply");
    }
  }

  private GoTemplateNode jump(GoTemplateToken token) throws BuiltinException {
    end("{{" + token.text() + "}}");
    if (ranges == 0) {
      throw problem("{{" + token.text() + "}} outside {{range}}");
    }
    return new GoTemplateNode.Jump(token.at(), token.text());
  }

  private GoTemplateNode branch(int at, String keyword) throws BuiltinException {
    int known = variables.size();
    GoTemplateNode.Pipe pipe = pipe(keyword, Kind.RIGHT);
    ranges += keyword.equals("range") ? 1 : 0;
    List<GoTemplateNode> body = new ArrayList<>();
    String end = list(body, false);
    ranges -= keyword.equals("range") ? 1 : 0;
    List<GoTemplateNode> otherwise = new ArrayList<>();
    if (end.equals("else")) {
      otherwise(keyword, otherwise);
    }
    variables = new ArrayList<>(variables.subList(0, known));
    return new GoTemplateNode.Branch(at, keyword, pipe, body, otherwise);
  }

  private void otherwise(String keyword, List<GoTemplateNode> nodes) throws BuiltinException {
    GoTemplateToken token = peekWord();
    if (!keyword.equals("range") && token.isKeyword(keyword)) {
      next();
      nodes.add(branch(token.at(), keyword));
      return;
    }
    end("else");
    if (!list(nodes, false).equals("end")) {
      throw problem("expected end; found {{else}}");
    }
  }

  private GoTemplateNode call() throws BuiltinException {
    int at = peekWord().at();
    String name = name("template clause");
    Optional<GoTemplateNode.Pipe> pipe = Optional.empty();
    if (peekWord().is(Kind.RIGHT)) {
      next();
    } else {
      pipe = Optional.of(pipe("template clause", Kind.RIGHT));
    }
    return new GoTemplateNode.Call(at, name, pipe);
  }

  private GoTemplateNode block() throws BuiltinException {
    int at = peekWord().at();
    String name = name("block clause");
    GoTemplateNode.Pipe pipe = pipe("block clause", Kind.RIGHT);
    defined.put(name, body(new ArrayList<>(List.of("$"))));
    return new GoTemplateNode.Call(at, name, Optional.of(pipe));
  }

  private GoTemplateNode.Pipe pipe(String context, Kind end) throws BuiltinException {
    enter();
    int at = peekWord().at();
    List<String> set = new ArrayList<>();
    boolean declares = declarations(set, context);
    List<GoTemplateNode.Command> commands = new ArrayList<>();
    while (!peekWord().is(end)) {
      if (!OPERANDS.contains(peek().kind())) {
        throw unexpected(next(), context);
      }
      commands.add(command(end));
    }
    next();
    depth--;
    if (commands.isEmpty()) {
      throw problem("missing value for " + context);
    }
    for (GoTemplateNode.Command command : commands.subList(1, commands.size())) {
      GoTemplateNode first = command.words().get(0);
      if (first instanceof GoTemplateNode.Literal
          || first instanceof GoTemplateNode.Dot
          || first instanceof GoTemplateNode.Nil) {
        int stage = commands.indexOf(command) + 1;
        throw problem("non executable command in pipeline stage " + stage);
      }
    }
    return new GoTemplateNode.Pipe(at, set, declares, commands);
  }

  /** Reads {@code $x :=}, {@code $x =} or, in a range, {@code $i, $x :=}, if it is there. */
  private boolean declarations(List<String> set, String context) throws BuiltinException {
    if (!peekWord().is(Kind.VARIABLE)) {
      return false;
    }
    GoTemplateToken variable = next();
    List<GoTemplateToken> read = new ArrayList<>(List.of(variable));
    while (peek().is(Kind.SPACE)) {
      read.add(next());
    }
    GoTemplateToken sign = peek();
    if (sign.isComma() && context.equals("range") && set.isEmpty()) {
      next();
      set.add(variable.text());
      return declarations(set, context);
    } else if (!sign.is(Kind.DECLARE) && !sign.is(Kind.ASSIGN)) {
      for (int i = read.size() - 1; i >= 0; i--) {
        ahead.push(read.get(i));
      }
      return false;
    }
    next();
    set.add(variable.text());
    variables.addAll(set);
    return sign.is(Kind.DECLARE);
  }

  private GoTemplateNode.Command command(Kind end) throws BuiltinException {
    int at = peekWord().at();
    List<GoTemplateNode> words = new ArrayList<>();
    while (OPERANDS.contains(peekWord().kind())) {
      words.add(operand());
      GoTemplateToken after = peek();
      if (after.is(Kind.SPACE)) {
        continue;
      } else if (after.is(Kind.PIPE) || after.is(end)) {
        break;
      }
      throw unexpected(next(), "operand");
    }
    if (peekWord().is(Kind.PIPE)) {
      next();
      if (peekWord().is(end)) {
        throw problem("missing value for command");
      }
    } else if (!peek().is(end)) {
      throw unexpected(next(), "command");
    }
    return new GoTemplateNode.Command(at, words);
  }

  private GoTemplateNode operand() throws BuiltinException {
    GoTemplateNode term = term();
    if (!peek().is(Kind.FIELD)) {
      return term;
    }
    int at = peek().at();
    List<String> names = new ArrayList<>();
    GoTemplateNode of = term;
    if (term instanceof GoTemplateNode.Fields fields) {
      names.addAll(fields.names());
      of = fields.of();
    } else if (term instanceof GoTemplateNode.Literal || term instanceof GoTemplateNode.Nil) {
      throw problem("unexpected . after term " + GoQuote.string(term.shown()));
    }
    while (peek().is(Kind.FIELD)) {
      names.add(next().text().substring(1));
    }
    return new GoTemplateNode.Fields(at, of, names);
  }

  private GoTemplateNode term() throws BuiltinException {
    GoTemplateToken token = next();
    int at = token.at();
    return switch (token.kind()) {
      case DOT -> new GoTemplateNode.Dot(at);
      case NIL -> new GoTemplateNode.Nil(at);
      case BOOLEAN, NUMBER, CHARACTER ->
          new GoTemplateNode.Literal(
              at,
              GoTemplateLiterals.constant(token.text()).orElseThrow(() -> badLiteral(token)),
              token.text());
      case STRING, RAW_STRING ->
          new GoTemplateNode.Literal(at, GoTemplateLiterals.text(string(token)), token.text());
      case FIELD ->
          new GoTemplateNode.Fields(
              at, new GoTemplateNode.Dot(at), List.of(token.text().substring(1)));
      case VARIABLE -> variable(token);
      case OPEN -> pipe("parenthesized pipeline", Kind.CLOSE);
      default -> function(token);
    };
  }

  private BuiltinException badLiteral(GoTemplateToken token) {
    return problem(
        token.is(Kind.CHARACTER)
            ? "malformed character constant: " + token.text()
            : "bad number syntax: " + GoQuote.string(token.text()));
  }

  private String string(GoTemplateToken token) throws BuiltinException {
    if (token.is(Kind.RAW_STRING)) {
      return token.text().substring(1, token.text().length() - 1);
    }
    return GoTemplateLiterals.unquoted(token.text()).orElseThrow(() -> problem("invalid syntax"));
  }

  private GoTemplateNode variable(GoTemplateToken token) throws BuiltinException {
    if (!variables.contains(token.text())) {
      throw problem("undefined variable " + GoQuote.string(token.text()));
    }
    return new GoTemplateNode.Variable(token.at(), token.text());
  }

  private GoTemplateNode function(GoTemplateToken token) throws BuiltinException {
    if (!GoTemplateFunctions.has(token.text())) {
      throw problem("function %s not defined".formatted(GoQuote.string(token.text())));
    }
    return new GoTemplateNode.Function(token.at(), token.text());
  }
}
