package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.AstPrinter;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.RuleHead;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.ast.With;
import dev.bylaw.rego.value.RegoBoolean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The flat form of resolved rules, which is OPA's: every expression makes one call or follows one
 * reference; what is nested in the text stands before it as an expression of its own, with a
 * generated variable {@code $local0}, {@code $local1}, ... for its value. It means the same, and
 * each expression keeps the place of its text.
 */
public final class FlatForm {
  /** What the form is for. */
  enum Stage {
    /** Calls alone are taken apart, {@code ==} binds nothing, and places are whole expressions. */
    SAFETY,
    /** The same with the places of the text: what is ordered before it is taken apart for types. */
    ORDER,
    /** {@code ==} binds nothing. */
    TYPES,
    EVALUATION,
    /** The same of queries, in which {@code ==} is a call like others. */
    QUERY
  }

  private final Flattening terms;
  private final Set<List<String>> functions;
  private final Optional<BodyOrder> order;

  /** Whether what {@code every} goes through is an expression of its own, also if a variable. */
  private final boolean isApart;

  private final Set<String> known = new HashSet<>();

  /**
   * @param assignments those of the equations that were written with {@code :=}
   */
  private FlatForm(Set<List<String>> functions, Stage stage, Set<Call> assignments) {
    this(functions, stage, assignments, new HashMap<>(), Optional.empty());
  }

  /**
   * @param generated the generated variables that there are
   * @param order in which bodies are put before they are taken apart, if it is not that of the text
   */
  private FlatForm(
      Set<List<String>> functions,
      Stage stage,
      Set<Call> assignments,
      Map<String, Term> generated,
      Optional<BodyOrder> order) {
    this.terms = new Flattening(this::comprehension, stage, assignments, generated);
    this.functions = functions;
    this.order = order;
    this.isApart = stage == Stage.ORDER || stage == Stage.SAFETY;
  }

  public static List<CompiledRule> of(List<CompiledRule> rules) {
    Set<List<String>> functions = functions(rules);
    List<CompiledRule> flat = new ArrayList<>();
    for (CompiledRule rule : rules) {
      flat.add(new FlatForm(functions, Stage.EVALUATION, Set.of()).rule(rule));
    }
    return flat;
  }

  /** Makes single rules of a program flat, with bodies in the order of their evaluation. */
  public static UnaryOperator<CompiledRule> ordered(List<CompiledRule> rules, BodyOrder order) {
    Set<List<String>> functions = functions(rules);
    return rule -> ordered(rule, functions, order, Stage.EVALUATION, Set.of()).rule();
  }

  /**
   * A flat rule.
   *
   * @param parts the rule and its {@code else} branches
   * @param generated what its generated variables stand for
   */
  record Flat(CompiledRule rule, List<Rule> parts, Map<String, Term> generated) {}

  /** Makes single rules of a program flat. */
  static UnaryOperator<CompiledRule> among(
      List<CompiledRule> rules, Stage stage, Set<Call> assignments) {
    Set<List<String>> functions = functions(rules);
    return rule -> new FlatForm(functions, stage, assignments).rule(rule);
  }

  /**
   * For the check of types. Bodies are in their order, which is found before references are taken
   * apart.
   */
  static Function<CompiledRule, Flat> checked(
      List<CompiledRule> rules, BodyOrder order, Set<Call> assignments) {
    Set<List<String>> functions = functions(rules);
    return rule -> ordered(rule, functions, order, Stage.TYPES, assignments);
  }

  private static Flat ordered(
      CompiledRule rule,
      Set<List<String>> functions,
      BodyOrder order,
      Stage stage,
      Set<Call> assignments) {
    FlatForm calls = new FlatForm(functions, Stage.ORDER, assignments);
    CompiledRule flat = calls.rule(rule);
    FlatForm form =
        new FlatForm(functions, stage, Set.of(), calls.terms.generated(), Optional.of(order));
    CompiledRule whole = form.rule(flat);
    List<Rule> parts = new ArrayList<>();
    for (Rule r = whole.rule(); r != null; r = r.otherwise().orElse(null)) {
      parts.add(r);
    }
    return new Flat(whole, parts, form.terms.generated());
  }

  /**
   * @param rules those of the program that the query is for
   */
  public static Body of(Body query, List<CompiledRule> rules) {
    return of(query, rules, Stage.QUERY, Set.of());
  }

