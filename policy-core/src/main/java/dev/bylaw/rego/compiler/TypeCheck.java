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
import dev.bylaw.rego.types.Overlap;
import dev.bylaw.rego.types.Type;
import dev.bylaw.rego.types.Types;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses expressions that can never hold because of the types of what is in them. Rules are
 * checked behind those that they depend on, and give their own types to the ones that follow.
 */
final class TypeCheck {
  private static final Set<String> EQUATIONS = Set.of("eq", "equal", "assign");

  private final TypeErrors errors;
  private final Signatures signatures;
  private final TermTypes terms;
  private final DocumentTypes documents;
  private final NestedTypes nested;
  private Set<String> equations = EQUATIONS;

  TypeCheck(Problems problems, Signatures signatures, DocumentTypes documents) {
    this.errors = new TypeErrors(problems);
    this.signatures = signatures;
    this.documents = documents;
    this.terms = new TermTypes(errors, signatures, documents, this);
    this.nested = new NestedTypes(errors, documents, terms, this::names);
  }

  /**
   * Checks one part of a definition and takes note of its type.
   *
   * @param branch which of the {@code else} branches, from 1 on; 0 for what stands before them
   */
  void part(RuleTree.Node node, FlatForm.Flat flat, int branch) {
    errors.generated(flat.generated());
    CompiledRule compiled = flat.rule();
    Rule part = flat.parts().get(branch);
    TypeEnv env = TypeEnv.empty();
    RuleHead head = part.head();
    List<Term> args = head.args().orElse(List.of());
    body(part.body(), env);
    if (head.args().isPresent()) {
      documents.rules().add(node, function(args, value(head, env), env));
    } else {
      documents.rules().add(node, part(compiled, head, env));
    }
  }

  /** Checks a query, in which OPA has {@code ==} for a call like others. */
  void query(FlatForm.FlatQuery flat) {
    equations = Negation.EQUALITY_OF_QUERIES;
    errors.generated(flat.generated());
    body(flat.body(), TypeEnv.empty());
  }

  private Type value(RuleHead head, TypeEnv env) {
    return head.value().map(v -> Types.known(terms.of(v, env))).orElse(Type.Basic.BOOLEAN);
  }

  private Type.FunctionType function(List<Term> args, Type result, TypeEnv env) {
    List<Type.Parameter> parameters = new ArrayList<>();
    for (Term a : args) {
      parameters.add(new Type.Parameter("", Types.known(terms.of(a, env))));
    }
    return new Type.FunctionType(parameters, new Type.Parameter("", result));
  }

  /** What a definition adds to its document. */
  private Type part(CompiledRule compiled, RuleHead head, TypeEnv env) {
    List<Term> keys = RuleTree.dynamicKeys(compiled);
    List<Type> types = new ArrayList<>();
    for (Term k : keys) {
      types.add(Types.known(terms.of(k, env)));
    }
    Type value =
        head.key().isPresent()
            ? new Type.SetType(Types.known(terms.of(head.key().get(), env)))
            : value(head, env);
    return RuleTypes.nested(types, value);
  }

  /** The expressions of a body, which are in their order. */
  void body(Body body, TypeEnv env) {
    for (Expr e : body.exprs()) {
      expr(e, e.span(), env);
    }
  }

  private void expr(Expr e, Span place, TypeEnv outer) {
    TypeEnv env = outer;
    if (!e.with().isEmpty()) {
      Map<List<String>, TypeEnv.Replacement> last = new LinkedHashMap<>();
      for (With w : e.with()) {
        last.put(path(w.target()), replacement(w, outer));
      }
      env = outer.with(List.copyOf(last.values()));
      for (With w : e.with()) {
        functions(w, env.replacements());
      }
    }
    if (e instanceof Expr.TermExpr t) {
      if (terms.closures(t.term(), env)) {
        statement(t.term(), place, env);
      }
    } else if (e instanceof Expr.Every v) {
      new Unifier(env).fits(v.domain(), terms.of(v.domain(), env), Type.ANY);
      nested.bodies(v, env);
      names(e.with(), env);
    } else if (e instanceof Expr.Not n && n.classic()) {
      // to OPA, variables have the types there that they must not have
      for (Expr denied : n.body().exprs()) {
        expr(denied, place, env);
      }
    } else {
      nested.bodies(e, env);
      if (e instanceof Expr.Logic) {
        names(e.with(), env);
      }
    }
  }

