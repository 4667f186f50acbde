package dev.bylaw.policy;

import dev.bylaw.policy.Policy.Implementation.RegoRules;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What rules see below {@code data}: the data files, and at {@code data.parameters} the values in
 * force. Policies that do not hold have their defaults there, because their rules name them.
 */
record ParameterDocument(RegoObject data, List<Policy> policies) {
  ParameterDocument {
    policies = policies.stream().filter(p -> !p.parameters().isEmpty()).toList();
  }

  RegoObject with(List<Terms> terms) {
    if (policies.isEmpty()) {
      return data;
    }
    Map<String, RegoObject> values = new HashMap<>();
    terms.forEach(t -> values.put(t.policy().id(), t.values()));
    Node top = new Node();
    for (Policy policy : policies) {
      if (policy.implementation() instanceof RegoRules rules) {
        top.at(rules.parametersPath()).values = values.getOrDefault(policy.id(), defaults(policy));
      }
    }
    return data.toBuilder().put("parameters", top.build()).build();
  }

  private static RegoObject defaults(Policy policy) {
    RegoObject.Builder out = RegoObject.builder();
    policy.parameters().forEach(p -> p.initial().ifPresent(v -> out.put(p.name(), v)));
    return out.build();
  }

  /** An object under construction; a policy's package may be within another one's. */
  private static final class Node {
    final Map<String, Node> children = new TreeMap<>();
    RegoObject values = RegoObject.EMPTY;

    Node at(List<String> path) {
      Node node = this;
      for (String name : path) {
        node = node.children.computeIfAbsent(name, k -> new Node());
      }
      return node;
    }

    RegoValue build() {
      RegoObject.Builder out = values.toBuilder();
      children.forEach((name, child) -> out.put(name, child.build()));
      return out.build();
    }
  }
}
