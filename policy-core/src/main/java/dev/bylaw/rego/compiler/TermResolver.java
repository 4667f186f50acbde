package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Resolves the names in terms. */
final class TermResolver {
  private final Globals globals;
  private final Problems problems;
  private final Declarations declarations;
  private final Resolver bodies;

  TermResolver(Globals globals, Problems problems, Declarations declarations, Resolver bodies) {
    this.globals = globals;
    this.problems = problems;
    this.declarations = declarations;
    this.bodies = bodies;
  }

  List<Term> terms(List<Term> terms, Scope scope) {
    List<Term> out = new ArrayList<>(terms.size());
    for (Term t : terms) {
      out.add(term(t, scope));
    }
    return out;
  }

  /** What is assigned to. Names in its keys stand for themselves. */
  Term target(Term term, Scope scope) {
    TermResolver keys = new TermResolver(Globals.none(), problems, declarations, bodies);
    return pattern(term, scope, key -> keys.term(key, new Scope(null)));
  }

  /** Arguments, whose variables are declared by them rather than used. */
  List<Term> arguments(List<Term> terms, Scope scope) {
    return patterns(terms, scope, key -> term(key, scope));
  }

  private Term pattern(Term term, Scope scope, UnaryOperator<Term> keys) {
    if (term instanceof Var v) {
      Scope.Local local = scope.find(v.name());
      return local == null ? v : new Var(v.span(), local.unique());
    } else if (term instanceof ArrayTerm a) {
      return new ArrayTerm(a.span(), patterns(a.elements(), scope, keys));
    } else if (term instanceof SetTerm s) {
      return new SetTerm(s.span(), patterns(s.elements(), scope, keys));
    } else if (term instanceof ObjectTerm o) {
      List<ObjectTerm.Entry> entries = new ArrayList<>();
      for (ObjectTerm.Entry e : WrittenKey.last(o)) {
        entries.add(new ObjectTerm.Entry(keys.apply(e.key()), pattern(e.value(), scope, keys)));
      }
      return new ObjectTerm(o.span(), entries);
    }
    return term(term, scope);
  }

  private List<Term> patterns(List<Term> terms, Scope scope, UnaryOperator<Term> keys) {
    List<Term> out = new ArrayList<>(terms.size());
    for (Term t : terms) {
      out.add(pattern(t, scope, keys));
    }
    return out;
  }

  Term term(Term term, Scope scope) {
    if (term instanceof Var v) {
      return var(v, scope);
    } else if (term instanceof Ref r) {
      Term head = term(r.head(), scope);
      if (head instanceof Var v && Vars.isGlobal(v.name())) {
        scope.see(v); // the document as a whole is not
      }
      List<Term> path = terms(r.path(), scope);
      return head instanceof Ref outer
          ? append(outer, new Ref(r.span(), outer, path))
          : new Ref(r.span(), head, path);
    } else if (term instanceof Call c) {
      checkShadowed(c, scope);
      return call(c, scope);
    } else if (term instanceof ArrayTerm a) {
      return new ArrayTerm(a.span(), terms(a.elements(), scope));
    } else if (term instanceof SetTerm s) {
      return new SetTerm(s.span(), terms(s.elements(), scope));
    } else if (term instanceof ObjectTerm o) {
      List<ObjectTerm.Entry> entries = new ArrayList<>();
      List<ObjectTerm.Entry> written = WrittenKey.last(o);
      for (ObjectTerm.Entry e : written) {
        entries.add(new ObjectTerm.Entry(term(e.key(), scope), term(e.value(), scope)));
      }
      return new ObjectTerm(o.span(), last(entries, written));
    } else if (term instanceof TemplateString t) {
      return new TemplateString(t.span(), terms(t.parts(), scope), t.multiLine());
    } else if (term instanceof Comprehension c) {
      return comprehension(c, Scope.ofComprehension(scope));
    }
    return term;
  }