  /** A flat query, and what its generated variables stand for. */
  record FlatQuery(Body body, Map<String, Term> generated) {}

  /** For the check of types, in its order. */
  static FlatQuery checked(
      Body query, List<CompiledRule> rules, BodyOrder order, Set<Call> assignments) {
    Set<List<String>> functions = functions(rules);
    FlatForm calls = new FlatForm(functions, Stage.ORDER, assignments);
    FlatForm form =
        new FlatForm(functions, Stage.QUERY, Set.of(), calls.terms.generated(), Optional.of(order));
    return new FlatQuery(form.body(calls.body(query)), form.terms.generated());
  }

  static Body of(Body query, List<CompiledRule> rules, Stage stage, Set<Call> assignments) {
    return new FlatForm(functions(rules), stage, assignments).body(query);
  }

  /** Writes expressions of this form as OPA does in its traces. */
  public static AstPrinter printer() {
    return AstPrinter.renaming(FlatForm::written);
  }

  /** As in the text; {@code $0} is {@code _}, {@code $local0} is {@code __local0__}. */
  private static String written(String name) {
    return isAdded(name)
        ? "__" + name.substring(1).replace("#", "") + "__"
        : name.startsWith("$") ? "_" : CompiledRule.original(name);
  }

  /** Whether a name is neither in the text nor that of a {@code _} there. */
  static boolean isAdded(String name) {
    return name.startsWith("$") && Character.isLetter(name.charAt(1));
  }

  /** Whether a variable was made for something that is nested in the text. */
  public static boolean isGenerated(Var v) {
    return v.name().startsWith(Flattening.GENERATED);
  }

  private static Set<List<String>> functions(List<CompiledRule> rules) {
    Set<List<String>> functions = new HashSet<>();
    for (CompiledRule rule : rules) {
      if (rule.rule().head().args().isPresent()) {
        functions.add(rule.path());
      }
    }
    return functions;
  }

  private CompiledRule rule(CompiledRule rule) {
    List<Expr> more = new ArrayList<>();
    List<Term> keys = new ArrayList<>();
    for (Term key : rule.keys()) {
      keys.add(terms.whole(key, more));
    }
    return new CompiledRule(rule.path(), keys, rule(rule.rule(), more));
  }

  /**
   * @param more expressions that the keys of the rule brought along
   */
  private Rule rule(Rule rule, List<Expr> more) {
    List<Expr> ofHead = new ArrayList<>(more);
    RuleHead head = rule.head();
    RuleHead flat =
        new RuleHead(
            head.span(),
            head.reference(),
            head.args(),
            whole(head.key(), ofHead),
            whole(head.value(), ofHead),
            head.assigned());
    List<Expr> exprs = new ArrayList<>();
    known.clear();
    for (Term argument : head.args().orElse(List.of())) {
      known.addAll(Vars.all(argument).keySet());
    }
    if (ofHead.isEmpty() || !isTrue(rule.body())) {
      exprs.addAll(body(rule.body()).exprs());
    }
    exprs.addAll(ofHead);
    return new Rule(
        rule.span(),
        rule.isDefault(),
        flat,
        new Body(rule.body().span(), exprs),
        rule.otherwise().map(e -> rule(e, more)),
        rule.annotations());
  }

  private Optional<Term> whole(Optional<Term> term, List<Expr> out) {
    return term.isPresent() ? Optional.of(terms.whole(term.get(), out)) : term;
  }

  private static boolean isTrue(Body body) {
    return body.exprs().size() == 1
        && body.exprs().get(0) instanceof Expr.TermExpr e
        && e.term() instanceof Scalar s
        && s.value().equals(RegoBoolean.TRUE);
  }

  private Body body(Body body) {
    List<Expr> out = new ArrayList<>();
    for (Expr e : order.isPresent() ? ordered(body, order.get()) : body.exprs()) {
      int before = out.size();
      expr(e, out);
      terms.place(out.subList(before, out.size()), e.span());
      known.addAll(Vars.outer(e).keySet());
    }
    return new Body(body.span(), out, body.explicit());
  }

  private List<Expr> ordered(Body body, BodyOrder by) {
    Set<String> bound = new HashSet<>(Vars.all(body).keySet());
    bound.retainAll(known); // as few as the body is small
    return by.order(body, bound).exprs();
  }

