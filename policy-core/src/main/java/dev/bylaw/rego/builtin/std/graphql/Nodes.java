package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks into the nodes of a tree. What is missing, or of another type, counts as empty. */
final class Nodes {
  private Nodes() {}

  static String text(RegoObject node, String field) {
    return node.get(field) instanceof RegoString s ? s.value() : "";
  }

  static String name(RegoObject node) {
    return text(node, "Name");
  }

  static boolean flag(RegoObject node, String field) {
    return node.get(field) == RegoBoolean.TRUE;
  }

  static Optional<RegoObject> node(RegoObject node, String field) {
    return node.get(field) instanceof RegoObject o ? Optional.of(o) : Optional.empty();
  }

  static List<RegoObject> nodes(RegoObject node, String field) {
    List<RegoObject> nodes = new ArrayList<>();
    if (node.get(field) instanceof RegoArray array) {
      for (RegoValue element : array) {
        if (element instanceof RegoObject o) {
          nodes.add(o);
        }
      }
    }
    return nodes;
  }

  static List<String> texts(RegoObject node, String field) {
    return strings(node, field).stream().map(RegoString::value).toList();
  }

  static List<RegoString> strings(RegoObject node, String field) {
    List<RegoString> strings = new ArrayList<>();
    if (node.get(field) instanceof RegoArray array) {
      for (RegoValue element : array) {
        if (element instanceof RegoString s) {
          strings.add(s);
        }
      }
    }
    return strings;
  }

  /** The first node of a list with a name. */
  static Optional<RegoObject> named(RegoObject node, String field, String name) {
    return child(nodes(node, field), name);
  }

  static Optional<RegoObject> child(List<RegoObject> nodes, String name) {
    return nodes.stream().filter(n -> name(n).equals(name)).findFirst();
  }
}
