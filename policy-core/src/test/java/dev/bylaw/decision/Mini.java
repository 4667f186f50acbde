package dev.bylaw.decision;

import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.report.Report;
import dev.bylaw.report.ReportFormat;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Small sets and subjects for tests. */
final class Mini {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  static final Clock CLOCK =
      Clock.fixed(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);

  private Mini() {}

  /** Loads a set from its files by their paths. */
  static PolicySet set(Map<String, String> files) {
    try {
      Path folder = Files.createTempDirectory("mini");
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      return PolicySetLoader.load(folder, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PolicyEngine engine(String rego) {
    return new PolicyEngine(set(Map.of("p.rego", rego)), CLOCK);
  }

  /** A SQL warehouse at a path. */
  static Subject warehouse(String path, String json) {
    SourceFile file = SourceFile.of(path, json);
    Located document = DocumentReader.readJson(file, Limits.DEFAULT).documents().get(0);
    return SubjectDocument.of(SubjectKind.WAREHOUSE, path, file, document, document, List.of());
  }

  static String json(Decision decision) {
    return written(decision, ReportFormat.JSON);
  }

  static String console(Decision decision) {
    return written(decision, ReportFormat.CONSOLE);
  }

  private static String written(Decision decision, ReportFormat format) {
    StringWriter out = new StringWriter();
    try {
      format.write(new Report(decision, List.of()), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