  /** The same for a body within an expression. */
  private Body inner(Body body, List<Var> bound) {
    return within(Vars.all(body).keySet(), bound, () -> body(body));
  }

  /** Takes apart what has variables of its own. */
  private <T> T within(Set<String> variables, List<Var> bound, Supplier<T> part) {
    Set<String> own = new HashSet<>(variables);
    for (Var v : bound) {
      own.add(v.name());
    }
    own.removeAll(known);
    for (Var v : bound) {
      known.add(v.name());
    }
    T flat = part.get();
    known.removeAll(own);
    return flat;
  }

  private Comprehension comprehension(Comprehension c) {
    return within(Vars.all(c).keySet(), List.of(), () -> inside(c));
  }

  /** The body of a comprehension, and what its head needs. */
  private Comprehension inside(Comprehension c) {
    List<Expr> exprs = new ArrayList<>(body(c.body()).exprs());
    if (c instanceof Comprehension.OfArray a) {
      Term element = terms.element(a.element(), exprs);
      return new Comprehension.OfArray(c.span(), element, new Body(c.body().span(), exprs));
    } else if (c instanceof Comprehension.OfSet s) {
      Term element = terms.element(s.element(), exprs);
      return new Comprehension.OfSet(c.span(), element, new Body(c.body().span(), exprs));
    }
    Comprehension.OfObject o = (Comprehension.OfObject) c;
    Term onlyKey = terms.calls(o.key(), exprs);
    Term onlyValue = terms.calls(o.value(), exprs);
    Term key = terms.element(onlyKey, exprs);
    Term value = terms.element(onlyValue, exprs);
    return new Comprehension.OfObject(c.span(), key, value, new Body(c.body().span(), exprs));
  }

  private void expr(Expr expr, List<Expr> out) {
    List<Term> values = new ArrayList<>();
    for (With w : expr.with()) {
      values.add(terms.calls(w.value(), out));
    }
    List<With> with = new ArrayList<>();
    for (With w : expr.with()) {
      with.add(new With(w.span(), w.target(), replacement(values.get(with.size()), out)));
    }
    if (expr instanceof Expr.TermExpr e) {
      out.add(new Expr.TermExpr(e.span(), terms.statement(e.term(), with, out), with));
    } else if (expr instanceof Expr.Not e) {
      out.add(negation(e, with, out));
    } else if (expr instanceof Expr.Every e) {
      out.add(every(e, with, out));
    } else if (expr instanceof Expr.Logic e) {
      out.add(
          new Expr.Logic(
              e.span(),
              e.operator(),
              inner(e.left(), List.of()),
              inner(e.right(), List.of()),
              with));
    } else {
      throw new IllegalStateException("not resolved: " + expr.span());
    }
  }

  /** Of a classic negation only the outermost call or reference is negated. */
  private Expr negation(Expr.Not not, List<With> with, List<Expr> out) {
    Body body = not.body();
    boolean single = !body.explicit() && body.exprs().size() == 1;
    if (!single || !(body.exprs().get(0) instanceof Expr.TermExpr e)) {
      return new Expr.Not(not.span(), inner(body, List.of()), not.classic(), with);
    }
    // OPA's place of what is negated is the whole negation
    List<Expr> inner = new ArrayList<>();
    Term negated =
        not.classic()
            ? terms.statement(e.term(), with, out)
            : terms.statement(e.term(), e.with(), inner);
    inner.add(new Expr.TermExpr(not.span(), negated, e.with()));
    return new Expr.Not(not.span(), new Body(not.span(), inner), not.classic(), with);
  }

  /** What stands behind {@code as}; a function stands for itself. */
  private Term replacement(Term value, List<Expr> out) {
    boolean function =
        value instanceof Ref r
            && (r.path().isEmpty() || functions.contains(Dependencies.constants(r.path())));
    return function ? value : terms.whole(value, out);
  }

  private Expr every(Expr.Every e, List<With> with, List<Expr> out) {
    boolean stays =
        e.domain() instanceof Var v && !Vars.isGlobal(v.name()) && (!isApart || isGenerated(v));
    Term domain = stays ? e.domain() : terms.kept(e.domain(), with, out);
    Optional<Var> key = e.key();
    List<Var> bound = new ArrayList<>(List.of(e.value()));
    key.ifPresent(bound::add);
    return new Expr.Every(e.span(), key, e.value(), domain, inner(e.body(), bound), with);
  }
}
