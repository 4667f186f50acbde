package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A type with its extensions. */
final class Definition {
  private final RegoObject node;
  private final TypeKind kind;
  private final List<String> interfaces = new ArrayList<>();
  private final List<RegoObject> directives = new ArrayList<>();
  private final List<RegoObject> fields = new ArrayList<>();
  private final Map<String, RegoObject> fieldsByName = new LinkedHashMap<>();
  private final List<RegoString> members = new ArrayList<>();
  private final List<RegoObject> values = new ArrayList<>();

  Definition(RegoObject node) {
    this.node = node;
    this.kind = TypeKind.ofName(Nodes.text(node, "Kind"));
    extend(node);
  }

  /** Only while the schema is built. */
  void extend(RegoObject extension) {
    interfaces.addAll(Nodes.texts(extension, "Interfaces"));
    directives.addAll(Nodes.nodes(extension, "Directives"));
    Nodes.nodes(extension, "Fields").forEach(this::add);
    members.addAll(Nodes.strings(extension, "Types"));
    values.addAll(Nodes.nodes(extension, "EnumValues"));
  }

  /** Only while the schema is built. */
  void add(RegoObject field) {
    fields.add(field);
    fieldsByName.putIfAbsent(Nodes.name(field), field);
  }

  /** The first node that defines it; has its position. */
  RegoObject node() {
    return node;
  }

  String name() {
    return Nodes.name(node);
  }

  TypeKind kind() {
    return kind;
  }

  List<String> interfaces() {
    return interfaces;
  }

  List<RegoObject> directives() {
    return directives;
  }

  List<RegoObject> fields() {
    return fields;
  }

  Optional<RegoObject> field(String name) {
    return Optional.ofNullable(fieldsByName.get(name));
  }

  /** Of a union. */
  List<RegoString> members() {
    return members;
  }

  List<String> memberNames() {
    return members.stream().map(RegoString::value).toList();
  }

  /** Of an enum. */
  List<RegoObject> values() {
    return values;
  }
}
