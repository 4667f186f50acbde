package dev.bylaw.rules.sql.ast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Collects the children of a node. */
final class Children {
  private final List<SqlNode> nodes = new ArrayList<>();

  static List<SqlNode> of(SqlNode... nodes) {
    return List.of(nodes);
  }

  Children add(SqlNode node) {
    nodes.add(node);
    return this;
  }

  Children add(Optional<? extends SqlNode> node) {
    node.ifPresent(nodes::add);
    return this;
  }

  Children add(List<? extends SqlNode> more) {
    nodes.addAll(more);
    return this;
  }

  List<SqlNode> list() {
    return Collections.unmodifiableList(nodes);
  }
}
