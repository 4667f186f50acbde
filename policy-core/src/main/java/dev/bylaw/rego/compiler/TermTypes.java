package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.types.Type;
import dev.bylaw.rego.types.TypeLimits;
import dev.bylaw.rego.types.Types;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the types of terms, and reports what in them cannot have one. */
final class TermTypes {
  private final TypeErrors errors;
  private final Signatures signatures;
  private final RefTypes refs;
  private final ClosureTypes closures;

  TermTypes(TypeErrors errors, Signatures signatures, DocumentTypes documents, TypeCheck bodies) {
    this.errors = errors;
    this.signatures = signatures;
    this.closures = new ClosureTypes(errors, this, bodies);
    this.refs = new RefTypes(errors, documents, this::of);
  }

  /** Not known for a variable that has no type yet, and for what was reported. */
  Type of(Term term, TypeEnv env) {
    if (term instanceof Scalar s) {
      return Types.of(s.value());
    } else if (term instanceof Var v) {
      return Vars.isGlobal(v.name()) ? refs.of(root(v), env) : env.get(v.name());
    } else if (term instanceof Ref r) {
      return refs.of(r, env);
    } else if (term instanceof Call c) {
      return call(c, env, c.span(), true);
    } else if (term instanceof ArrayTerm a) {
      return TypeLimits.within(Types.array(all(a.elements(), env)));
    } else if (term instanceof SetTerm s) {
      return TypeLimits.within(Types.set(all(s.elements(), env)));
    } else if (term instanceof ObjectTerm o) {
      return TypeLimits.within(object(o, env));
    } else if (term instanceof TemplateString t) {
      t.parts().forEach(part -> part(part, env));
      return Type.Basic.STRING;
    }
    return TypeLimits.within(closures.of(term, env));
  }

  /**
   * Checks the closures in a statement, which OPA does before it looks at anything else in it.
   *
   * @return whether it looks at the statement then, since there was nothing to report
   */
  boolean closures(Term statement, TypeEnv env) {
    int reported = errors.count();
    closures.first(statement, env);
    return errors.count() == reported;
  }

  /** The same in a body within an expression. */
  void closures(Body body, TypeEnv env) {
    closures.first(body, env);
  }

  /** Of a template string: behind it, to OPA, a variable may be anything. */
  private void part(Term part, TypeEnv env) {
    if (ClosureTypes.isClosure(part)) {
      closures.of(part, env);
    } else if (part instanceof Var v) {
      env.put(v.name(), Type.ANY);
    }
  }

  private static Ref root(Var v) {
    return new Ref(v.span(), v, List.of());
  }

  private List<Type> all(List<Term> terms, TypeEnv env) {
    List<Type> out = new ArrayList<>();
    for (Term t : terms) {
      out.add(of(t, env));
    }
    return out;
  }

  /** Variables come last, because those may get types inside of the others. */
  List<Type> operands(List<Term> terms, TypeEnv env) {
    List<Type> out = new ArrayList<>();
    for (Term t : terms) {
      out.add(t instanceof Var ? Type.ANY : of(t, env));
    }
    for (int i = 0; i < out.size(); i++) {
      if (terms.get(i) instanceof Var v) {
        out.set(i, of(v, env));
      }
    }
    return out;
  }

  private Type object(ObjectTerm o, TypeEnv env) {
    Map<RegoValue, Type> fields = new TreeMap<>();
    Optional<Type.Rest> rest = Optional.empty();
    List<ObjectTerm.Entry> sorted = new ArrayList<>(o.entries());
    sorted.sort(Comparator.comparing(e -> errors.rank(e.key())));
    for (ObjectTerm.Entry e : sorted) {
      Type key = of(e.key(), env);
      Type value = of(e.value(), env);
      if (e.key() instanceof Scalar s) {
        fields.put(s.value(), value);
      } else {
        rest = Optional.of(new Type.Rest(key, value)); // to OPA, the last of them tells of all
      }
    }
    return rest.isEmpty() ? Types.object(fields) : new Type.ObjectType(fields, rest);
  }

  /**
   * The result of a call.
   *
   * @param nested whether something is done with the result, which OPA then names among the
   *     arguments
   */
  Type call(Call c, TypeEnv env, Span place, boolean nested) {
    int reported = errors.count();
    List<Type> have = operands(c.args(), env);
    if (nested && errors.count() > reported && have.contains(Type.Basic.UNKNOWN)) {
      return Type.Basic.UNKNOWN;
    }
    Optional<Type.FunctionType> function = function(c);
    if (function.isEmpty()) {
      if (c.operator() instanceof Ref rule) {
        if (refs.mayBeCalled(rule)) {
          return Type.ANY;
        }
        errors.undefined(place, rule);
      }
      return Type.Basic.UNKNOWN;
    }
    Type.FunctionType f = function.get();
    List<Type.Parameter> want = new ArrayList<>(f.parameters());
    int arity = want.size();
    String name = c.operator() instanceof Var v ? v.name() : errors.text(c.operator());
    if (have.size() != arity && (nested || have.size() != arity + 1)) {
      errors.arguments(place, name, "arity mismatch", have, want);
      return Type.Basic.UNKNOWN;
    }
    Unifier unifier = new Unifier(env);
    if (refs.isReplaced(c.operator(), env)) { // to OPA it may be anything then
      for (int i = 0; i < arity; i++) {
        unifier.fits(c.args().get(i), have.get(i), Type.ANY);
      }
      return Type.ANY;
    }
    want.add(f.result());
    for (int i = 0; i < have.size(); i++) {
      if (!unifier.fits(c.args().get(i), have.get(i), want.get(i).type())) {
        List<Type> shown = new ArrayList<>(have);
        if (nested) {
          shown.add(Type.Basic.UNKNOWN);
        }
        errors.arguments(place, name, "invalid argument(s)", shown, want);
        return Type.Basic.UNKNOWN;
      }
    }
    return f.result().type();
  }

  private Optional<Type.FunctionType> function(Call c) {
    if (c.operator() instanceof Var v) {
      return signatures.find(v.name());
    }
    return c.operator() instanceof Ref r ? refs.function(r) : Optional.empty();
  }
}
