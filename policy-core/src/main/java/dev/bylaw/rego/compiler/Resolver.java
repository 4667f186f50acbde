package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.RuleHead;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.ast.With;
import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinRegistry;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The passes over names: rules and imports become absolute references below {@code data} and {@code
 * input}; declared variables get names that are unique within their rule ({@code x#1}); {@code :=},
 * {@code some} and {@code some ... in} become plain unification. Calls of built-ins have a variable
 * with the built-in's full name as operator, calls of functions an absolute reference.
 */
final class Resolver {
  private final BuiltinRegistry registry;
  private final Strictness strictness;
  private final boolean printing;
  private final Problems problems;
  private final Declarations declarations;
  private final TermResolver terms;
  private final WithResolver withs;
  private final Prints prints;
  private final Set<Call> assignments;
  private int bodies;

  /**
   * @param printing whether calls of {@code print} stay; otherwise they are simply true
   * @param assignments gets those of the equations that were written with {@code :=}
   */
  Resolver(
      Globals globals,
      BuiltinRegistry registry,
      Strictness strictness,
      boolean printing,
      Problems problems,
      Set<Call> assignments) {
    this.registry = registry;
    this.strictness = strictness;
    this.printing = printing;
    this.problems = problems;
    this.declarations = new Declarations(problems, strictness);
    this.terms = new TermResolver(globals, problems, declarations, this);
    this.withs = new WithResolver(globals, registry, problems, terms);
    this.prints = new Prints(globals, problems);
    this.assignments = assignments;
  }

  /** The name as written of a name that may have been made unique. */
  static String original(String name) {
    int hash = name.indexOf('#');
    return hash < 0 ? name : name.substring(0, hash);
  }

  /** Whether a built-in may not be called from here. */
  boolean isDeprecated(String name) {
    if (!strictness.shadowing()) {
      return false;
    }
    Optional<Builtin> builtin = registry.find(name);
    return builtin.isPresent() && builtin.get().traits().contains(Builtin.Trait.DEPRECATED);
  }

  /** Resolves something as part of a body. */
  <T> T within(Supplier<T> part) {
    bodies++;
    T resolved = part.get();
    bodies--;
    return resolved;
  }

  /** Whether what is resolved now is part of a body rather than of a rule's head. */
  boolean inBody() {
    return bodies > 0;
  }

  Rule rule(Rule rule) {
    List<Rule> branches = new ArrayList<>();
    List<Scope> scopes = new ArrayList<>();
    for (Rule r = rule; r != null; r = r.otherwise().orElse(null)) {
      Scope scope = new Scope(null);
      scopes.add(scope);
      branches.add(branch(r, rule.head(), scope));
    }
    declarations.closeArguments(rule, scopes);
    Optional<Rule> next = Optional.empty();
    for (int i = branches.size() - 1; i >= 0; i--) {
      Rule r = branches.get(i);
      next =
          Optional.of(new Rule(r.span(), r.isDefault(), r.head(), r.body(), next, r.annotations()));
    }
    return next.orElseThrow();
  }

  /** A rule, or an {@code else} of it, which has the rule's arguments. */
  private Rule branch(Rule rule, RuleHead first, Scope scope) {
    RuleHead head = rule.head();
    List<Term> parameters = first.args().orElse(List.of());
    declarations.arguments(parameters, scope, first.span());
    Optional<List<Term>> args =
        parameters.isEmpty() ? Optional.empty() : Optional.of(terms.arguments(parameters, scope));
    Body body = body(rule.body(), scope);
    Ref reference = head.reference();
    Ref resolved =
        new Ref(reference.span(), reference.head(), terms.terms(reference.path(), scope));
    RuleHead done =
        new RuleHead(
            head.span(),
            reference.path().isEmpty() ? reference : resolved,
            args,
            term(head.key(), scope),
            term(head.value(), scope),
            head.assigned());
    declarations.close(scope);
    return new Rule(
        rule.span(), rule.isDefault(), done, body, Optional.empty(), rule.annotations());
  }

  private Optional<Term> term(Optional<Term> term, Scope scope) {
    return term.isPresent() ? Optional.of(terms.term(term.get(), scope)) : term;
  }

  /** A query's body; the scope tells afterwards which names were declared in it. */
  Body query(Body body, Scope scope) {
    return body(body, scope);
  }

  Body body(Body body, Scope scope) {
    scope.expect(Declarations.names(body));
    scope.expectKeys(Declarations.namesInKeys(body));
    bodies++;
    List<Expr> out = new ArrayList<>();
    Map<Integer, Call> printed = new TreeMap<>();
    for (Expr expr : body.exprs()) {
      Optional<Call> print = prints.call(expr, scope);
      if (print.isPresent()) {
        prints.note(print.get(), scope);
        printed.put(out.size(), print.get());
        out.add(truth(expr.span()));
        continue;
      }
      Expr resolved = expr(expr, scope);
      if (resolved instanceof Expr.Not not && not.classic()) {
        out.add(withoutCalls(not, out));
      } else if (resolved != null) {
        out.add(resolved);
      }
    }
    for (Map.Entry<Integer, Call> print : printed.entrySet()) {
      int at = print.getKey();
      out.set(at, print(out.get(at).span(), print.getValue(), scope));
    }
    bodies--;
    if (out.isEmpty()) {
      out.add(truth(body.span()));
    }
    return new Body(body.span(), out, body.explicit());
  }

  /** What is printed, or simply true if nobody listens; so is what a negation prints. */
  private Expr print(Span span, Call call, Scope scope) {
    prints.check(call, scope);
    if (!printing) {
      return truth(span);
    }
    List<Term> args = terms.terms(call.args(), scope);
    String variable = declarations.unique("$print") + "_";
    return new Expr.TermExpr(span, PrintCalls.of(call.span(), args, variable), List.of());
  }

  /** The calls among its operands become expressions before it. */
  private Expr withoutCalls(Expr.Not not, List<Expr> before) {
    List<With> inner = not.body().exprs().get(0).with();
    Body body =
        Negation.withoutCalls(
            not.body(),
            call -> {
              Var result = new Var(call.span(), declarations.unique(Negation.TAKEN_OUT));
              List<With> with = new ArrayList<>(not.with());
              with.addAll(inner);
              before.add(new Expr.TermExpr(call.span(), eq(call.span(), result, call), with));
              return result;
            });
    return new Expr.Not(not.span(), body, true, not.with());
  }

  private static Expr truth(Span span) {
    return new Expr.TermExpr(span, new Scalar(span, RegoBoolean.TRUE), List.of());
  }

  /** Null for an expression that only declares. */
  private @Nullable Expr expr(Expr expr, Scope scope) {
    List<With> with = new ArrayList<>();
    for (With w : expr.with()) {
      with.add(withs.with(w, scope));
    }
    if (expr instanceof Expr.SomeDeclaration e) {
      for (Var v : e.variables()) {
        declarations.declare(v, scope, Scope.Kind.DECLARED, e.span());
      }
      return null;
    } else if (expr instanceof Expr.SomeIn e) {
      return someIn(e, with, scope);
    } else if (expr instanceof Expr.Every e) {
      return every(e, with, scope);
    } else if (expr instanceof Expr.Not e) {
      return not(e, with, scope);
    } else if (expr instanceof Expr.Logic e) {
      // names without a declaration are seen around the operands, too, whether in braces or not
      Body left = closed(e.left(), new Scope(scope, true));
      Body right = closed(e.right(), new Scope(scope, true));
      return new Expr.Logic(e.span(), e.operator(), left, right, with);
    }
    return termExpr((Expr.TermExpr) expr, with, scope);
  }

  /** A body of its own, whose names end with it. */
  private Body closed(Body body, Scope scope) {
    Body resolved = body(body, scope);
    declarations.close(scope);
    return resolved;
  }

  private Expr not(Expr.Not e, List<With> with, Scope scope) {
    if (e.classic()
        && e.body().exprs().get(0) instanceof Expr.TermExpr t
        && Declarations.assigned(t.term()) != null) {
      problems.compile(e.span(), "cannot assign vars inside negated expression");
    }
    // without braces the names of the body are those around it
    Body body =
        e.body().explicit()
            ? closed(e.body(), new Scope(scope))
            : body(e.body(), new Scope(scope, true));
    return new Expr.Not(e.span(), body, e.classic(), with);
  }

  private Expr every(Expr.Every e, List<With> with, Scope scope) {
    Term domain = terms.term(e.domain(), scope);
    Scope inner = Scope.ofEvery(scope);
    Optional<Var> key =
        e.key().map(k -> declarations.declare(k, inner, Scope.Kind.QUANTIFIED, e.span()));
    Var value = declarations.declare(e.value(), inner, Scope.Kind.QUANTIFIED, e.span());
    Body body = body(e.body(), inner);
    declarations.close(inner);
    return new Expr.Every(e.span(), key, value, domain, body, with);
  }

  private Expr termExpr(Expr.TermExpr expr, List<With> with, Scope scope) {
    Term pattern = Declarations.assigned(expr.term());
    if (pattern != null && expr.term() instanceof Call c) {
      Term right = terms.term(c.args().get(1), scope);
      declarations.assign(pattern, scope, expr.span());
      Term left = terms.target(pattern, scope);
      Call equation = eq(c.span(), left, right);
      assignments.add(equation);
      return new Expr.TermExpr(expr.span(), equation, with);
    }
    Term term =
        expr.term() instanceof Call c ? terms.call(c, scope) : terms.term(expr.term(), scope);
    return new Expr.TermExpr(expr.span(), term, with);
  }

  private Expr someIn(Expr.SomeIn e, List<With> with, Scope scope) {
    Term collection = terms.term(e.collection(), scope);
    List<Term> patterns = new ArrayList<>(List.of(e.value()));
    e.key().ifPresent(patterns::add);
    declarations.pattern(patterns, scope, e.span());
    Term key =
        e.key().isPresent()
            ? terms.term(e.key().get(), scope)
            : new Var(e.value().span(), declarations.unique("$some"));
    Term value = terms.term(e.value(), scope);
    Term element;
    if (collection instanceof Ref r) {
      List<Term> path = new ArrayList<>(r.path());
      path.add(key);
      element = new Ref(r.span(), r.head(), path);
    } else {
      element = new Ref(collection.span(), collection, List.of(key));
    }
    return new Expr.TermExpr(e.span(), eq(e.span(), value, element), with);
  }

  private static Call eq(Span span, Term left, Term right) {
    return new Call(span, new Var(span, "eq"), List.of(left, right), true);
  }
}
