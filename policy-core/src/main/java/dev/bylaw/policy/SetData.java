package dev.bylaw.policy;

import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts together the data files of a set. */
final class SetData {
  private final Fields fields;
  private final Node top = new Node();

  SetData(Fields fields) {
    this.fields = fields;
  }

  /** An object under construction. */
  private static final class Node {
    final Map<String, Node> children = new TreeMap<>();
    @Nullable RegoValue leaf;

    Node at(List<String> path) {
      Node node = this;
      for (String name : path) {
        node = node.children.computeIfAbsent(name, k -> new Node());
      }
      return node;
    }

    RegoValue build() {
      if (leaf != null) {
        return leaf;
      }
      RegoObject.Builder out = RegoObject.builder(children.size());
      children.forEach((k, n) -> out.put(k, n.build()));
      return out.build();
    }
  }

  /** A data file, at the path of its folder. */
  void file(SetFiles.Entry file) {
    DocumentReader.Result read = DocumentReader.read(file.source());
    fields.addAll(read.diagnostics());
    if (read.hasErrors()) {
      return;
    }
    Located document = read.documents().get(0);
    if (file.folders().isEmpty()
        && document instanceof Located.Object object
        && object.entries().containsKey("parameters")) {
      fields.problem(
          "data_conflict",
          object.entries().get("parameters").keySpan(),
          "data.parameters belongs to the policies' parameters; choose another name");
      return;
    }
    merge(top.at(file.folders()), document, file.folders());
  }

  private void merge(Node node, Located value, List<String> path) {
    if (value instanceof Located.Object object && node.leaf == null) {
      object
          .entries()
          .forEach(
              (k, e) -> {
                Node child = node.children.get(k);
                if (child != null || e.value() instanceof Located.Object) {
                  merge(node.children.computeIfAbsent(k, x -> new Node()), e.value(), path);
                } else {
                  node.children.computeIfAbsent(k, x -> new Node()).leaf = e.value().value();
                }
              });
      return;
    }
    if (path.isEmpty() && node == top) {
      fields.problem(
          "data_conflict",
          value.span(),
          "found " + value.value().typeName() + ", expected a mapping at the top of the data");
    } else if (node.leaf != null || !node.children.isEmpty()) {
      fields.problem("data_conflict", value.span(), "another data file has a value here already");
    } else {
      node.leaf = value.value();
    }
  }

  RegoObject build() {
    return (RegoObject) top.build();
  }
}
