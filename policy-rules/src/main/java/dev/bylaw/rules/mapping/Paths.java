package dev.bylaw.rules.mapping;

import dev.bylaw.rules.document.Reading;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a value may be, best first. */
record Paths(List<Path> all) {
  static Paths of(String... paths) {
    return new Paths(Stream.of(paths).map(Path::of).toList());
  }

  /** The first that the paths lead to. */
  Optional<Node> first(Node node, Reading at) {
    Walk walk = new Walk(node, at);
    for (Path path : all) {
      List<Node> found = path.nodes(node, walk);
      if (!found.isEmpty() || walk.isBlocked()) {
        return found.stream().findFirst();
      }
    }
    return Optional.empty();
  }

  /** Whether a value that is neither an object nor a list has something for them. */
  boolean readScalars() {
    return all.stream().anyMatch(path -> path.startsWith(Step.Text.class));
  }

  /** The same, where the key alone is enough. */
  boolean readKeys() {
    return all.stream().anyMatch(path -> path.startsWith(Step.Key.class));
  }

  @Override
  public String toString() {
    return all.stream().map(Path::toString).collect(Collectors.joining(", "));
  }
}
