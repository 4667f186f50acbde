package dev.bylaw.policy;

import dev.bylaw.policy.Policy.Implementation.RegoRules;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts together what rules see below {@code data}: the data files and the parameters in force. */
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

  /** The parameters of every policy, in force or not, because its rules name them. */
  void parameters(
      List<Policy> policies,
      List<String> root,
      Map<String, Map<String, Located>> chosen,
      Set<String> inForce) {
    for (Policy policy : policies) {
      if (policy.implementation() instanceof RegoRules rules && !policy.parameters().isEmpty()) {
        List<String> below = rules.packagePath().subList(root.size(), rules.packagePath().size());
        Node node = top.at(List.of("parameters")).at(below);
        for (Parameter parameter : policy.parameters()) {
          Map<String, Located> values = chosen.getOrDefault(policy.id(), Map.of());
          parameter(policy, parameter, values, node, inForce.contains(policy.id()));
        }
      }
    }
  }

  private void parameter(
      Policy policy, Parameter parameter, Map<String, Located> chosen, Node node, boolean inForce) {
    Located value = chosen.get(parameter.name());
    if (value != null) {
      new ParameterReader(fields).check(parameter, value.value(), value.span(), SetManifest.CODE);
      node.at(List.of(parameter.name())).leaf = value.value();
    } else if (parameter.initial().isPresent()) {
      node.at(List.of(parameter.name())).leaf = parameter.initial().get();
    } else if (inForce) {
      Span place = parameter.place();
      fields.problem(
          SetManifest.CODE,
          place,
          "the parameter %s of %s has no default; choose a value under assign in policies.yaml"
              .formatted(parameter.name(), policy.id()));
    }
  }

  RegoObject build() {
    return (RegoObject) top.build();
  }
}
