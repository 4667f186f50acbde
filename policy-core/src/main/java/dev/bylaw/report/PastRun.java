package dev.bylaw.report;

import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Severity;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is kept of a run for the trend: one line of JSON, to be added to a file.
 *
 * @param revision of the policy set
 */
public record PastRun(Instant at, String revision, long errors, long warnings, long notes) {
  public static PastRun of(Report report, Instant at) {
    return new PastRun(
        at,
        report.decision().policySet().revision(),
        report.decision().count(Severity.ERROR),
        report.decision().count(Severity.WARNING),
        report.decision().count(Severity.INFO));
  }

  /** As one line, without its end. */
  public String line() {
    return RegoJson.write(
        RegoObject.builder()
            .put("at", RegoString.of(at.toString()))
            .put("revision", RegoString.of(revision))
            .put("errors", RegoNumber.of(errors))
            .put("warnings", RegoNumber.of(warnings))
            .put("notes", RegoNumber.of(notes))
            .build());
  }

  /**
   * The runs of lines, in their order.
   *
   * @throws ParseException with the number of the first line that is none
   */
  public static List<PastRun> read(List<String> lines) throws ParseException {
    List<PastRun> out = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        out.add(read(lines.get(i), i + 1));
      }
    }
    return out;
  }

  private static PastRun read(String line, int number) throws ParseException {
    if (RegoJson.parse(line) instanceof RegoObject run
        && run.get("at") instanceof RegoString at
        && run.get("revision") instanceof RegoString revision
        && run.get("errors") instanceof RegoNumber errors
        && run.get("warnings") instanceof RegoNumber warnings
        && run.get("notes") instanceof RegoNumber notes) {
      try {
        return new PastRun(
            Instant.parse(at.value()),
            revision.value(),
            errors.longValue(),
            warnings.longValue(),
            notes.longValue());
      } catch (DateTimeException e) {
        throw notARun(number, "found " + at.value() + " for at, expected an instant of ISO 8601");
      }
    }
    throw notARun(number, "expected at, revision, errors, warnings and notes");
  }

  private static ParseException notARun(int line, String why) {
    return new ParseException("line " + line + " of the stored runs: " + why, line);
  }
}
