package dev.bylaw.rules.mapping;

import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something that holds members of a new list. */
record Holder(Node node, Path path, Walk walk) {
  /** What one path leads to. */
  static List<Holder> of(Path path, Node from, Walk walk) {
    List<Holder> holders = new ArrayList<>();
    for (Node node : path.holders(from, walk)) {
      holders.add(new Holder(node, path, walk));
    }
    return holders;
  }

  /** What all the paths lead to. */
  static List<Holder> all(List<Path> paths, Node from, Walk walk) {
    List<Holder> holders = new ArrayList<>();
    for (Path path : paths) {
      holders.addAll(of(path, from, walk));
    }
    return holders;
  }

  boolean fits() {
    return path.fits(node.value());
  }

  List<Node> members() {
    return path.members(node, walk);
  }

  /**
   * A list of what became of the members. The list of a single holder is in its place, one of
   * several begins with the first.
   */
  static Optional<Located.Entry> list(List<Holder> holders, List<Located> elements) {
    if (holders.isEmpty()) {
      return Optional.empty();
    }
    Holder first = holders.get(0);
    boolean whole = holders.size() == 1 && first.path.isMany();
    Span span = whole || elements.isEmpty() ? first.node.value().span() : elements.get(0).span();
    return Optional.of(first.node.entry(new Located.Array(elements, span)));
  }
}
