package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.CallContext;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A template of Go filled with values. Numbers are texts there, as in OPA; complex numbers are not
 * known.
 *
 * @see <a href="https://pkg.go.dev/text/template">package text/template</a>
 */
final class GoTemplate {
  private static final String NAME = "template";
  private static final int SHOWN = 20;

  /** Where to go on after a node. */
  private enum Next {
    NODE,
    BREAK,
    CONTINUE
  }

  private record Variable(String name, Object value) {}

  private final CallContext context;
  private final GoTemplateLexer source;
  private final Map<String, List<GoTemplateNode>> templates;
  private final StringBuilder out = new StringBuilder();
  private List<Variable> variables = new ArrayList<>();
  private String name = NAME;
  private int depth;

  private GoTemplate(
      CallContext context, GoTemplateLexer source, Map<String, List<GoTemplateNode>> templates) {
    this.context = context;
    this.source = source;
    this.templates = templates;
  }

  static String render(CallContext context, String text, RegoValue values) throws BuiltinException {
    GoTemplateLexer lexer = new GoTemplateLexer(text);
    GoTemplate template = new GoTemplate(context, lexer, GoTemplateParser.parse(lexer));
    template.run(NAME, values);
    return template.out.toString();
  }

  private BuiltinException problem(GoTemplateNode node, String message) {
    String shown = node.shown();
    return BuiltinException.of(
        "template: template:%d:%d: executing %s at <%s>: %s"
            .formatted(
                source.line(node.at()),
                source.column(node.at()),
                GoQuote.string(name),
                shown.length() > SHOWN ? shown.substring(0, SHOWN) + "..." : shown,
                message));
  }

  private void print(String text) throws BuiltinException {
    context.spend(text.length());
    out.append(text);
  }

  private void run(String template, Object dot) throws BuiltinException {
    List<Variable> outer = variables;
    String outerName = name;
    variables = new ArrayList<>(List.of(new Variable("$", dot)));
    name = template;
    depth++;
    walk(templates.getOrDefault(template, List.of()), dot);
    depth--;
    name = outerName;
    variables = outer;
  }

  private Next walk(List<GoTemplateNode> nodes, Object dot) throws BuiltinException {
    int known = variables.size();
    Next next = Next.NODE;
    for (GoTemplateNode node : nodes) {
      next = walk(node, dot);
      if (next != Next.NODE) {
        break;
      }
    }
    forget(known);
    return next;
  }

  private void forget(int known) {
    variables.subList(known, variables.size()).clear();
  }

  private Next walk(GoTemplateNode node, Object dot) throws BuiltinException {
    context.spend(1);
    if (node instanceof GoTemplateNode.Text text) {
      print(text.text());
    } else if (node instanceof GoTemplateNode.Print action) {
      Object value = pipe(action.pipe(), dot);
      if (action.pipe().variables().isEmpty()) {
        print(GoTemplateValues.isNothing(value) ? "<undefined>" : GoTemplateValues.print(value));
      }
    } else if (node instanceof GoTemplateNode.Branch branch) {
      return branch(branch, dot);
    } else if (node instanceof GoTemplateNode.Call call) {
      call(call, dot);
    } else if (node instanceof GoTemplateNode.Jump jump) {
      return jump.keyword().equals("break") ? Next.BREAK : Next.CONTINUE;
    }
    return Next.NODE;
  }

  private void call(GoTemplateNode.Call call, Object dot) throws BuiltinException {
    if (!templates.containsKey(call.name())) {
      throw problem(call, "template %s not defined".formatted(GoQuote.string(call.name())));
    } else if (depth > Limits.DEFAULT.maxNesting()) {
      throw problem(
          call, "exceeded maximum template depth (%d)".formatted(Limits.DEFAULT.maxNesting()));
    }
    Object value = call.pipe().isPresent() ? pipe(call.pipe().get(), dot) : RegoNull.NULL;
    run(call.name(), value);
  }

  private Next branch(GoTemplateNode.Branch branch, Object dot) throws BuiltinException {
    int known = variables.size();
    Object value = pipe(branch.pipe(), dot);
    Next next;
    if (branch.keyword().equals("range")) {
      next = range(branch, value, dot);
    } else if (GoTemplateValues.isTrue(value)) {
      next = walk(branch.body(), branch.keyword().equals("with") ? value : dot);
    } else {
      next = walk(branch.otherwise(), dot);
    }
    forget(known);
    return next;
  }

  private Next range(GoTemplateNode.Branch range, Object value, Object dot)
      throws BuiltinException {
    int known = variables.size();
    boolean none = true;
    if (value instanceof RegoArray array) {
      none = array.size() == 0;
      for (int i = 0; i < array.size() && step(range, known, (long) i, array.get(i)); i++) {}
    } else if (value instanceof RegoObject object) {
      none = object.size() == 0;
      for (RegoValue key : object.keys()) {
        if (!step(range, known, key, GoTemplateValues.get(object, key))) {
          break;
        }
      }
    } else if (value instanceof Long n) {
      none = n <= 0;
      for (long i = 0; i < n && step(range, known, i, i); i++) {}
    } else if (!GoTemplateValues.isNothing(value)) {
      throw problem(range.pipe(), "range can't iterate over " + GoTemplateValues.print(value));
    }
    return none ? walk(range.otherwise(), dot) : Next.NODE;
  }

