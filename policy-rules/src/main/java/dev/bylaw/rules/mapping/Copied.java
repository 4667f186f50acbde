package dev.bylaw.rules.mapping;

import dev.bylaw.rules.document.Reading;
import dev.bylaw.subject.Located;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A value as it is. */
record Copied(String target, Paths paths) implements Rule {
  @Override
  public Optional<Located.Entry> from(Node node, Reading at) {
    Optional<Node> first = paths.first(node, at);
    return first.isPresent() ? Optional.of(first.get().entry()) : Optional.empty();
  }

  @Override
  public Stream<Row> rows(Set<Mapping> outer) {
    return Stream.of(new Row(target, paths.toString(), "", true));
  }
}
