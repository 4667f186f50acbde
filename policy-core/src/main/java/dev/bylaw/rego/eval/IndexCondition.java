package dev.bylaw.rego.eval;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a definition demands of one place: that it is one of some values, or a text with one of some
 * beginnings. Where that does not hold, the definition yields nothing.
 */
record IndexCondition(Place place, Set<RegoValue> values) {
  /** A condition with more values than this is not worth the memory. */
  private static final int MAX_VALUES = 64;

  /**
   * What is looked at.
   *
   * @param argument 0-based; -1 for the input
   * @param path below the input
   * @param prefix whether the values are beginnings
   */
  record Place(int argument, List<RegoString> path, boolean prefix) {
    /** Null for undefined. */
    @Nullable RegoValue value(Context context, RegoValue[] args) {
      if (argument >= 0) {
        return args[argument];
      }
      RegoValue value = context.input;
      for (int i = 0; i < path.size() && value != null; i++) {
        value = value instanceof RegoObject o ? o.field(path.get(i)) : null;
      }
      return value;
    }
  }

  /** The conditions of a definition that an index can use. */
  static List<IndexCondition> of(Rule rule) {
    if (rule.otherwise().isPresent()) {
      return List.of();
    }
    List<Term> args = rule.head().args().orElse(List.of());
    List<IndexCondition> tests = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      if (args.get(i) instanceof Scalar s) {
        tests.add(new IndexCondition(new Place(i, List.of(), false), Set.of(s.value())));
      }
    }
    for (Expr expr : rule.body().exprs()) {
      if (expr.with().isEmpty()
          && expr instanceof Expr.TermExpr e
          && e.term() instanceof Call c
          && c.operator() instanceof Var operator) {
        Optional<IndexCondition> test = call(operator.name(), c.args(), args);
        if (test.isPresent()) {
          tests.add(test.get());
        }
      }
    }
    return tests;
  }

  private static Optional<IndexCondition> call(String name, List<Term> operands, List<Term> args) {
    return switch (name) {
      case "eq", "equal" ->
          operands.size() == 2
              ? equation(operands.get(0), operands.get(1), args)
              : Optional.empty();
      case "internal.member_2" ->
          operands.size() == 2
              ? place(operands.get(0), args, false)
                  .flatMap(p -> literals(operands.get(1)).map(v -> new IndexCondition(p, v)))
              : Optional.empty();
      case "startswith" ->
          operands.size() == 2 ? prefix(operands.get(0), operands.get(1), args) : Optional.empty();
      case "glob.match" ->
          operands.size() == 3 ? prefix(operands.get(2), operands.get(0), args) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<IndexCondition> equation(Term left, Term right, List<Term> args) {
    Optional<IndexCondition> first = equality(left, right, args);
    return first.isPresent() ? first : equality(right, left, args);
  }

  private static Optional<IndexCondition> equality(Term at, Term value, List<Term> args) {
    Optional<Place> place = value instanceof Scalar ? place(at, args, false) : Optional.empty();
    return place.isPresent() && value instanceof Scalar s
        ? Optional.of(new IndexCondition(place.get(), Set.of(s.value())))
        : Optional.empty();
  }

  /** The beginning of a pattern up to its first special character; of a plain text, all of it. */
  private static Optional<IndexCondition> prefix(Term at, Term text, List<Term> args) {
    String beginning = BodyPlanner.text(text);
    if (beginning == null) {
      return Optional.empty();
    }
    int end = 0;
    while (end < beginning.length() && "*?[]{}\\!".indexOf(beginning.charAt(end)) < 0) {
      end++;
    }
    String literal = beginning.substring(0, end);
    return literal.isEmpty()
        ? Optional.empty()
        : place(at, args, true).map(p -> new IndexCondition(p, Set.of(RegoString.of(literal))));
  }

  private static Optional<Set<RegoValue>> literals(Term collection) {
    List<Term> elements =
        collection instanceof SetTerm s
            ? s.elements()
            : collection instanceof ArrayTerm a ? a.elements() : List.of();
    Set<RegoValue> values = new HashSet<>();
    for (Term element : elements) {
      if (!(element instanceof Scalar s)) {
        return Optional.empty();
      }
      values.add(s.value());
    }
    return values.isEmpty() || values.size() > MAX_VALUES ? Optional.empty() : Optional.of(values);
  }

  private static Optional<Place> place(Term term, List<Term> args, boolean prefix) {
    if (term instanceof Var v) {
      for (int i = 0; i < args.size(); i++) {
        if (args.get(i) instanceof Var a && a.name().equals(v.name())) {
          return Optional.of(new Place(i, List.of(), prefix));
        }
      }
    }
    if (!(term instanceof Ref r && r.head() instanceof Var v && v.name().equals("input"))) {
      return Optional.empty();
    }
    List<RegoString> path = new ArrayList<>();
    for (Term operand : r.path()) {
      String name = BodyPlanner.text(operand);
      if (name == null) {
        return Optional.empty();
      }
      path.add(RegoString.of(name.intern()));
    }
    return Optional.of(new Place(-1, List.copyOf(path), prefix));
  }
}
