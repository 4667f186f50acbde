package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.types.Type;
import dev.bylaw.rego.types.Types;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows references through what is known of documents, rules and variables. */
final class RefTypes {
  private final TypeErrors errors;
  private final DocumentTypes documents;
  private final Parts parts;
  private final ReplacedTypes replaced;

  /** What is known of operands and heads. */
  interface Parts {
    Type of(Term operand, TypeEnv env);

    default Type head(Term head, TypeEnv env) {
      return of(head, env);
    }
  }

  RefTypes(TypeErrors errors, DocumentTypes documents, Parts parts) {
    this.errors = errors;
    this.documents = documents;
    this.parts = parts;
    this.replaced = new ReplacedTypes(documents);
  }

  Type of(Ref ref, TypeEnv env) {
    if (ref.head() instanceof Var v && v.name().equals("data")) {
      return data(ref, env);
    } else if (ref.head() instanceof Var v && v.name().equals("input")) {
      return input(ref, env);
    } else if (ref.head() instanceof Scalar) {
      return Type.Basic.UNKNOWN;
    }
    Type head = parts.head(ref.head(), env);
    if (head == Type.Basic.UNKNOWN && ref.head() instanceof Var v) {
      env.put(v.name(), Type.ANY);
    }
    return Types.isUnknown(head) ? rest(ref, 0, env) : walk(ref, 0, head, env);
  }

  private Type input(Ref ref, TypeEnv env) {
    boolean part = false;
    boolean whole = false;
    for (TypeEnv.Replacement r : env.replacements()) {
      boolean ofInput = r.path().get(0).equals("input");
      whole |= ofInput && r.path().size() == 1;
      part |= ofInput && r.path().size() > 1;
    }
    if (whole) {
      return part ? replacedInput(ref, env) : rest(ref, 0, env);
    }
    return part
        ? outside(List.of("input"), ref, 0, env)
        : walk(ref, 0, documents.base("input"), env);
  }

  /** Of an input that is replaced, only what is replaced below it is known. */
  private Type replacedInput(Ref ref, TypeEnv env) {
    List<String> path = new ArrayList<>(List.of("input"));
    path.addAll(names(ref.path()));
    Type below = replaced.within(null, path, env).orElse(Type.ANY);
    rest(ref, 0, env);
    return below;
  }

  /**
   * Through documents that no rule defines, as far as {@code with} replaces parts of them. From the
   * third step on OPA lets constants pass that are no texts, as in packages.
   */
  private Type outside(List<String> start, Ref ref, int from, TypeEnv env) {
    Optional<Type> type = replaced.within(null, start, env);
    List<String> path = new ArrayList<>(start);
    int step = from;
    while (step < ref.path().size() && replaced.within(null, path, env).isPresent()) {
      Term key = ref.path().get(step);
      if (!(key instanceof Scalar s && s.value() instanceof RegoString name)) {
        boolean passes = path.size() > 2 && !isComputed(key);
        return passes ? rest(ref, step, env) : walk(ref, from, type.orElse(Type.ANY), env);
      }
      path.add(name.value());
      step++;
    }
    return walk(ref, from, type.orElse(Type.ANY), env);
  }

  /** Through the tree of rules as far as it goes. */
  private Type data(Ref ref, TypeEnv env) {
    Type base = documents.base("data");
    if (says(base, ref.path())) {
      return walk(ref, 0, base, env);
    }
    Optional<ReplacedTypes.Place> changed = replaced.readers(ref, env);
    if (changed.isPresent()) {
      return walk(ref, changed.get().step(), changed.get().type(), env);
    }
    RuleTree.Node node = documents.tree().root();
    int step = 0;
    boolean itself = false;
    while (step < ref.path().size() && node.rules().isEmpty() && !itself) {
      Optional<RuleTree.Node> next = child(node, ref, step);
      if (next.isEmpty() && isOther(ref, step)) {
        return other(ref, step, env);
      } else if (next.isEmpty()) {
        break;
      }
      node = next.get();
      step++;
      itself = isReplaced(ref, step, env);
    }
    Type type = replaced(ref, node, step, env);
    if (type instanceof Type.FunctionType) {
      errors.functionAsValue(ref, type);
      return type;
    }
    Type walked = walk(ref, step, type, env);
    boolean whole =
        itself || known(node, ref, step).isEmpty() || dependsOnReplaced(node, ref, step, env);
    return whole ? walked : below(node, ref, step, env);
  }

