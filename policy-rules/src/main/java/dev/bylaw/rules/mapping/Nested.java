package dev.bylaw.rules.mapping;

import dev.bylaw.rules.document.Reading;
import dev.bylaw.subject.Located;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An object from one place. */
record Nested(String target, Mapping mapping, Paths paths) implements Rule {
  @Override
  public Optional<Located.Entry> from(Node node, Reading at) {
    return paths.first(node, at).map(found -> found.entry(mapping.value(found, at)));
  }

  @Override
  public Stream<Row> rows(Set<Mapping> outer) {
    return Mapping.rows(new Row(target, paths.toString(), "", true), mapping, outer);
  }
}
