package dev.bylaw.rules.document;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectReader;
import java.util.List;

/**
 * A subject with what was found while its document was put together.
 *
 * @param document what stands below the name of the subject's kind
 */
public record Normalised(Subject subject, Located.Object document, List<Diagnostic> diagnostics) {
  public Normalised {
    diagnostics = List.copyOf(diagnostics);
  }

  /** As the reader of a file gives it out. */
  public SubjectReader.Result result() {
    return new SubjectReader.Result(List.of(subject), diagnostics);
  }
}
