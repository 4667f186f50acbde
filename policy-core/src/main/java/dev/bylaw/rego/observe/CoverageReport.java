package dev.bylaw.rego.observe;

import dev.bylaw.rego.value.RegoObject;
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
   * One file. A range within a covered one is not among those that are not covered: the parts of an
   * expression count as evaluated where the expression is.
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
      return new CoverageJson("lines", coveredLines(), notCoveredLines()).file(covered, notCovered);
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
    return counts().percentage();
  }

  /** As {@code opa test --coverage} writes it: of a file, what is zero or empty is left out. */
  public RegoObject toJson() {
    return counts().report(files, File::toJson);
  }

  private CoverageJson counts() {
    return new CoverageJson("lines", coveredLines(), notCoveredLines());
  }
}
