package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.types.Type;
import dev.bylaw.rego.types.TypeLimits;
import dev.bylaw.rego.types.Types;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The types of documents where {@code with} replaces something. OPA looks first among what is
 * replaced, next among the rules that read it, which may be anything then, and only where a
 * reference leads to neither among the rules as they are.
 */
final class ReplacedTypes {
  /** Other data may stand beside what is replaced. */
  private static final Optional<Type.Rest> OTHERS =
      Optional.of(new Type.Rest(Type.Basic.STRING, Type.ANY));

  private final DocumentTypes documents;

  /**
   * Where the first steps of a reference lead to.
   *
   * @param step the first one behind that place
   */
  record Place(int step, Type type) {}

  ReplacedTypes(DocumentTypes documents) {
    this.documents = documents;
  }

  /** Where a reference leads to among the rules that read what is replaced. */
  Optional<Place> readers(Ref ref, TypeEnv env) {
    List<Readers.Found> all = new ArrayList<>();
    for (TypeEnv.Replacement r : env.replacements()) {
      if (!r.alone() && !documents.readers(r.path()).readers().isEmpty()) {
        all.add(documents.readers(r.path()));
      }
    }
    if (all.isEmpty() || isReplaced(ref, env)) {
      return Optional.empty();
    }
    RuleTree.Node node = documents.tree().root();
    int step = 0;
    while (node != null && isAround(node, all)) {
      if (isReader(node, all)) {
        return Optional.of(new Place(step, Type.ANY));
      } else if (step == ref.path().size() || !(ref.path().get(step) instanceof Scalar s)) {
        return Optional.of(new Place(step, TypeLimits.within(around(node, all))));
      } else {
        node = node.children().get(s.value());
        step++;
      }
    }
    return Optional.empty();
  }

  private static boolean isReader(RuleTree.Node node, List<Readers.Found> all) {
    return all.stream().anyMatch(f -> f.readers().contains(node));
  }

  private static boolean isAround(RuleTree.Node node, List<Readers.Found> all) {
    return all.stream().anyMatch(f -> f.around().contains(node));
  }

  /** What has readers below it: to OPA it has these, and anything else. */
  private static Type around(RuleTree.Node node, List<Readers.Found> all) {
    if (isReader(node, all)) {
      return Type.ANY;
    }
    Map<RegoValue, Type> fields = new TreeMap<>();
    node.children()
        .forEach(
            (name, child) -> {
              if (isAround(child, all)) {
                fields.put(name, around(child, all));
              }
            });
    return new Type.ObjectType(fields, OTHERS);
  }

  /**
   * Whether the constant steps of a reference lead to what is replaced, or to what is around it.
   */
  private boolean isReplaced(Ref ref, TypeEnv env) {
    List<String> path = new ArrayList<>(List.of("data"));
    RuleTree.Node node = documents.tree().root();
    for (Term step : ref.path()) {
      if (!(step instanceof Scalar s && s.value() instanceof RegoString name)) {
        break;
      }
      path.add(name.value());
      node = node == null ? null : node.children().get(name);
    }
    for (TypeEnv.Replacement r : env.replacements()) {
      int size = r.path().size();
      if (size <= path.size() && path.subList(0, size).equals(r.path())) {
        return true;
      }
    }
    return within(node, path, env).isPresent();
  }

  /** What has a part that {@code with} replaces: to OPA it has that, and anything else. */
  Optional<Type> within(RuleTree.@Nullable Node node, List<String> path, TypeEnv env) {
    int depth = path.size();
    Map<RegoValue, Type> fields = new TreeMap<>();
    for (TypeEnv.Replacement r : env.replacements()) {
      List<String> target = r.path();
      if (target.size() > depth && target.subList(0, depth).equals(path)) {
        RegoValue name = RegoString.of(target.get(depth));
        RuleTree.Node child = node == null ? null : node.children().get(name);
        Optional<Type> type =
            target.size() == depth + 1
                ? instead(child, r)
                : within(child, target.subList(0, depth + 1), env);
        type.ifPresent(t -> fields.merge(name, t, (a, b) -> Types.isAny(a) ? a : b));
      }
    }
    return fields.isEmpty() ? Optional.empty() : Optional.of(new Type.ObjectType(fields, OTHERS));
  }

  /** What stands where something was; functions stay what they are. */
  private Optional<Type> instead(RuleTree.@Nullable Node node, TypeEnv.Replacement replacement) {
    Type before = node == null ? Type.ANY : documents.rules().document(node);
    if (before instanceof Type.FunctionType) {
      return Optional.empty();
    }
    boolean function = replacement.type() == Type.Basic.UNKNOWN;
    return Optional.of(function ? Type.ANY : Types.union(before, replacement.type()));
  }
}
