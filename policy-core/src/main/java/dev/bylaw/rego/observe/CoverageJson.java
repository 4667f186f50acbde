package dev.bylaw.rego.observe;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Coverage as {@code opa test --coverage} writes it.
 *
 * @param unit what is counted, in the plural
 */
record CoverageJson(String unit, int covered, int notCovered) {
  /** Of 100; 0 where there is nothing to cover. */
  double percentage() {
    return covered == 0 ? 0 : 100.0 * covered / (covered + notCovered);
  }

  /** Of a file: what is zero or empty is left out. */
  RegoObject file(List<SourceRange> covered, List<SourceRange> notCovered) {
    RegoObject.Builder out = RegoObject.builder();
    put(out, "covered", covered);
    put(out, "not_covered", notCovered);
    counts()
        .forEach(
            (name, count) -> {
              if (!count.equals(RegoNumber.ZERO)) {
                out.put(RegoString.of(name), count);
              }
            });
    return out.build();
  }

  private static void put(RegoObject.Builder out, String name, List<SourceRange> ranges) {
    if (!ranges.isEmpty()) {
      List<RegoObject> values = ranges.stream().map(SourceRange::toJson).toList();
      out.put(RegoString.of(name), RegoArray.of(values));
    }
  }

  /** Of all files. */
  <F> RegoObject report(Map<String, F> files, Function<F, RegoObject> json) {
    RegoObject.Builder byName = RegoObject.builder();
    files.forEach((name, file) -> byName.put(RegoString.of(name), json.apply(file)));
    RegoObject.Builder out = RegoObject.builder();
    out.put(RegoString.of("files"), byName.build());
    counts().forEach((name, count) -> out.put(RegoString.of(name), count));
    return out.build();
  }

  private Map<String, RegoNumber> counts() {
    return Map.of(
        "covered_" + unit,
        RegoNumber.of(covered),
        "not_covered_" + unit,
        RegoNumber.of(notCovered),
        "coverage",
        RegoNumber.of(BigDecimal.valueOf(percentage())));
  }
}
