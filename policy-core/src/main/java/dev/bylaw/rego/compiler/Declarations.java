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
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives declared variables names that are unique within their rule, and checks declarations. */
final class Declarations {
  private final Problems problems;
  private final Strictness strictness;
  private int counter;

  Declarations(Problems problems, Strictness strictness) {
    this.problems = problems;
    this.strictness = strictness;
  }

  /** A name that no text can hold. */
  String unique(String name) {
    return name + "#" + counter++;
  }

  /**
   * Declares one variable.
   *
   * @param place where to report that it may not be declared
   * @param expr where to report that it is not used
   */
  private Var declare(Var v, Scope scope, Scope.Kind kind, Span place, Span expr) {
    if (v.isWildcard()) {
      return v;
    }
    Scope.Local before = scope.own(v.name());
    if (before != null) {
      problems.compile(
          place,
          before.kind() == Scope.Kind.ARGUMENT
              ? "arg " + v.name() + " redeclared"
              : "var " + v.name() + " " + before.kind().word() + " above");
    }
    String unique =
        scope.isReserved(v.name()) ? scope.reserve(v.name(), this::unique) : unique(v.name());
    scope.declare(v.name(), unique, kind, expr);
    return new Var(v.span(), unique);
  }

  /** Declares one variable of an expression. */
  Var declare(Var v, Scope scope, Scope.Kind kind, Span place) {
    return declare(v, scope, kind, place, place);
  }

  private void checkRoot(String name, Span place, String rule, String what) {
    if (strictness.shadowing() && Vars.isGlobal(name)) {
      problems.compile(place, rule + name + " (use a different " + what + " name)");
    }
  }

  /** Arguments are patterns, in which keys, sets and closures may be worked out. */
  private void checkArgument(Term t) {
    if (t instanceof Call) {
      problems.compile(t.span(), "rule arguments cannot contain calls");
    } else if (t instanceof ObjectTerm o) {
      o.entries().forEach(e -> checkArgument(e.value()));
    } else if (t instanceof ArrayTerm a) {
      a.elements().forEach(this::checkArgument);
    } else if (t instanceof Ref r) {
      r.path().forEach(this::checkArgument);
    }
  }

  /** Declares the variables of a function's arguments, each once; the second time is a use. */
  void arguments(List<Term> args, Scope scope, Span head) {
    args.forEach(this::checkArgument);
    for (Var v : argumentVars(args)) {
      checkRoot(v.name(), head, "args must not shadow ", "variable");
      declare(v, scope, Scope.Kind.ARGUMENT, head);
    }
    Set<String> before = new HashSet<>();
    for (Term arg : args) {
      Terms.visit(arg, t -> repeated(t, before, scope));
    }
  }

  private static boolean repeated(Term t, Set<String> before, Scope scope) {
    if (t instanceof Var v && !before.add(v.name())) {
      scope.use(v.name());
    }
    return true;
  }

  /** Declares the variables of a pattern behind {@code some}, each once. */
  void pattern(List<Term> patterns, Scope scope, Span place) {
    for (Var v : iterated(patterns)) {
      declare(v, scope, Scope.Kind.ITERATED, place);
    }
  }

  /**
   * Declares the variables on the left of {@code :=}; each may stand there once, beside nothing but
   * arrays and objects of them.
   */
  void assign(Term pattern, Scope scope, Span expr) {
    if (pattern instanceof Var v && scope.own(v.name()) == null) {
      checkRoot(v.name(), v.span(), "variables must not shadow ", "variable"); // in patterns it may
    }
    target(pattern, scope, expr);
  }

  private void target(Term pattern, Scope scope, Span expr) {
    if (pattern instanceof Var v) {
      declare(v, scope, Scope.Kind.ASSIGNED, v.span(), expr);
    } else if (pattern instanceof ArrayTerm a) {
      for (Term t : a.elements()) {
        target(t, scope, expr);
      }
    } else if (pattern instanceof ObjectTerm o) {
      for (ObjectTerm.Entry e : WrittenKey.last(o)) {
        target(e.value(), scope, expr);
      }
    } else {
      problems.compile(pattern.span(), "cannot assign to " + noun(pattern));
    }
  }

  private static String noun(Term term) {
    if (term instanceof Scalar s) {
      return s.value().typeName();
    } else if (term instanceof Ref) {
      return "ref";
    } else if (term instanceof Call) {
      return "call";
    }
    boolean set = term instanceof SetTerm || term instanceof Comprehension.OfSet;
    String collection = set ? "set" : term instanceof Comprehension.OfArray ? "array" : "object";
    return term instanceof TemplateString
        ? "templatestring"
        : collection + (term instanceof Comprehension ? "comprehension" : "");
  }

