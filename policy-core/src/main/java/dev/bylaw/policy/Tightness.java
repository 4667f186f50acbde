package dev.bylaw.policy;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoValue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of two values of a parameter demands more. */
final class Tightness {
  private Tightness() {}

  /** Whether a value demands at least what the one above it does. */
  static boolean isAtLeast(Parameter parameter, RegoValue above, RegoValue below) {
    if (above.equals(below)) {
      return true;
    }
    return parameter
        .order()
        .map(
            order ->
                switch (order) {
                  case MIN -> values(parameter).compare(below, above) >= 0;
                  case MAX -> values(parameter).compare(below, above) <= 0;
                  case SUBSET -> elements(above).containsAll(elements(below));
                  case SUPERSET -> elements(below).containsAll(elements(above));
                  case FIXED -> false;
                })
        .orElse(false);
  }

  /** What demands all that both do; the upper one where no order says what that is. */
  static Placed<RegoValue> tighter(
      Parameter parameter, Placed<RegoValue> above, Placed<RegoValue> below) {
    if (isAtLeast(parameter, above.value(), below.value())) {
      return below;
    } else if (isAtLeast(parameter, below.value(), above.value())) {
      return above;
    }
    return both(parameter, elements(above.value()), elements(below.value()))
        .map(v -> new Placed<RegoValue>(v, below.span()))
        .orElse(above);
  }

  private static Optional<RegoArray> both(
      Parameter parameter, List<RegoValue> above, List<RegoValue> below) {
    return parameter
        .order()
        .flatMap(
            order ->
                switch (order) {
                  case SUBSET ->
                      Optional.of(RegoArray.of(above.stream().filter(below::contains).toList()));
                  case SUPERSET ->
                      Optional.of(
                          RegoArray.of(
                              Stream.concat(above.stream(), below.stream()).distinct().toList()));
                  case MIN, MAX, FIXED -> Optional.empty();
                });
  }

  /** Values that are listed are ordered as listed. */
  private static Comparator<RegoValue> values(Parameter parameter) {
    return parameter.allowed().isEmpty()
        ? Comparator.naturalOrder()
        : Comparator.comparingInt(parameter.allowed()::indexOf);
  }

  private static List<RegoValue> elements(RegoValue value) {
    return value instanceof RegoArray array ? array.toList() : List.of();
  }
}
