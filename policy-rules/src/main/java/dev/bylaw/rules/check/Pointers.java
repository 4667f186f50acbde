package dev.bylaw.rules.check;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.subject.Subject;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JSON pointers to what has no value yet. */
final class Pointers {
  private Pointers() {}

  /** Those below a place of the input, from there on. */
  static Set<String> of(Subject subject, String place) {
    Stream<String> all =
        subject.input().child(RegoString.of("unknown")).stream()
            .flatMap(Shape::objects)
            .flatMap(entry -> Shape.text(entry, "pointer").stream());
    return below(all, place).collect(Collectors.toUnmodifiableSet());
  }

  /** The keys of an object that lead to some of the pointers. */
  static Set<String> children(Set<String> pointers, String object) {
    return below(pointers.stream(), object)
        .map(pointer -> pointer.split("/", 3)[1].replace("~1", "/").replace("~0", "~"))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> below(Stream<String> pointers, String place) {
    return pointers
        .filter(pointer -> pointer.startsWith(place + "/"))
        .map(pointer -> pointer.substring(place.length()));
  }
}