  /** Whether just what the first steps lead to is replaced. */
  private static boolean isReplaced(Ref ref, int steps, TypeEnv env) {
    List<String> path = new ArrayList<>(List.of("data"));
    path.addAll(names(ref.path().subList(0, steps)));
    return env.replacements().stream().anyMatch(r -> r.path().equals(path));
  }

  private static Optional<RuleTree.Node> child(RuleTree.Node node, Ref ref, int step) {
    return step < ref.path().size() && ref.path().get(step) instanceof Scalar s
        ? Optional.ofNullable(node.children().get(s.value()))
        : Optional.empty();
  }

  /** The same where its rules were checked before. */
  private Optional<RuleTree.Node> known(RuleTree.Node node, Ref ref, int step) {
    return child(node, ref, step).filter(documents.rules()::isKnown);
  }

  /**
   * Where names lead on below a rule. To OPA, what a reference leads to has the type of those
   * rules, although its steps must fit the rule above them.
   */
  private Type below(RuleTree.Node rule, Ref ref, int from, TypeEnv env) {
    RuleTree.Node node = rule;
    int step = from;
    for (Optional<RuleTree.Node> n = known(node, ref, step); n.isPresent(); ) {
      node = n.get();
      step++;
      n = known(node, ref, step);
    }
    boolean beside = node.rules().isEmpty() && step < ref.path().size();
    return beside ? Type.ANY : selected(replaced(ref, node, step, env), ref, step);
  }

  /** The type behind the last steps of a reference that is checked already. */
  private static Type selected(Type start, Ref ref, int from) {
    Type type = start;
    for (Term operand : ref.path().subList(from, ref.path().size())) {
      Optional<Type> part =
          operand instanceof Scalar s ? Types.select(type, s.value()) : Types.values(type);
      type = part.orElse(Type.Basic.UNKNOWN);
    }
    return type;
  }

  /**
   * Whether a step from a package may lead to other data. One step below {@code data}, OPA has
   * texts alone for keys; elsewhere it lets other constants pass.
   */
  private static boolean isOther(Ref ref, int step) {
    Term key = ref.path().get(step);
    boolean text = key instanceof Scalar s && s.value() instanceof RegoString;
    return text || (step != 1 && !isComputed(key));
  }

  private static boolean isComputed(Term key) {
    return key instanceof Var || key instanceof Ref || key instanceof Call;
  }

  /** Through data beside what rules define. */
  private Type other(Ref ref, int step, TypeEnv env) {
    if (!(ref.path().get(step) instanceof Scalar s && s.value() instanceof RegoString)) {
      return rest(ref, step, env);
    }
    List<String> path = new ArrayList<>(List.of("data"));
    path.addAll(names(ref.path().subList(0, step + 1)));
    return outside(path, ref, step + 1, env);
  }

  /** Whether a schema tells about the place that a path leads to. */
  private static boolean says(Type base, List<Term> path) {
    Type type = base;
    for (Term step : path) {
      if (type instanceof Type.ObjectType o && o.rest().isPresent() && step instanceof Scalar s) {
        type = o.fields().getOrDefault(s.value(), Type.ANY);
      }
    }
    return !Types.isAny(type);
  }

  /** The type of a rule where {@code with} may replace it, or something that it depends on. */
  private Type replaced(Ref ref, RuleTree.Node node, int step, TypeEnv env) {
    List<String> path = names(ref.path().subList(0, step));
    List<String> absolute = new ArrayList<>(List.of("data"));
    absolute.addAll(path);
    Optional<Type> rest =
        node.rules().isEmpty() ? replaced.within(node, absolute, env) : Optional.empty();
    if (rest.isPresent()) {
      return rest.get();
    }
    Type type = documents.rules().document(node);
    for (TypeEnv.Replacement r : env.replacements()) {
      List<String> target = r.path();
      if (target.get(0).equals("data") && target.subList(1, target.size()).equals(path)) {
        type = r.type() == Type.Basic.UNKNOWN ? Type.ANY : Types.union(type, r.type());
      } else if (!r.alone() && documents.depends(node, target)) {
        type = Type.ANY;
      }
    }
    return type;
  }

