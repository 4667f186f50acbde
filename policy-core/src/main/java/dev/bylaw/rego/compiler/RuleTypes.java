package dev.bylaw.rego.compiler;

import dev.bylaw.rego.types.Type;
import dev.bylaw.rego.types.TypeLimits;
import dev.bylaw.rego.types.Types;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The types of rules, once they are checked, and of the documents that they make up. */
final class RuleTypes {
  /** Other data may stand beside what rules define. */
  private static final Type.Rest OTHERS = new Type.Rest(Type.Basic.STRING, Type.ANY);

  private final Map<RuleTree.Node, List<Type>> values = new HashMap<>();
  private final Map<RuleTree.Node, Type.FunctionType> functions = new HashMap<>();
  private final Map<RuleTree.Node, Type> documents = new HashMap<>();
  private final Set<RuleTree.Node> known = new HashSet<>();

  /** Adds one definition's part of a document. */
  void add(RuleTree.Node node, Type type) {
    values.computeIfAbsent(node, n -> new ArrayList<>()).add(TypeLimits.within(type));
    forget(node);
  }

  /** Adds one definition of a function. */
  void add(RuleTree.Node node, Type.FunctionType function) {
    functions.merge(node, function, RuleTypes::both);
    forget(node);
  }

  /** What was asked for before all rules of a document were checked was a part of it, as in OPA. */
  private void forget(RuleTree.Node node) {
    for (Optional<RuleTree.Node> n = Optional.of(node); n.isPresent(); n = n.get().parent()) {
      documents.remove(n.get());
      known.add(n.get());
    }
  }

  private static Type.FunctionType both(Type.FunctionType a, Type.FunctionType b) {
    List<Type.Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < Math.min(a.parameters().size(), b.parameters().size()); i++) {
      Type type = union(a.parameters().get(i), b.parameters().get(i));
      parameters.add(new Type.Parameter("", type));
    }
    return new Type.FunctionType(parameters, new Type.Parameter("", union(a.result(), b.result())));
  }

  private static Type union(Type.Parameter a, Type.Parameter b) {
    return TypeLimits.within(Types.union(a.type(), b.type()));
  }

  Optional<Type.FunctionType> function(RuleTree.Node node) {
    return Optional.ofNullable(functions.get(node));
  }

  /** All that rules define at and below a node; other data may stand beside it. */
  Type document(RuleTree.Node node) {
    Type known = documents.get(node);
    if (known == null) {
      known = TypeLimits.within(compute(node));
      documents.put(node, known);
    }
    return known;
  }

  private Type compute(RuleTree.Node node) {
    Type.FunctionType function = functions.get(node);
    if (function != null) {
      return function;
    }
    Type own = merged(values.getOrDefault(node, List.of()));
    if (node.children().isEmpty()) {
      return own == Type.Basic.UNKNOWN ? Type.ANY : own;
    }
    if (own instanceof Type.ObjectType o && o.rest().isPresent()) {
      return flat(o.rest().get(), node);
    }
    Map<RegoValue, Type> fields = new TreeMap<>();
    node.children()
        .forEach(
            (name, child) -> {
              if (isKnown(child)) {
                fields.put(name, document(child));
              }
            });
    return fields.isEmpty() ? Type.ANY : new Type.ObjectType(fields, Optional.of(OTHERS));
  }

  /** Names below a rule with variable keys are among those keys to OPA. */
  private Type flat(Type.Rest own, RuleTree.Node node) {
    List<Type> keys = new ArrayList<>(List.of(own.key()));
    List<Type> parts = new ArrayList<>(List.of(own.value()));
    for (Map.Entry<RegoValue, RuleTree.Node> child : node.children().entrySet()) {
      if (isKnown(child.getValue())) {
        keys.add(Types.of(child.getKey()));
        parts.add(flat(child.getValue()));
      }
    }
    return Types.objectOf(Types.union(keys), Types.union(parts));
  }

  private Type flat(RuleTree.Node node) {
    if (values.containsKey(node) || node.children().isEmpty()) {
      return document(node);
    }
    List<Type> parts = new ArrayList<>();
    for (RuleTree.Node child : node.children().values()) {
      if (isKnown(child)) {
        parts.add(flat(child));
      }
    }
    return Types.objectOf(Type.Basic.STRING, merged(parts));
  }

  /** Whether a rule at or below a node was checked. */
  boolean isKnown(RuleTree.Node node) {
    return known.contains(node);
  }

  /** A union, in which objects become one. */
  private static Type merged(List<Type> types) {
    boolean objects = types.size() > 1 && types.stream().allMatch(RuleTypes::isOpen);
    if (!objects) {
      return Types.union(types);
    }
    List<Type> keys = new ArrayList<>();
    List<Type> values = new ArrayList<>();
    for (Type t : types) {
      Type.Rest rest = ((Type.ObjectType) t).rest().orElseThrow();
      keys.add(rest.key());
      values.add(rest.value());
    }
    return Types.objectOf(Types.union(keys), merged(values));
  }

  private static boolean isOpen(Type t) {
    return t instanceof Type.ObjectType o && o.fields().isEmpty() && o.rest().isPresent();
  }

  /** What a definition with variable keys adds to its object. */
  static Type nested(List<Type> keys, Type value) {
    Type type = value;
    for (int i = keys.size() - 1; i >= 0; i--) {
      type = Types.objectOf(keys.get(i), type);
    }
    return type;
  }
}
