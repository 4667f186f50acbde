package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.RuleHead;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.ast.With;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The passes over names: rules and imports become absolute references below {@code data} and {@code
 * input}; declared variables get names that are unique within their rule ({@code x#1}); {@code :=},
 * {@code some} and {@code some ... in} become plain unification. Calls of built-ins have a variable
 * with the built-in's full name as operator, calls of functions an absolute reference.
 */
final class Resolver {
  private final Globals globals;
  private final Predicate<String> builtins;
  private final boolean printing;
  private final Problems problems;
  private int counter;

  /**
   * @param printing whether calls of {@code print} stay; otherwise they are simply true
   */
  Resolver(Globals globals, Predicate<String> builtins, boolean printing, Problems problems) {
    this.globals = globals;
    this.builtins = builtins;
    this.printing = printing;
    this.problems = problems;
  }

  /** The name as written of a name that may have been made unique. */
  static String original(String name) {
    int hash = name.indexOf('#');
    return hash < 0 ? name : name.substring(0, hash);
  }

  Rule rule(Rule rule) {
    return rule(rule, null);
  }

  private Rule rule(Rule rule, @Nullable RuleHead outerHead) {
    Scope scope = new Scope(null);
    RuleHead head = rule.head();
    Optional<List<Term>> args = (outerHead == null ? head : outerHead).args();
    args.ifPresent(terms -> terms.forEach(t -> declareAll(t, scope)));
    Optional<List<Term>> resolvedArgs = args.map(terms -> terms(terms, scope));
    Body body = body(rule.body(), scope);
    Ref reference = head.reference();
    Ref resolvedReference =
        new Ref(reference.span(), reference.head(), terms(reference.path(), scope));
    RuleHead resolved =
        new RuleHead(
            head.span(),
            reference.path().isEmpty() ? reference : resolvedReference,
            resolvedArgs,
            head.key().map(t -> term(t, scope)),
            head.value().map(t -> term(t, scope)),
            head.assigned());
    return new Rule(
        rule.span(),
        rule.isDefault(),
        resolved,
        body,
        rule.otherwise().map(e -> rule(e, outerHead == null ? head : outerHead)),
        rule.annotations());
  }

  /** A query's body; the scope tells afterwards which names were declared in it. */
  Body query(Body body, Scope scope) {
    return body(body, scope);
  }

  private Body body(Body body, Scope scope) {
    List<Expr> out = new ArrayList<>();
    for (Expr expr : body.exprs()) {
      Expr resolved = expr(expr, scope);
      if (resolved instanceof Expr.Not not && not.classic()) {
        out.add(withoutCalls(not, out));
      } else if (resolved != null) {
        out.add(resolved);
      }
    }
    if (out.isEmpty()) {
      out.add(new Expr.TermExpr(body.span(), new Scalar(body.span(), RegoBoolean.TRUE), List.of()));
    }
    return new Body(body.span(), out, body.explicit());
  }

  /** The calls among its operands become expressions before it. */
  private Expr withoutCalls(Expr.Not not, List<Expr> before) {
    List<With> inner = not.body().exprs().get(0).with();
    Body body =
        Negation.withoutCalls(
            not.body(),
            call -> {
              Var result = new Var(call.span(), Negation.TAKEN_OUT + counter++);
              List<With> with = new ArrayList<>(not.with());
              with.addAll(inner);
              before.add(new Expr.TermExpr(call.span(), eq(call.span(), result, call), with));
              return result;
            });
    return new Expr.Not(not.span(), body, true, not.with());
  }

  /** Null for an expression that only declares. */
  private @Nullable Expr expr(Expr expr, Scope scope) {
    List<With> with = new ArrayList<>();
    for (With w : expr.with()) {
      with.add(with(w, scope));
    }
    if (expr instanceof Expr.SomeDeclaration e) {
      for (Var v : e.variables()) {
        declare(v, scope, "declared");
      }
      return null;
    } else if (expr instanceof Expr.SomeIn e) {
      return someIn(e, with, scope);
    } else if (expr instanceof Expr.Every e) {
      Term domain = term(e.domain(), scope);
      Scope inner = new Scope(scope);
      Optional<Var> key = e.key().map(k -> fresh(k, inner));
      Var value = fresh(e.value(), inner);
      return new Expr.Every(e.span(), key, value, domain, body(e.body(), inner), with);
    } else if (expr instanceof Expr.Not e) {
      return not(e, with, scope);
    } else if (expr instanceof Expr.Logic e) {
      return new Expr.Logic(
          e.span(),
          e.operator(),
          body(e.left(), new Scope(scope)),
          body(e.right(), new Scope(scope)),
          with);
    }
    return termExpr((Expr.TermExpr) expr, with, scope);
  }

  private Expr termExpr(Expr.TermExpr expr, List<With> with, Scope scope) {
    if (expr.term() instanceof Call c && c.operator() instanceof Var operator) {
      if (operator.name().equals("assign") && c.infix() && c.args().size() == 2) {
        Term right = term(c.args().get(1), scope);
        assignAll(c.args().get(0), scope);
        Term left = term(c.args().get(0), scope);
        return new Expr.TermExpr(expr.span(), eq(c.span(), left, right), with);
      }
      if (isPrint(operator, scope)) {
        return new Expr.TermExpr(expr.span(), print(c, scope), List.of());
      }
    }
    return new Expr.TermExpr(expr.span(), term(expr.term(), scope), with);
  }

  private boolean isPrint(Var operator, Scope scope) {
    return operator.name().equals("print")
        && scope.find("print") == null
        && globals.find("print", operator.span()).isEmpty();
  }

  /** What a negation prints is neither true nor false: it is printed, and that is all. */
  private Expr not(Expr.Not not, List<With> with, Scope scope) {
    if (not.classic()
        && not.body().exprs().get(0) instanceof Expr.TermExpr e
        && e.term() instanceof Call c
        && c.operator() instanceof Var operator
        && isPrint(operator, scope)) {
      return new Expr.TermExpr(not.span(), print(c, scope), List.of());
    }
    return new Expr.Not(not.span(), body(not.body(), new Scope(scope)), not.classic(), with);
  }

  private Term print(Call call, Scope scope) {
    return printing
        ? PrintCalls.of(call.span(), terms(call.args(), scope), "$print" + counter++ + "_")
        : new Scalar(call.span(), RegoBoolean.TRUE);
  }

  private Expr someIn(Expr.SomeIn e, List<With> with, Scope scope) {
    Term collection = term(e.collection(), scope);
    e.key().ifPresent(k -> declareAll(k, scope));
    declareAll(e.value(), scope);
    Term key =
        e.key()
            .map(k -> term(k, scope))
            .orElseGet(() -> new Var(e.value().span(), "$some" + counter++));
    Term value = term(e.value(), scope);
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

  private With with(With w, Scope scope) {
    Term target = w.target().path().isEmpty() ? w.target().head() : w.target();
    if (w.target().head() instanceof Var v && !Vars.isGlobal(v.name())) {
      Optional<Term> global = globals.find(v.name(), v.span());
      target =
          global.isPresent()
              ? append(global.get(), w.target())
              : new Ref(w.target().span(), new Var(v.span(), dotted(w.target())), List.of());
    }
    Ref ref = target instanceof Ref r ? r : new Ref(w.target().span(), target, List.of());
    return new With(w.span(), ref, replacement(w.value(), scope));
  }

  /**
   * A built-in's name behind {@code as} becomes a reference of its own kind: its head is a string.
   */
  private Term replacement(Term value, Scope scope) {
    String name = "";
    if (value instanceof Var v) {
      name = v.name();
    } else if (value instanceof Ref r && r.head() instanceof Var) {
      name = dotted(r);
    }
    Term resolved = term(value, scope);
    boolean unchanged = resolved.equals(value);
    return unchanged && builtins.test(name)
        ? new Ref(value.span(), new Scalar(value.span(), RegoString.of(name)), List.of())
        : resolved;
  }

  private void declare(Var v, Scope scope, String verb) {
    if (scope.declaresItself(v.name())) {
      problems.compile(v.span(), "var " + v.name() + " " + verb + " above");
    }
    fresh(v, scope);
  }

  private Var fresh(Var v, Scope scope) {
    if (v.isWildcard()) {
      return v;
    }
    String unique = v.name() + "#" + counter++;
    scope.declare(v.name(), unique);
    return new Var(v.span(), unique);
  }

  /** Declares the variables of a pattern, those in references and calls excepted. */
  private void declareAll(Term pattern, Scope scope) {
    if (pattern instanceof Var v) {
      if (!v.isWildcard() && !scope.declaresItself(v.name())) {
        fresh(v, scope);
      }
    } else if (pattern instanceof ArrayTerm a) {
      a.elements().forEach(t -> declareAll(t, scope));
    } else if (pattern instanceof SetTerm s) {
      s.elements().forEach(t -> declareAll(t, scope));
    } else if (pattern instanceof ObjectTerm o) {
      o.entries().forEach(t -> declareAll(t.value(), scope));
    }
  }

  private void assignAll(Term pattern, Scope scope) {
    if (pattern instanceof Var v) {
      if (!v.isWildcard()) {
        declare(v, scope, "assigned");
      }
    } else if (pattern instanceof ArrayTerm a) {
      a.elements().forEach(t -> assignAll(t, scope));
    } else if (pattern instanceof ObjectTerm o) {
      o.entries().forEach(t -> assignAll(t.value(), scope));
    } else if (!(pattern instanceof Scalar)) {
      problems.compile(pattern.span(), "cannot assign to " + noun(pattern));
    }
  }

  private static String noun(Term term) {
    return term instanceof Ref ? "ref" : term instanceof Call ? "call" : "term";
  }

  private List<Term> terms(List<Term> terms, Scope scope) {
    List<Term> out = new ArrayList<>(terms.size());
    terms.forEach(t -> out.add(term(t, scope)));
    return out;
  }

  private Term term(Term term, Scope scope) {
    if (term instanceof Var v) {
      return var(v, scope);
    } else if (term instanceof Ref r) {
      Term head = term(r.head(), scope);
      List<Term> path = terms(r.path(), scope);
      return head instanceof Ref outer
          ? append(outer, new Ref(r.span(), outer, path))
          : new Ref(r.span(), head, path);
    } else if (term instanceof Call c) {
      return new Call(c.span(), operator(c.operator()), terms(c.args(), scope), c.infix());
    } else if (term instanceof ArrayTerm a) {
      return new ArrayTerm(a.span(), terms(a.elements(), scope));
    } else if (term instanceof SetTerm s) {
      return new SetTerm(s.span(), terms(s.elements(), scope));
    } else if (term instanceof ObjectTerm o) {
      List<ObjectTerm.Entry> entries = new ArrayList<>();
      o.entries()
          .forEach(
              e -> entries.add(new ObjectTerm.Entry(term(e.key(), scope), term(e.value(), scope))));
      return new ObjectTerm(o.span(), entries);
    } else if (term instanceof TemplateString t) {
      return new TemplateString(t.span(), terms(t.parts(), scope), t.multiLine());
    } else if (term instanceof Comprehension c) {
      return comprehension(c, new Scope(scope));
    }
    return term;
  }

  private Term comprehension(Comprehension c, Scope inner) {
    Body body = body(c.body(), inner);
    if (c instanceof Comprehension.OfArray a) {
      return new Comprehension.OfArray(c.span(), term(a.element(), inner), body);
    } else if (c instanceof Comprehension.OfSet s) {
      return new Comprehension.OfSet(c.span(), term(s.element(), inner), body);
    }
    Comprehension.OfObject o = (Comprehension.OfObject) c;
    return new Comprehension.OfObject(c.span(), term(o.key(), inner), term(o.value(), inner), body);
  }

  private Term var(Var v, Scope scope) {
    String unique = scope.find(v.name());
    if (unique != null) {
      return new Var(v.span(), unique);
    }
    return globals.find(v.name(), v.span()).orElse(v);
  }

  private Term operator(Term operator) {
    if (operator instanceof Var v) {
      return globals.find(v.name(), v.span()).orElse(v);
    }
    Ref r = (Ref) operator;
    if (r.head() instanceof Var v) {
      if (Vars.isGlobal(v.name())) {
        return r;
      }
      Optional<Term> global = globals.find(v.name(), v.span());
      if (global.isPresent()) {
        return append(global.get(), r);
      }
    }
    return new Var(r.span(), dotted(r));
  }

  private static String dotted(Ref r) {
    StringBuilder out = new StringBuilder(r.head() instanceof Var v ? v.name() : "?");
    for (Term t : r.path()) {
      out.append('.')
          .append(t instanceof Scalar s && s.value() instanceof RegoString n ? n.value() : "?");
    }
    return out.toString();
  }

  /** The global term with the operands of a reference behind it. */
  private static Ref append(Term global, Ref tail) {
    List<Term> path = new ArrayList<>();
    Term head = global;
    if (global instanceof Ref r) {
      head = r.head();
      path.addAll(r.path());
    }
    path.addAll(tail.path());
    return new Ref(tail.span(), head, path);
  }
}
