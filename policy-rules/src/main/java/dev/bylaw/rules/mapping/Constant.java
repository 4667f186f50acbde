package dev.bylaw.rules.mapping;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.document.Reading;
import dev.bylaw.subject.Located;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A text with the place of what stands for it. */
record Constant(String target, String text, Paths places) implements Rule {
  @Override
  public Paths paths() {
    return places;
  }

  @Override
  public Optional<Located.Entry> from(Node node, Reading at) {
    return places
        .first(node, at)
        .map(place -> place.entry(new Located.Scalar(RegoString.of(text), place.value().span())));
  }

  @Override
  public Stream<Row> rows(Set<Mapping> outer) {
    return Stream.of(
        new Row(target, places.toString(), "always \"" + text + "\", with that place", false));
  }
}
