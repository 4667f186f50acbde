package dev.bylaw.rules.mapping;

import dev.bylaw.rules.document.Reading;
import dev.bylaw.subject.Located;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An object of values from several places; its own place is that of the first.
 *
 * @param listed whether it is the only element of a list
 */
record Together(String target, Mapping mapping, boolean listed) implements Rule {
  @Override
  public Paths paths() {
    return Paths.of();
  }

  @Override
  public Optional<Located.Entry> from(Node node, Reading at) {
    Map<String, Located.Entry> entries = mapping.entries(node, listed ? at.below(0) : at);
    return entries.values().stream()
        .findFirst()
        .map(
            first ->
                new Located.Entry(
                    first.keySpan(), value(new Located.Object(entries, first.value().span()))));
  }

  private Located value(Located.Object object) {
    return listed ? new Located.Array(List.of(object), object.span()) : object;
  }

  @Override
  public Stream<Row> rows(Set<Mapping> outer) {
    return mapping.rows(outer).map(row -> row.below(listed ? target + "[]" : target));
  }
}