  /** The names that a body declares itself. */
  static Set<String> names(Body body) {
    Set<String> names = new HashSet<>();
    for (Expr e : body.exprs()) {
      if (e instanceof Expr.SomeDeclaration s) {
        addNames(s.variables(), names);
      } else if (e instanceof Expr.SomeIn s) {
        List<Term> patterns = new ArrayList<>(List.of(s.value()));
        s.key().ifPresent(patterns::add);
        addNames(iterated(patterns), names);
      } else if (e instanceof Expr.TermExpr t && assigned(t.term()) != null) {
        addNames(patternVars(List.of(assigned(t.term()))), names);
      }
    }
    return names;
  }

  /** The names in keys on the left of the assignments of a body. */
  static Set<String> namesInKeys(Body body) {
    Set<String> names = new HashSet<>();
    for (Expr e : body.exprs()) {
      if (e instanceof Expr.TermExpr t) {
        namesInKeys(assigned(t.term()), names);
      }
    }
    return names;
  }

  private static void namesInKeys(@Nullable Term pattern, Set<String> names) {
    if (pattern instanceof ArrayTerm a) {
      for (Term t : a.elements()) {
        namesInKeys(t, names);
      }
    } else if (pattern instanceof ObjectTerm o) {
      for (ObjectTerm.Entry e : WrittenKey.last(o)) {
        if (!(e.key() instanceof Scalar)) {
          Vars.all(e.key()).keySet().forEach(names::add);
        }
        namesInKeys(e.value(), names);
      }
    }
  }

  private static void addNames(List<Var> variables, Set<String> names) {
    for (Var v : variables) {
      names.add(v.name());
    }
  }

  /** The left of {@code :=}, or null for other terms. */
  static @Nullable Term assigned(Term term) {
    boolean assignment =
        term instanceof Call c
            && c.infix()
            && c.operator() instanceof Var v
            && v.name().equals("assign");
    return assignment ? ((Call) term).args().get(0) : null;
  }

  /** Those that {@code some ... in} declares: not the documents, which it finds as they are. */
  private static List<Var> iterated(List<Term> patterns) {
    List<Var> out = new ArrayList<>();
    for (Var v : patternVars(patterns)) {
      if (!Vars.isGlobal(v.name())) {
        out.add(v);
      }
    }
    return out;
  }

  /** The variables of patterns, those in references and calls excepted, each once. */
  private static List<Var> patternVars(List<Term> patterns) {
    return vars(patterns, WrittenKey::last);
  }

  /** The same, and those of entries whose key follows again: arguments declare them, too. */
  private static List<Var> argumentVars(List<Term> args) {
    return vars(args, ObjectTerm::entries);
  }

  private static List<Var> vars(
      List<Term> patterns, Function<ObjectTerm, List<ObjectTerm.Entry>> entries) {
    Map<String, Var> out = new LinkedHashMap<>();
    collect(patterns, entries, out);
    return List.copyOf(out.values());
  }

  private static void collect(
      List<Term> patterns,
      Function<ObjectTerm, List<ObjectTerm.Entry>> entries,
      Map<String, Var> out) {
    for (Term pattern : patterns) {
      collect(pattern, entries, out);
    }
  }

  private static void collect(
      Term pattern, Function<ObjectTerm, List<ObjectTerm.Entry>> entries, Map<String, Var> out) {
    if (pattern instanceof Var v) {
      if (!v.isWildcard()) {
        out.putIfAbsent(v.name(), v);
      }
    } else if (pattern instanceof ArrayTerm a) {
      collect(a.elements(), entries, out);
    } else if (pattern instanceof SetTerm s) {
      collect(s.elements(), entries, out);
    } else if (pattern instanceof ObjectTerm o) {
      for (ObjectTerm.Entry e : entries.apply(o)) {
        collect(e.value(), entries, out);
      }
    }
  }

  /** Reports what a body declared and nobody used. */
  void close(Scope scope) {
    for (Scope.Local local : scope.all()) {
      boolean needed = local.kind() == Scope.Kind.DECLARED || local.kind() == Scope.Kind.QUANTIFIED;
      if (!local.used() && needed) {
        problems.compile(local.place(), "declared var " + local.name() + " unused");
      } else if (!local.used() && local.kind() == Scope.Kind.ASSIGNED && strictness.unused()) {
        problems.compile(local.place(), "assigned var " + local.name() + " unused");
      }
    }
  }

  /** Reports arguments that no branch of a function uses. */
  void closeArguments(Rule rule, List<Scope> branches) {
    RuleHead head = rule.head();
    for (Var v :
        strictness.unused() ? argumentVars(head.args().orElse(List.of())) : List.<Var>of()) {
      boolean used =
          branches.stream()
              .map(s -> s.own(v.name()))
              .anyMatch(l -> l != null && l.kind() == Scope.Kind.ARGUMENT && l.used());
      if (!used) {
        problems.compile(
            head.span(),
            "unused argument " + v.name() + ". (hint: use _ (wildcard variable) instead)");
      }
    }
  }
}
