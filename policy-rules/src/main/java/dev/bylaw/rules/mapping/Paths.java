package dev.bylaw.rules.mapping;

import dev.bylaw.rules.document.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a value may be, best first. */
record Paths(List<Path> all) {
  static Paths of(String... paths) {
    List<Path> all = new ArrayList<>();
    for (String path : paths) {
      all.add(Path.of(path));
    }
    return new Paths(List.copyOf(all));
  }

  /** The first that the paths lead to. */
  Optional<Node> first(Node node, Reading at) {
    Walk walk = new Walk(node, at);
    for (Path path : all) {
      List<Node> found = path.nodes(node, walk);
      if (!found.isEmpty() || walk.isBlocked()) {
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
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
