package dev.bylaw.rules.mapping;

import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way through a document, written as in {@code info.owner.id}. {@code a|b} is the field that is
 * there, {@code []} the elements of a list, {@code [role=owner,!dateOut]} those with that text and
 * without that field, {@code [name=$group]} those with what stands at {@code group} where the way
 * began, braces the same for the values of an object, {@code *} all of either, {@code @key} the key
 * that led here, {@code @text} the value if it is a single one; {@code ^} starts at the document's
 * root, and a dot alone is the value itself.
 */
final class Path {
  private final String text;
  private final boolean absolute;
  private final List<Step> steps;

  Path(String text, boolean absolute, List<Step> steps) {
    this.text = text;
    this.absolute = absolute;
    this.steps = List.copyOf(steps);
  }

  static Path of(String text) {
    return new PathParser(text).path();
  }

  /** All values that it leads to. */
  List<Node> nodes(Node from, Walk walk) {
    return nodes(from, walk, steps);
  }

  /** What holds the members, if it leads to all of them; else what it leads to. */
  List<Node> holders(Node from, Walk walk) {
    return nodes(from, walk, isMany() ? steps.subList(0, steps.size() - 1) : steps);
  }

  private List<Node> nodes(Node from, Walk walk, List<Step> way) {
    List<Node> nodes = new ArrayList<>();
    collect(absolute ? from.document().root() : from, walk, way, 0, nodes);
    return nodes;
  }

  private static void collect(Node node, Walk walk, List<Step> way, int at, List<Node> out) {
    if (at == way.size()) {
      out.add(node);
      return;
    }
    for (Node next : way.get(at).from(node, walk)) {
      collect(next, walk, way, at + 1, out);
    }
  }

  /** What a holder holds. */
  List<Node> members(Node holder, Walk walk) {
    return isMany() ? last().from(holder, walk) : List.of(holder);
  }

  /** Whether it leads to members of something. */
  boolean isMany() {
    return holding().isPresent();
  }

  /** Whether a holder is of the form that the last step expects. */
  boolean fits(Located holder) {
    return holding().map(h -> h.fits(holder)).orElse(true);
  }

  private Optional<Step.Holding> holding() {
    if (steps.isEmpty()) {
      return Optional.empty();
    } else if (last() instanceof Step.Members members) {
      return Optional.of(members.holding());
    }
    return last() instanceof Step.Lookup lookup ? Optional.of(lookup.holding()) : Optional.empty();
  }

  private Step last() {
    return steps.get(steps.size() - 1);
  }

  /** The text or number that it leads to. */
  Optional<String> text(Node from) {
    for (Node node : nodes(from, Walk.silent(from))) {
      if (node.isScalar()) {
        return Optional.of(node.plain());
      }
    }
    return Optional.empty();
  }

  boolean startsWith(Class<? extends Step> step) {
    return !steps.isEmpty() && step.isInstance(steps.get(0));
  }

  @Override
  public String toString() {
    return text;
  }
}
