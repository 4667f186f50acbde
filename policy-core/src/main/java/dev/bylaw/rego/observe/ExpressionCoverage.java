package dev.bylaw.rego.observe;

import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.source.Span;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which expressions were covered, and which were not: several of one line are told apart. What is
 * counted are the heads of rules, covered where the rule had an answer, and the expressions of
 * bodies as they are written, those of comprehensions, {@code every} and operands in braces
 * included, covered where evaluation has come to them. {@code some x} is none.
 *
 * @param files by name, in order
 */
public record ExpressionCoverage(Map<String, File> files) {
  public ExpressionCoverage {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /**
   * One file; each expression is in one of the lists.
   *
   * @param covered in the order of the text
   * @param notCovered in the order of the text
   */
  public record File(List<Span> covered, List<Span> notCovered) {
    public File {
      covered = List.copyOf(covered);
      notCovered = List.copyOf(notCovered);
    }

    private RegoObject toJson() {
      return new CoverageJson("expressions", covered.size(), notCovered.size())
          .file(ranges(covered), ranges(notCovered));
    }

    private static List<SourceRange> ranges(List<Span> spans) {
      return spans.stream().map(SourceRange::of).toList();
    }
  }

  public int covered() {
    return files.values().stream().mapToInt(f -> f.covered().size()).sum();
  }

  public int notCovered() {
    return files.values().stream().mapToInt(f -> f.notCovered().size()).sum();
  }

  /** What is not covered, by file. */
  public List<Span> open() {
    return files.values().stream().flatMap(f -> f.notCovered().stream()).toList();
  }

  /** Of 100; 0 where there is nothing to cover. */
  public double percentage() {
    return counts().percentage();
  }

  /** In the form of {@link CoverageReport#toJson}. */
  public RegoObject toJson() {
    return counts().report(files, File::toJson);
  }

  private CoverageJson counts() {
    return new CoverageJson("expressions", covered(), notCovered());
  }
}
