package dev.bylaw.rego.observe;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was covered, and what was not.
 *
 * @param files by name, in order; without those that have no module
 */
public record CoverageReport(Map<String, File> files) {
  public CoverageReport {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /**
   * One file. A range that starts within a covered one is not among those that are not covered: the
   * parts of an expression count as evaluated where the expression is.
   *
   * @param covered in order
   * @param notCovered in order
   */
  public record File(List<SourceRange> covered, List<SourceRange> notCovered) {
    public File {
      covered = covered.stream().sorted().toList();
      notCovered = notCovered.stream().sorted().toList();
    }

    File(Collection<SourceRange> covered, Collection<SourceRange> notCovered) {
      this(List.copyOf(covered), List.copyOf(notCovered));
    }

    /** Lines with something that is covered. */
    public int coveredLines() {
      return lines(covered);
    }

    /** Lines with something that is not; a line may be among both. */
    public int notCoveredLines() {
      return lines(notCovered);
    }

    private static int lines(List<SourceRange> ranges) {
      BitSet lines = new BitSet();
      ranges.forEach(r -> lines.set(r.row(), r.endRow() + 1));
      return lines.cardinality();
    }

    private RegoObject toJson() {
      RegoObject.Builder out = RegoObject.builder();
      put(out, "covered", covered);
      put(out, "not_covered", notCovered);
      counts(coveredLines(), notCoveredLines())
          .forEach((name, count) -> putUnlessZero(out, name, count));
      return out.build();
    }

    private static void putUnlessZero(RegoObject.Builder out, String name, RegoNumber count) {
      if (!count.equals(RegoNumber.ZERO)) {
        out.put(RegoString.of(name), count);
      }
    }

    private static void put(RegoObject.Builder out, String name, List<SourceRange> ranges) {
      if (!ranges.isEmpty()) {
        List<RegoObject> values = ranges.stream().map(SourceRange::toJson).toList();
        out.put(RegoString.of(name), RegoArray.of(values));
      }
    }
  }

  public int coveredLines() {
    return files.values().stream().mapToInt(File::coveredLines).sum();
  }

  public int notCoveredLines() {
    return files.values().stream().mapToInt(File::notCoveredLines).sum();
  }

  /** Of 100; 0 where there is nothing to cover. */
  public double percentage() {
    return percentage(coveredLines(), notCoveredLines());
  }

  private static double percentage(int covered, int notCovered) {
    return covered == 0 ? 0 : 100.0 * covered / (covered + notCovered);
  }

  /** As {@code opa test --coverage} writes it: of a file, what is zero or empty is left out. */
  public RegoObject toJson() {
    RegoObject.Builder byName = RegoObject.builder();
    files.forEach((name, file) -> byName.put(RegoString.of(name), file.toJson()));
    RegoObject.Builder out = RegoObject.builder();
    out.put(RegoString.of("files"), byName.build());
    counts(coveredLines(), notCoveredLines())
        .forEach((name, count) -> out.put(RegoString.of(name), count));
    return out.build();
  }

  private static Map<String, RegoNumber> counts(int covered, int notCovered) {
    return Map.of(
        "covered_lines", RegoNumber.of(covered),
        "not_covered_lines", RegoNumber.of(notCovered),
        "coverage", RegoNumber.of(BigDecimal.valueOf(percentage(covered, notCovered))));
  }
}
