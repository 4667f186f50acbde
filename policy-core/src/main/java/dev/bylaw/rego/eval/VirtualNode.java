package dev.bylaw.rego.eval;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A place in the tree of packages and rules. Written while a program is planned, only read
 * afterwards.
 */
final class VirtualNode {
  private final Map<RegoValue, VirtualNode> children = new TreeMap<>();
  private @Nullable RuleGroup group;

  Map<RegoValue, VirtualNode> children() {
    return children;
  }

  @Nullable RuleGroup group() {
    return group;
  }

  void group(RuleGroup rules) {
    this.group = rules;
  }

  boolean isFunction() {
    return group != null && group.isFunction();
  }

  /** The place at a path below this one, made if it is not there yet. */
  VirtualNode below(List<String> path) {
    VirtualNode node = this;
    for (String name : path) {
      node = node.children.computeIfAbsent(RegoString.of(name), k -> new VirtualNode());
    }
    return node;
  }
}