  /** One round of a range; false if it is the last. */
  private boolean step(GoTemplateNode.Branch range, int known, Object key, Object element)
      throws BuiltinException {
    GoTemplateNode.Pipe pipe = range.pipe();
    List<String> names = pipe.variables();
    if (names.size() == 1) {
      set(pipe, names.get(0), element);
    } else if (names.size() > 1) {
      set(pipe, names.get(0), key);
      set(pipe, names.get(1), element);
    }
    Next next = walk(range.body(), element);
    forget(known);
    return next != Next.BREAK;
  }

  private void set(GoTemplateNode.Pipe pipe, String variable, Object value) {
    if (pipe.declares()) {
      variables.add(new Variable(variable, value));
      return;
    }
    for (int i = variables.size() - 1; i >= 0; i--) {
      if (variables.get(i).name().equals(variable)) {
        variables.set(i, new Variable(variable, value));
        return;
      }
    }
  }

  private Object variable(String wanted) {
    for (int i = variables.size() - 1; i >= 0; i--) {
      if (variables.get(i).name().equals(wanted)) {
        return variables.get(i).value();
      }
    }
    return GoTemplateValues.MISSING;
  }

  private Object pipe(GoTemplateNode.Pipe pipe, Object dot) throws BuiltinException {
    List<Object> value = List.of();
    for (GoTemplateNode.Command command : pipe.commands()) {
      value = List.of(command(command, dot, value));
    }
    if (pipe.variables().size() == 1) {
      set(pipe, pipe.variables().get(0), value.get(0));
    }
    return value.get(0);
  }

  /**
   * @param last the value of the command before it, if there is one
   */
  private Object command(GoTemplateNode.Command command, Object dot, List<Object> last)
      throws BuiltinException {
    GoTemplateNode first = command.words().get(0);
    List<GoTemplateNode> rest = command.words().subList(1, command.words().size());
    if (first instanceof GoTemplateNode.Function function) {
      return function(command, function.name(), rest, dot, last);
    } else if (first instanceof GoTemplateNode.Nil) {
      throw problem(first, "nil is not a command");
    }
    Object value = value(first, dot);
    if (!rest.isEmpty() || !last.isEmpty()) {
      throw problem(
          first,
          first instanceof GoTemplateNode.Fields fields
              ? fields.names().get(fields.names().size() - 1) + " is not a method but has arguments"
              : "can't give argument to non-function " + first.shown());
    }
    return value;
  }

  private Object function(
      GoTemplateNode node,
      String function,
      List<GoTemplateNode> words,
      Object dot,
      List<Object> last)
      throws BuiltinException {
    String wrong = GoTemplateFunctions.wrongNumber(function, words.size() + last.size()).orElse("");
    if (!wrong.isEmpty()) {
      throw problem(node, wrong);
    }
    boolean and = function.equals(GoTemplateFunctions.AND);
    boolean choice = and || function.equals(GoTemplateFunctions.OR);
    List<Object> args = new ArrayList<>();
    for (GoTemplateNode word : words) {
      Object value = value(word, dot);
      args.add(value);
      if (choice && GoTemplateValues.isTrue(value) != and) {
        return value;
      }
    }
    args.addAll(last);
    if (choice) {
      return args.get(args.size() - 1);
    }
    try {
      return GoTemplateFunctions.call(function, args);
    } catch (BuiltinException e) {
      throw problem(node, "error calling %s: %s".formatted(function, e.getMessage()));
    }
  }

  private Object value(GoTemplateNode node, Object dot) throws BuiltinException {
    if (node instanceof GoTemplateNode.Dot) {
      return dot;
    } else if (node instanceof GoTemplateNode.Literal literal) {
      return literal.value();
    } else if (node instanceof GoTemplateNode.Variable variable) {
      return variable(variable.name());
    } else if (node instanceof GoTemplateNode.Fields fields) {
      return fields(fields, value(fields.of(), dot));
    } else if (node instanceof GoTemplateNode.Pipe pipe) {
      return pipe(pipe, dot);
    } else if (node instanceof GoTemplateNode.Function function) {
      return function(node, function.name(), List.of(), dot, List.of());
    }
    return RegoNull.NULL;
  }

  private Object fields(GoTemplateNode.Fields node, Object of) throws BuiltinException {
    Object value = of;
    for (String field : node.names()) {
      if (value == RegoNull.NULL) {
        throw problem(node, "nil pointer evaluating interface {}." + field);
      } else if (value instanceof RegoObject object) {
        value = GoTemplateValues.get(object, RegoString.of(field));
      } else if (value != GoTemplateValues.MISSING) {
        throw problem(
            node, "can't evaluate field %s in type %s".formatted(field, fieldType(value)));
      }
    }
    return value;
  }

  /** Values from outside have any type. */
  private static String fieldType(Object value) {
    return value instanceof RegoValue ? "interface {}" : GoTemplateValues.typeName(value);
  }
}