  /**
   * Without entries of which another one has the same key now: of those that are written in several
   * ways, the one counts whose key OPA sorts last.
   *
   * @param written the entries before they were resolved
   */
  private static List<ObjectTerm.Entry> last(
      List<ObjectTerm.Entry> entries, List<ObjectTerm.Entry> written) {
    Map<Object, Integer> last = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      int at = i;
      last.merge(
          WrittenKey.of(entries.get(i).key()),
          i,
          (before, now) ->
              TermOrder.INSTANCE.compare(written.get(at).key(), written.get(before).key()) < 0
                  ? before
                  : now);
    }
    return last.size() == entries.size()
        ? entries
        : last.values().stream().map(entries::get).toList();
  }

  private Term comprehension(Comprehension c, Scope inner) {
    Body body = bodies.body(c.body(), inner);
    return bodies.within(() -> heads(c, body, inner));
  }

  private Term heads(Comprehension c, Body body, Scope inner) {
    Term resolved;
    if (c instanceof Comprehension.OfArray a) {
      resolved = new Comprehension.OfArray(c.span(), term(a.element(), inner), body);
    } else if (c instanceof Comprehension.OfSet s) {
      resolved = new Comprehension.OfSet(c.span(), term(s.element(), inner), body);
    } else {
      Comprehension.OfObject o = (Comprehension.OfObject) c;
      Term key = term(o.key(), inner);
      resolved = new Comprehension.OfObject(c.span(), key, term(o.value(), inner), body);
    }
    declarations.close(inner);
    return resolved;
  }

  private Term var(Var v, Scope scope) {
    Scope.Local local = scope.use(v.name());
    if (local != null) {
      return new Var(v.span(), local.unique());
    }
    Scope behind = scope.declaringBehind(v.name());
    if (behind != null) {
      scope.see(v);
      return new Var(v.span(), behind.reserve(v.name(), declarations::unique));
    }
    Optional<Term> global =
        scope.expects(v.name()) ? Optional.empty() : globals.use(v.name(), v.span());
    if (global.isEmpty() && !v.isWildcard() && !Vars.isGlobal(v.name())) {
      scope.see(v);
    }
    return global.orElse(v);
  }

  /** A call whose name may stand for a local variable, which is then no function. */
  Call call(Call c, Scope scope) {
    checkDeprecated(c);
    Term operator = c.infix() ? c.operator() : operator(c.operator(), scope);
    return new Call(c.span(), operator, terms(c.args(), scope), c.infix());
  }

  /** Within a term a function's name must not be that of a variable. */
  private void checkShadowed(Call c, Scope scope) {
    Var head = c.operator() instanceof Var v ? v : null;
    if (c.operator() instanceof Ref r && r.head() instanceof Var v) {
      head = v;
    }
    boolean shadowed = !c.infix() && head != null && scope.find(head.name()) != null;
    if (shadowed && bodies.inBody()) {
      problems.compile(c.span(), "called function " + dotted(c.operator()) + " shadowed");
    }
  }

  private void checkDeprecated(Call c) {
    String name = dotted(c.operator());
    if (bodies.isDeprecated(name)) {
      problems.type(c.span(), "deprecated built-in function calls in expression: " + name);
    }
  }

  private Term operator(Term operator, Scope scope) {
    if (operator instanceof Var v) {
      Scope.Local local = scope.find(v.name());
      return local != null
          ? new Var(v.span(), local.unique())
          : globals.use(v.name(), v.span()).orElse(v);
    }
    Ref r = (Ref) operator;
    if (r.head() instanceof Var v) {
      if (Vars.isGlobal(v.name())) {
        return r;
      }
      Optional<Term> global = globals.use(v.name(), v.span());
      if (global.isPresent()) {
        return append(global.get(), r);
      }
    }
    return new Var(r.span(), dotted(r));
  }

  /** A name with dots, as written. */
  static String dotted(Term name) {
    if (!(name instanceof Ref r)) {
      return name instanceof Var v ? v.name() : "?";
    }
    StringBuilder out = new StringBuilder(r.head() instanceof Var v ? v.name() : "?");
    for (Term t : r.path()) {
      out.append('.')
          .append(t instanceof Scalar s && s.value() instanceof RegoString n ? n.value() : "?");
    }
    return out.toString();
  }

  /** The global term with the operands of a reference behind it. */
  static Ref append(Term global, Ref tail) {
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
