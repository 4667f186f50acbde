package dev.bylaw.rules.mapping;

import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Something that holds members of a new list. */
record Holder(Node node, Path path, Walk walk) {
  /** What one path leads to. */
  static List<Holder> of(Path path, Node from, Walk walk) {
    return path.holders(from, walk).stream().map(n -> new Holder(n, path, walk)).toList();
  }

  /** What all the paths lead to. */
  static List<Holder> all(List<Path> paths, Node from, Walk walk) {
    return paths.stream().flatMap(path -> of(path, from, walk).stream()).toList();
  }

  boolean fits() {
    return path.fits(node.value());
  }

  Stream<Node> members() {
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