  /** Whether {@code with} replaces something else that rules depend on. */
  private boolean dependsOnReplaced(RuleTree.Node node, Ref ref, int step, TypeEnv env) {
    List<String> own = names(ref.path().subList(0, step));
    return env.replacements().stream()
        .filter(r -> !r.alone() && !r.path().subList(1, r.path().size()).equals(own))
        .anyMatch(r -> documents.depends(node, r.path()));
  }

  private static List<String> names(List<Term> path) {
    return path.stream()
        .map(t -> t instanceof Scalar s && s.value() instanceof RegoString n ? n.value() : "?")
        .toList();
  }

  /**
   * Whether {@code with} replaces something that a function depends on. One that is replaced itself
   * has the type that it had, to OPA.
   */
  boolean isReplaced(Term operator, TypeEnv env) {
    List<String> path = new ArrayList<>();
    Optional<RuleTree.Node> node = Optional.empty();
    if (operator instanceof Var v) {
      path.add(v.name());
    } else if (operator instanceof Ref r) {
      path.add("data");
      path.addAll(names(r.path()));
      node = documents.tree().find(r.path());
    }
    for (TypeEnv.Replacement r : env.replacements()) {
      boolean depends = node.filter(n -> documents.depends(n, r.path())).isPresent();
      if (depends && !r.alone() && !r.path().equals(path)) {
        return true;
      }
    }
    return false;
  }

  /** A function that rules define. */
  Optional<Type.FunctionType> function(Ref reference) {
    return documents.tree().find(reference.path()).flatMap(documents.rules()::function);
  }

  /** Whether a rule without arguments may be called: OPA refuses that where it knows its type. */
  boolean mayBeCalled(Ref reference) {
    return documents
        .tree()
        .find(reference.path())
        .filter(node -> !documents.rules().document(node).equals(Type.ANY))
        .isEmpty();
  }

  /** From one step on through what a type says. */
  private Type walk(Ref ref, int from, Type start, TypeEnv env) {
    Type type = start;
    for (int i = from; i < ref.path().size(); i++) {
      if (Types.isAny(type)) {
        return rest(ref, i, env);
      } else if (type == Type.Basic.UNKNOWN) {
        rest(ref, i, env);
        return type;
      }
      if (!Types.hasParts(type)) {
        errors.noParts(ref, i, type);
        return Type.Basic.UNKNOWN;
      }
      Optional<Type> next = step(ref, i, type, env);
      if (next.isEmpty()) {
        return Type.Basic.UNKNOWN;
      }
      type = next.get();
    }
    return type;
  }

  private Optional<Type> step(Ref ref, int i, Type type, TypeEnv env) {
    Term operand = ref.path().get(i);
    if (operand instanceof Scalar s) {
      return constant(ref, i, type, s.value());
    }
    Type keys = Types.keys(type).orElse(Type.Basic.UNKNOWN);
    Type have = parts.of(operand, env);
    boolean open = have == Type.Basic.UNKNOWN && operand instanceof Ref; // looked at elsewhere
    if (!open && !new Unifier(env).fitsOperand(operand, have, keys)) {
      errors.noSuchPart(ref, i, TypeErrors.have(have), type);
      return Optional.empty();
    }
    return Types.values(type);
  }

  private Optional<Type> constant(Ref ref, int i, Type type, RegoValue key) {
    Optional<Type> part = Types.select(type, key);
    if (part.isEmpty()) {
      errors.noSuchPart(ref, i, TypeErrors.have(key), type);
    }
    return part;
  }

  /** Through what nothing is known of: variables may be anything. */
  private Type rest(Ref ref, int from, TypeEnv env) {
    for (Term operand : ref.path().subList(from, ref.path().size())) {
      new Unifier(env).fits(operand, parts.of(operand, env), Type.ANY);
    }
    return Type.ANY;
  }
}
