package dev.bylaw.policy;

import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts together the data files of a set. */
final class SetData {
  private final Fields fields;
  private final Node top = new Node();
  private final Set<String> others = new HashSet<>();

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

  /**
   * The data of a set, each file at the path of its folder.
   *
   * @param taken names below {@code data} that belong to the packages of imported sets
   */
  void files(Part part, Set<String> taken) {
    Set<String> mine = new HashSet<>();
    for (SetFiles.Entry file : part.files().data()) {
      file(file, top -> check(top, taken, mine));
    }
    others.addAll(mine);
  }

  /** What a set adds to the data of another one could weaken the other's rules. */
  private void check(Placed<String> name, Set<String> taken, Set<String> mine) {
    mine.add(name.value());
    if (name.value().equals("parameters")) {
      fields.problem(
          "data_conflict",
          name.span(),
          "data.parameters belongs to the policies' parameters; choose another name");
    } else if (taken.contains(name.value()) || others.contains(name.value())) {
      fields.problem(
          "policy_shadowed",
          name.span(),
          "found the data %s, expected another name, because an imported set has it"
              .formatted(name.value()));
    }
  }

  private void file(SetFiles.Entry file, Consumer<Placed<String>> eachTop) {
    DocumentReader.Result read = DocumentReader.read(file.source());
    fields.addAll(read.diagnostics());
    if (read.hasErrors()) {
      return;
    }
    Located document = read.documents().get(0);
    int before = fields.count();
    if (!file.folders().isEmpty()) {
      Span start = document.span().source().span(0, 0);
      eachTop.accept(new Placed<>(file.folders().get(0), start));
    } else if (document instanceof Located.Object object) {
      object.entries().forEach((name, e) -> eachTop.accept(new Placed<>(name, e.keySpan())));
    }
    if (fields.count() > before) {
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
