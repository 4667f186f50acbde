package dev.bylaw.rules.mapping;

import dev.bylaw.subject.Located;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a value stands.
 *
 * @param root of the document that pointers start at
 * @param trail the places that references led through, as {@code file#/pointer}
 */
record Origin(Located root, List<String> trail) {
  Origin {
    trail = List.copyOf(trail);
  }

  Origin at(Located other, String place) {
    return new Origin(other, Stream.concat(trail.stream(), Stream.of(place)).toList());
  }
}
