package dev.bylaw.rules.mapping;

import dev.bylaw.source.SourceFolder;
import dev.bylaw.subject.Located;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An old document, with what was looked up in it. Used by one thread. */
final class Document {
  private final Located.Object value;
  private final References references;
  private final IdentityHashMap<Located, Map<String, Map<String, List<Node>>>> indexes =
      new IdentityHashMap<>();

  Document(Located.Object value, SourceFolder folder) {
    this.value = value;
    this.references = new References(folder);
  }

  References references() {
    return references;
  }

  Node root() {
    return new Node(value, Optional.empty(), this, new Origin(value, List.of()));
  }

  /** The members of a holder that have a text at a path. Each member is looked at once. */
  List<Node> members(Node holder, Step.Holding holding, Path path, String text) {
    return indexes
        .computeIfAbsent(holder.value(), h -> new HashMap<>())
        .computeIfAbsent(path.toString(), p -> index(holding.members(holder), path))
        .getOrDefault(text, List.of());
  }

  private static Map<String, List<Node>> index(List<Node> members, Path path) {
    return members.stream()
        .filter(member -> path.text(member).isPresent())
        .collect(Collectors.groupingBy(member -> path.text(member).orElse("")));
  }
}
