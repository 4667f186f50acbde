package dev.bylaw.report;

import dev.bylaw.decision.Baseline;
import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Finding;
import dev.bylaw.decision.Impact;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.decision.Question;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceReader;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A small mesh that was judged: folders {@code set} and {@code input} of a test case. */
final class Mesh {
  private static final Instant NOW = Instant.parse("2026-12-01T06:00:00Z");
  private static final LocalDate DAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
  private static final Path FOLDER = Path.of("src/test/resources/dev/bylaw/report/mesh");

  private Mesh() {}

  static Path folder() {
    return FOLDER;
  }

  /** With findings that are open, waived, excepted by a comment, and known. */
  static Report report() {
    PolicySet set = PolicySetLoader.load(FOLDER.resolve("set"), List.of());
    PolicySet next = PolicySetLoader.load(FOLDER.resolve("next"), List.of());
    List<Subject> subjects = subjects();
    Question question = Question.at(EnforcementPoint.BUILD);
    List<Finding> known =
        engine(set).decide(subjects, question).findings().stream()
            .filter(f -> f.message().contains("amount"))
            .toList();
    Report report = report(set, subjects, question.withBaseline(Baseline.of(known)));
    Impact impact = Impact.of(engine(set), engine(next), subjects, question);
    return new Report(report.decision(), report.notes(), report.background().withImpact(impact));
  }

  static PolicyEngine engine(PolicySet set) {
    return new PolicyEngine(set, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  static Report report(PolicySet set, List<Subject> subjects) {
    return report(set, subjects, Question.at(EnforcementPoint.BUILD));
  }

  private static Report report(PolicySet set, List<Subject> subjects, Question question) {
    Decision decision = engine(set).decide(subjects, question);
    Background background =
        Background.of(set, subjects, DAY)
            .withBase("products/")
            .withExamples(Example.read(FOLDER.resolve("set"), set.policies()))
            .withHistory(
                List.of(
                    new PastRun(Instant.parse("2026-10-01T06:00:00Z"), "sha256:1", 14, 9, 1),
                    new PastRun(Instant.parse("2026-11-01T06:00:00Z"), "sha256:1", 11, 6, 0),
                    new PastRun(NOW, "sha256:2", 6, 4, 0)));
    return new Report(decision, set.warnings(), background);
  }

  /** Files named {@code DOMAIN/PRODUCT/KIND.NAME.yaml}. */
  private static List<Subject> subjects() {
    Path input = FOLDER.resolve("input");
    try (Stream<Path> files = Files.walk(input)) {
      return files.filter(Files::isRegularFile).sorted().map(f -> subject(input, f)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Subject subject(Path input, Path file) {
    return subject(SourceReader.read(input, file, Limits.DEFAULT).source().orElseThrow());
  }

  static Subject subject(SourceFile source) {
    Located document = DocumentReader.read(source).documents().get(0);
    String[] path = source.name().split("/", -1);
    String[] name = path[2].split("\\.", -1);
    SubjectKind kind = SubjectKind.of(name[0]).orElseThrow();
    Subject subject = SubjectDocument.of(kind, name[1], source, document, document, List.of());
    return SubjectDocument.within(subject, Optional.of(path[1]), Optional.of(path[0]));
  }

  static String write(ReportFormat format, Report report) {
    StringWriter out = new StringWriter();
    try {
      format.write(report, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
