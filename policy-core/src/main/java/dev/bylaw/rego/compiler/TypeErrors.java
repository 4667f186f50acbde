package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.AstPrinter;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.types.Type;
import dev.bylaw.rego.types.Types;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Words type errors as OPA does. */
final class TypeErrors {
  private static final int MAX_KEYS = 1_000;

  private final AstPrinter printer = AstPrinter.renaming(this::written);
  private final AstPrinter keys = AstPrinter.renaming(this::renamed);
  private Problems problems;
  private Map<String, Term> generated = Map.of();

  TypeErrors(Problems problems) {
    this.problems = problems;
  }

  int count() {
    return problems.count();
  }

  /** Whether a check finds nothing; what it finds is not reported. */
  boolean isClean(Runnable check) {
    Problems reported = problems;
    problems = new Problems();
    try {
      check.run();
      return problems.count() == 0;
    } finally {
      problems = reported;
    }
  }

  /** Sets what variables of the flat form stand for, which is shown in their place. */
  void generated(Map<String, Term> ofRule) {
    this.generated = ofRule;
  }

  private String written(String name) {
    Term term = generated.get(name);
    return term == null ? Resolver.original(name) : text(term);
  }

  /** The same with the names that OPA gives local variables. */
  private String renamed(String name) {
    Term term = generated.get(name);
    return term != null ? keys.term(term) : name.indexOf('#') > 0 ? "__local" + name : name;
  }

  /** Sorts as OPA does keys of objects: by names, of which it makes those of what is computed. */
  String rank(Term key) {
    if (!(key instanceof Var variable) || generated.containsKey(variable.name())) {
      Term term = key instanceof Var v ? generated.getOrDefault(v.name(), v) : key;
      boolean written =
          term instanceof Ref r && !(r.head() instanceof Var h && !generated.containsKey(h.name()));
      // what calls give has its name first; what is written down gets one to be looked into
      return (term instanceof Call ? "__local1" : "__local2")
          + (written ? "__local" : "")
          + keys.term(key);
    }
    String name = variable.name();
    int number = name.indexOf('#') + 1;
    return number > 0 ? String.format("__local0%9s", name.substring(number)) : name;
  }

  String text(Term term) {
    return printer.term(term);
  }

  void match(Span place, Type left, Type right) {
    problems.type(place, "match error\n\tleft  : " + left + "\n\tright : " + right);
  }

  void arguments(Span place, String function, String problem, List<Type> have, List<?> want) {
    problems.type(
        place, function + ": " + problem + "\n\thave: " + tuple(have) + "\n\twant: " + tuple(want));
  }

  private static String tuple(List<?> types) {
    return "(" + types.stream().map(Object::toString).collect(Collectors.joining(", ")) + ")";
  }

  void undefined(Span span, Ref function) {
    problems.type(span, "undefined function " + text(function));
  }

  void functionAsValue(Ref ref, Type type) {
    String text = text(ref);
    problems.type(
        ref.span(),
        "function "
            + text
            + " used as reference, not called\n\t"
            + text
            + "\n\t"
            + "^".repeat(text.length())
            + "\n\thave: "
            + type);
  }

  /** A reference goes on where there is nothing to go on to. */
  void noParts(Ref ref, int step, Type type) {
    String text = text(ref);
    String before = text(ref.head()) + steps(ref.path().subList(0, step));
    problems.type(
        ref.span(),
        "undefined ref: "
            + text
            + "\n\t"
            + text
            + "\n\t"
            + "^".repeat(before.length())
            + "\n\thave: "
            + type);
  }

  /**
   * A step of a reference leads to nothing.
   *
   * @param have what the step is
   * @param type what it was to be a step into
   */
  void noSuchPart(Ref ref, int step, String have, Type type) {
    String text = text(ref);
    int column = (text(ref.head()) + steps(ref.path().subList(0, step))).length() + 1;
    String margin = "\n\t" + " ".repeat(column);
    List<RegoValue> fields = fields(type);
    String want =
        fields.isEmpty()
            ? "want (type): " + Types.keys(type).orElse(Type.ANY)
            : "want (one of): [" + joined(fields) + "]";
    problems.type(
        ref.span(),
        "undefined ref: "
            + text
            + "\n\t"
            + text
            + margin
            + "^"
            + margin
            + have
            + margin
            + want
            + suggestion(ref.path().get(step), fields));
  }

  static String have(RegoValue value) {
    return "have: " + value;
  }

  static String have(Type type) {
    return "have (type): " + type;
  }

  private String steps(List<Term> path) {
    return path.stream().map(printer::step).collect(Collectors.joining());
  }

  private static String joined(List<RegoValue> keys) {
    return keys.stream().map(RegoValue::toString).collect(Collectors.joining(" "));
  }

  private static String suggestion(Term step, List<RegoValue> fields) {
    List<String> names = new ArrayList<>();
    fields.forEach(
        f -> {
          if (f instanceof RegoString s) {
            names.add(s.value());
          }
        });
    return step instanceof Scalar s && s.value() instanceof RegoString name
        ? Suggestions.detail(name.value(), names)
        : "";
  }

  /** The keys that a type names, unless they are too many to be read. */
  private static List<RegoValue> fields(Type type) {
    TreeSet<RegoValue> keys = new TreeSet<>();
    List<Type> members = type instanceof Type.UnionType u ? u.members() : List.of(type);
    for (Type m : members) {
      if (m instanceof Type.ObjectType o) {
        keys.addAll(o.fields().keySet());
      }
    }
    return keys.size() > MAX_KEYS ? List.of() : List.copyOf(keys);
  }
}
