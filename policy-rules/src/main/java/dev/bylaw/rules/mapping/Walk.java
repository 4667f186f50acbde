package dev.bylaw.rules.mapping;

import dev.bylaw.rules.document.Placeholders;
import dev.bylaw.rules.document.Reading;
import java.util.List;

/** The search for one value; it ends where it meets a text instead of an object or a list. */
final class Walk {
  private final Node start;
  private final Reading at;
  private boolean blocked;

  Walk(Node start, Reading at) {
    this.start = start;
    this.at = at;
  }

  /** A search that nobody hears of. */
  static Walk silent(Node start) {
    return new Walk(start, Reading.of(""));
  }

  Node start() {
    return start;
  }

  boolean isBlocked() {
    return blocked;
  }

  /** What the way leads on from. */
  void met(Node node, Step step) {
    if (node.isScalar()) {
      blocked = true;
      named(node).unexpected(node.value(), step.expected());
    }
  }

  /** What a value refers to, if it is a reference; nothing where that cannot be had. */
  List<Node> resolved(Node node) {
    try {
      return List.of(node.document().references().resolved(node));
    } catch (References.Unreachable e) {
      blocked = true;
      at.unreachable(e.reference(), String.valueOf(e.getMessage()));
      return List.of();
    }
  }

  /** What decides about the way. */
  void placeholder(Node node) {
    if (Placeholders.in(node.value())) {
      blocked = true;
      named(node).unexpected(node.value(), "a text");
    }
  }

  private Reading named(Node node) {
    return node.key().map(key -> at.writtenAs(key.name())).orElse(at);
  }
}
