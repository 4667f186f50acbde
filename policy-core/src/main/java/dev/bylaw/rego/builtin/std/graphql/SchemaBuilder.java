package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.value.RegoObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts the parts of a schema together and has them checked. */
final class SchemaBuilder {
  /** The type that an operation starts from where the schema does not say. */
  private static final Map<String, String> DEFAULT_ROOTS =
      Map.of("query", "Query", "mutation", "Mutation", "subscription", "Subscription");

  private final Document document;
  private final SortedMap<String, Definition> types = new TreeMap<>();
  private final SortedMap<String, RegoObject> directives = new TreeMap<>();
  private final Map<String, String> roots = new LinkedHashMap<>();

  private SchemaBuilder(Document document) {
    this.document = document;
  }

  static Schema build(Document document) throws SchemaProblem {
    return new SchemaBuilder(document).build();
  }

  private Schema build() throws SchemaProblem {
    for (RegoObject node : Nodes.nodes(Prelude.DOCUMENT.tree(), "Definitions")) {
      types.put(Nodes.name(node), new Definition(node));
    }
    readTypes();
    readDirectives();
    DirectiveChecks directiveChecks = new DirectiveChecks(document, types, directives);
    List<RegoObject> schemas = Nodes.nodes(document.tree(), "Schema");
    if (schemas.size() > 1) {
      throw problem(
          schemas.get(1),
          "Cannot have multiple schema entry points, consider schema extensions instead.");
    }
    for (RegoObject schema : schemas) {
      readRoots(schema, directiveChecks);
    }
    for (RegoObject extension : Nodes.nodes(document.tree(), "SchemaExtension")) {
      readRoots(extension, directiveChecks);
    }
    TypeChecks typeChecks = new TypeChecks(document, types, directiveChecks);
    for (Definition type : types.values()) {
      typeChecks.check(type);
    }
    for (RegoObject directive : directives.values()) {
      directiveChecks.checkDefinition(directive);
    }
    return schema(schemas.isEmpty());
  }

  private Schema schema(boolean defaultRoots) {
    if (defaultRoots) {
      DEFAULT_ROOTS.forEach(
          (operation, name) -> {
            if (types.containsKey(name)) {
              roots.putIfAbsent(operation, name);
            }
          });
    }
    Definition query = types.get(roots.getOrDefault("query", ""));
    if (query != null) {
      Nodes.nodes(Prelude.QUERY_FIELDS, "Fields").stream()
          .filter(f -> !Nodes.name(f).equals(Selection.TYPENAME))
          .forEach(query::add);
    }
    return new Schema(types, directives, roots, possible());
  }

  private SchemaProblem problem(RegoObject node, String message) {
    return new SchemaProblem(document.position(node), message);
  }

  private void readTypes() throws SchemaProblem {
    for (RegoObject node : Nodes.nodes(document.tree(), "Definitions")) {
      if (types.putIfAbsent(Nodes.name(node), new Definition(node)) != null) {
        throw problem(node, "Cannot redeclare type %s.".formatted(Nodes.name(node)));
      }
    }
    for (RegoObject node : Nodes.nodes(document.tree(), "Extensions")) {
      Definition base = types.get(Nodes.name(node));
      if (base == null) {
        types.put(Nodes.name(node), new Definition(node));
      } else if (base.kind() != TypeKind.ofName(Nodes.text(node, "Kind"))) {
        throw problem(
            node,
            "Cannot extend type %s because the base type is a %s, not %s."
                .formatted(base.name(), base.kind(), Nodes.text(node, "Kind")));
      } else {
        base.extend(node);
      }
    }
  }

  /** A built-in directive may be declared again; the last declaration of it counts. */
  private void readDirectives() throws SchemaProblem {
    for (RegoObject node : Nodes.nodes(Prelude.DOCUMENT.tree(), "Directives")) {
      directives.put(Nodes.name(node), node);
    }
    Set<String> replaceable = Set.copyOf(directives.keySet());
    for (RegoObject node : Nodes.nodes(document.tree(), "Directives")) {
      String name = Nodes.name(node);
      if (directives.put(name, node) != null && !replaceable.contains(name)) {
        throw problem(node, "Cannot redeclare directive %s.".formatted(name));
      }
    }
  }

  private void readRoots(RegoObject schema, DirectiveChecks checks) throws SchemaProblem {
    for (RegoObject root : Nodes.nodes(schema, "OperationTypes")) {
      String operation = Nodes.text(root, "Operation");
      String type = Nodes.text(root, "Type");
      if (!types.containsKey(type)) {
        throw problem(
            root,
            "Schema root %s refers to a type %s that does not exist.".formatted(operation, type));
      }
      roots.put(operation, type);
    }
    checks.checkUses(Nodes.nodes(schema, "Directives"), "SCHEMA", "");
  }

  private Map<String, Set<String>> possible() {
    Map<String, Set<String>> possible = new HashMap<>();
    for (Definition type : types.values()) {
      Set<String> of = possible.computeIfAbsent(type.name(), n -> new TreeSet<>());
      switch (type.kind()) {
        case UNION -> of.addAll(type.memberNames());
        case OBJECT -> of.add(type.name());
        default -> {}
      }
      for (String name : new HashSet<>(type.interfaces())) {
        possible.computeIfAbsent(name, n -> new TreeSet<>()).add(type.name());
      }
    }
    return possible;
  }
}