  /**
   * To OPA, names of functions are values where what they replace is read in a body within; unless
   * something else that they depend on is replaced, as far as that counts there.
   */
  private void names(List<With> with, TypeEnv env) {
    for (With w : with) {
      boolean builtin = w.value() instanceof Ref r && r.head() instanceof Scalar;
      if (!depends(w.target(), env.replacements())) {
        replaced(w).ifPresent(type -> errors.functionAsValue(w.target(), type));
      }
      if (builtin || !depends(w.value(), env.replacements())) {
        named(w.value())
            .ifPresent(
                type -> errors.functionAsValue(builtin ? w.target() : (Ref) w.value(), type));
      }
    }
  }

  private void statement(Term term, Span place, TypeEnv env) {
    if (!(term instanceof Call c)) {
      terms.of(term, env);
    } else if (c.operator() instanceof Var v
        && equations.contains(v.name())
        && c.args().size() == 2) {
      equation(c, place, env);
    } else {
      terms.call(c, env, place, false);
    }
  }

  private void equation(Call c, Span place, TypeEnv env) {
    Term a = c.args().get(0);
    Term b = c.args().get(1);
    int before = errors.count();
    List<Type> sides = terms.operands(List.of(a, b), env);
    Type left = sides.get(0);
    Type right = sides.get(1);
    boolean reported = errors.count() > before;
    if (!new Unifier(env).equal(a, left, b, right) && !reported) {
      errors.match(place, left, right);
    }
  }

  private TypeEnv.Replacement replacement(With w, TypeEnv env) {
    List<String> path = path(w.target());
    // a function may be named, also where what it stands for is no function
    boolean function = !path.get(0).equals("input") && named(w.value()).isPresent();
    if (function) {
      return new TypeEnv.Replacement(path, Type.Basic.UNKNOWN);
    }
    return new TypeEnv.Replacement(path, terms.of(w.value(), env));
  }

  private static List<String> path(Ref target) {
    List<String> path = new ArrayList<>();
    path.add(target.head() instanceof Var v ? v.name() : "?");
    for (Term step : target.path()) {
      path.add(step instanceof Scalar s && s.value() instanceof RegoString n ? n.value() : "?");
    }
    return path;
  }

  /** The function that a term names where it may. */
  private Optional<Type.FunctionType> named(Term term) {
    if (!(term instanceof Ref r)) {
      return Optional.empty();
    } else if (r.head() instanceof Scalar s && s.value() instanceof RegoString builtin) {
      return signatures.find(builtin.value());
    }
    boolean function = !documents.function(r).isEmpty();
    return function
        ? documents.tree().find(r.path()).flatMap(documents.rules()::function)
        : Optional.empty();
  }

  private Optional<Type.FunctionType> replaced(With w) {
    return w.target().head() instanceof Var v && !Vars.isGlobal(v.name())
        ? signatures.find(v.name())
        : named(w.target());
  }

  /** A function can only be replaced by one that takes the same arguments. */
  private void functions(With w, List<TypeEnv.Replacement> replacements) {
    Optional<Type.FunctionType> replaced = replaced(w);
    Optional<Type.FunctionType> by = named(w.value());
    boolean known = !depends(w.target(), replacements) && !depends(w.value(), replacements);
    if (known && replaced.isPresent() && by.isPresent()) {
      functions(w, replaced.get(), by.get());
    }
  }

  /** Whether something else that a function depends on is replaced. */
  private boolean depends(Term function, List<TypeEnv.Replacement> replacements) {
    if (!(function instanceof Ref ref)) {
      return false;
    }
    List<String> own = path(ref);
    Optional<RuleTree.Node> node = documents.tree().find(ref.path());
    return node.isPresent()
        && replacements.stream()
            .filter(r -> !r.alone() && !r.path().equals(own))
            .anyMatch(r -> documents.depends(node.get(), r.path()));
  }

  private void functions(With w, Type.FunctionType replaced, Type.FunctionType by) {
    List<Type.Parameter> want = replaced.parameters();
    List<Type.Parameter> have = by.parameters();
    boolean fit = want.size() == have.size();
    for (int i = 0; fit && i < want.size(); i++) {
      fit = Overlap.of(want.get(i).type(), have.get(i).type());
    }
    if (!fit) {
      List<Type> types = have.stream().map(Type.Parameter::type).toList();
      errors.arguments(w.span(), errors.text(w.target()), "arity mismatch", types, want);
    }
  }
}
