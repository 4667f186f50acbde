package dev.bylaw.rules.sql;

import dev.bylaw.rules.sql.lineage.KnownTables;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The scripts of one run. Each is parsed once, whoever asks for its statements; it is kept as long
 * as the run is. Thread-safe.
 */
public final class SqlRun {
  private final Map<SourceFile, ScriptReading> readings = new ConcurrentHashMap<>();

  /** Parses a file if that was not done; needs a deep stack. Empty where it holds no SQL. */
  Optional<ScriptReading> reading(SourceFile file) {
    ScriptReading known = readings.get(file);
    return known != null ? Optional.of(known) : Script.of(file).map(this::reading);
  }

  ScriptReading reading(Script script) {
    return readings.computeIfAbsent(script.file(), file -> new ScriptReading(script));
  }

  /**
   * The subjects of the run, with the lineage of scripts completed by the columns of tables and
   * views that other scripts make, or else the catalogue or a contract knows. A view sees what
   * stands before it in the order of the subjects, and a script all of it.
   */
  public List<Subject> completed(List<Subject> subjects) {
    KnownTables described = TableColumns.of(subjects);
    KnownTables made = new KnownTables(described);
    for (Subject subject : subjects) {
      completed(subject, made);
      reading(subject).ifPresent(reading -> made.add(reading.known()));
    }
    List<Subject> completed = new ArrayList<>();
    for (Subject subject : subjects) {
      completed.add(completed(subject, made));
    }
    return completed;
  }

  private Subject completed(Subject subject, KnownTables known) {
    Optional<ScriptReading> reading = reading(subject);
    return reading.isPresent() && known.help(reading.get().known())
        ? completed(reading.get(), known)
        : subject;
  }

  private static Subject completed(ScriptReading reading, KnownTables known) {
    return DeepStack.call(() -> reading.result(known).subjects().get(0));
  }

  private Optional<ScriptReading> reading(Subject subject) {
    return subject.kind() == SubjectKind.SQL
        ? Optional.ofNullable(readings.get(subject.input().span().source()))
        : Optional.empty();
  }
}
