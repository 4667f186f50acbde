package dev.bylaw.report;

import dev.bylaw.decision.Edit;
import dev.bylaw.decision.Fix;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes fixes showable. A masked one would be of no use, so one with a secret is not shown. */
final class Repairs {
  private final Masking masking;
  private final Function<Span, Region> regions;

  Repairs(Masking masking, Function<Span, Region> regions) {
    this.masking = masking;
    this.regions = regions;
  }

  /**
   * A fix as it may be shown; empty where it may not.
   *
   * @param shown where the finding is
   */
  Optional<Repair> of(Fix fix, SourceFile shown) {
    Map<SourceFile, List<Edit>> bySource = new LinkedHashMap<>();
    for (Edit edit : fix.edits()) {
      bySource.computeIfAbsent(edit.span().source(), s -> new ArrayList<>()).add(edit);
    }
    List<String> diff = new ArrayList<>();
    bySource.forEach(
        (source, edits) -> {
          if (source != shown) {
            diff.add(source.name());
          }
          diff.addAll(FixLines.of(edits));
        });
    boolean secret =
        diff.stream().anyMatch(l -> !masking.text(l).equals(l))
            || fix.edits().stream().anyMatch(e -> isNearSecret(e.span()));
    return secret ? Optional.empty() : Optional.of(new Repair(changes(fix), diff));
  }

  private List<Repair.Change> changes(Fix fix) {
    return fix.edits().stream()
        .map(e -> new Repair.Change(regions.apply(e.span()), e.text()))
        .toList();
  }

  /** Whether a value that is known to be secret stands in one of the lines of a span. */
  private boolean isNearSecret(Span span) {
    return masking.secrets().spans(span.source()).stream()
        .anyMatch(s -> s.line() <= span.endLine() && s.endLine() >= span.line());
  }
}
