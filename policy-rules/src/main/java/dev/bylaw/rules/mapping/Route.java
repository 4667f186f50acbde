package dev.bylaw.rules.mapping;

import dev.bylaw.source.SourceFolder;
import dev.bylaw.subject.Located;
import java.util.List;
import java.util.Optional;

/** The way to objects that are documents of their own. */
public final class Route {
  private final Path path;

  private Route(Path path) {
    this.path = path;
  }

  public static Route of(String path) {
    return new Route(Path.of(path));
  }

  /** The objects that it leads to; a text on the way is met again where the document is read. */
  public List<Node> from(Node node) {
    return path.nodes(node, Walk.silent(node)).stream()
        .filter(found -> found.value() instanceof Located.Object)
        .toList();
  }

  /** The first value that it leads to. */
  public Optional<Located> value(Located.Object document) {
    Node root = Node.root(document, SourceFolder.none());
    return path.nodes(root, Walk.silent(root)).stream().findFirst().map(Node::value);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
