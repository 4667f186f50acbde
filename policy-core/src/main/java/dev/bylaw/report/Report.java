package dev.bylaw.report;

import dev.bylaw.decision.Decision;
import dev.bylaw.source.Diagnostic;
import java.util.List;

/**
 * What a run has to tell: the decision, and what its user should know besides.
 *
 * @param notes about the inputs and the policy set; none of them is an error
 */
public record Report(Decision decision, List<Diagnostic> notes, Background background) {
  public Report {
    notes = notes.stream().sorted(Diagnostic.BY_PLACE).toList();
  }

  public Report(Decision decision, List<Diagnostic> notes) {
    this(decision, notes, Background.NONE);
  }
}
