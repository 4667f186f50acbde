package dev.bylaw.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.Golden;
import dev.bylaw.policy.Check;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.report.Report;
import dev.bylaw.report.ReportFormat;
import dev.bylaw.source.Limits;
import dev.bylaw.source.Severity;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyEngineTest {
  static Stream<Path> cases() {
    return Golden.cases("decision/cases").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void decidesAndReports(Path folder) throws IOException {
    PolicySet set = PolicySetLoader.load(folder.resolve("set"), List.of());
    List<Subject> subjects = subjects(folder);
    for (EnforcementPoint point : List.of(EnforcementPoint.BUILD, EnforcementPoint.AUDIT)) {
      Decision decision = new PolicyEngine(set, Mini.CLOCK).decide(subjects, point);
      for (ReportFormat format : List.of(ReportFormat.CONSOLE, ReportFormat.JSON)) {
        StringWriter out = new StringWriter();
        format.write(new Report(decision, set.warnings()), out);
        String ending = format == ReportFormat.JSON ? ".json" : ".txt";
        Golden.check(
            folder.resolve(point.name().toLowerCase(Locale.ROOT) + ending), out.toString());
      }
    }
  }

  /** Files named {@code KIND.NAME.yaml}; {@code ${...}} is a value that is not known. */
  static List<Subject> subjects(Path folder) {
    try (Stream<Path> files = Files.list(folder.resolve("input"))) {
      return files.sorted().map(f -> subject(folder, f)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Subject subject(Path folder, Path file) {
    SourceFile source =
        SourceReader.read(folder.resolve("input"), file, Limits.DEFAULT).source().orElseThrow();
    Located document = DocumentReader.read(source).documents().get(0);
    String[] name = source.name().split("\\.", -1);
    List<SubjectDocument.Unknown> unknown = new ArrayList<>();
    placeholders(document, "/" + name[0], unknown);
    return SubjectDocument.of(
        SubjectKind.of(name[0]).orElseThrow(), name[1], source, known(document), document, unknown);
  }

  private static boolean isPlaceholder(Located at) {
    return at.value() instanceof RegoString s && s.value().startsWith("${");
  }

  private static Located known(Located at) {
    if (!(at instanceof Located.Object object)) {
      return at;
    }
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    object
        .entries()
        .forEach(
            (k, e) -> {
              if (!isPlaceholder(e.value())) {
                entries.put(k, new Located.Entry(e.keySpan(), known(e.value())));
              }
            });
    return new Located.Object(entries, object.span());
  }

  private static void placeholders(
      Located at, String pointer, List<SubjectDocument.Unknown> unknown) {
    if (at instanceof Located.Object object) {
      object.entries().forEach((k, e) -> placeholders(e.value(), pointer + "/" + k, unknown));
    } else if (isPlaceholder(at)) {
      unknown.add(new SubjectDocument.Unknown(pointer, "is a placeholder", at.span()));
    }
  }

  @Test
  void nothingJudgedIsDenied(@TempDir Path folder) throws IOException {
    PolicyEngine engine =
        engine(
            folder,
            "# METADATA\n# custom: {kind: code, subject: sql}\npackage p\n\ndeny contains \"no\" if input.sql.bad\n");
    assertThat(engine.decide(List.of(), EnforcementPoint.BUILD).errors())
        .singleElement()
        .satisfies(e -> assertThat(e.message()).contains("no subject"));
    Decision other = engine.decide(List.of(warehouse("{}")), EnforcementPoint.BUILD);
    assertThat(other.isAllowed()).isFalse();
    assertThat(other.notApplicable()).containsExactly("p");
    assertThat(other.errors())
        .singleElement()
        .asString()
        .contains("in force at build for warehouse");
  }

  @Test
  void anErrorDeniesAndTheOthersStillRun(@TempDir Path folder) throws IOException {
    PolicyEngine engine =
        engine(
            folder,
            """
            package p

            deny contains {"message": "no msg"} if input.warehouse

            deny_other contains "found" if input.warehouse

            deny_conflict contains conflict if input.warehouse

            conflict := 1 if input.warehouse
            conflict := 2 if input.warehouse
            """);
    Decision d = engine.decide(List.of(warehouse("{}")), EnforcementPoint.BUILD);
    assertThat(d.isAllowed()).isFalse();
    assertThat(d.findings()).singleElement().extracting(Finding::message).isEqualTo("found");
    assertThat(d.errors())
        .extracting(e -> e.code())
        .containsExactlyInAnyOrder("policy_result_error", "eval_conflict_error");
    assertThat(d.passed()).isEmpty();
  }

  @Test
  void theFingerprintSurvivesMovedLines(@TempDir Path folder) throws IOException {
    PolicyEngine engine =
        engine(
            folder,
            """
            package p

            deny contains msg if {
            	some c in input.warehouse.columns
            	not c.comment
            	msg := c.name
            }
            """);
    Finding before = finding(engine, warehouse("{\"columns\": [{\"name\": \"b\"}]}"));
    Finding after =
        finding(
            engine,
            warehouse(
                "{\n\n\"columns\": [{\"name\": \"a\", \"comment\": \"c\"},\n{\"name\": \"b\"}]}"));
    assertThat(after.span().line()).isEqualTo(4);
    assertThat(before.span().line()).isEqualTo(1);
    assertThat(after.fingerprint()).isEqualTo(before.fingerprint()).matches("[0-9a-f]{32}");
  }

  @Test
  void aCheckThatThrowsDenies(@TempDir Path folder) throws IOException {
    Check broken = new BrokenCheck();
    Files.writeString(
        folder.resolve("policies.yaml"),
        "name: n\nversion: 1\nassign:\n  - policies: [broken/check]\n");
    PolicySet set = PolicySetLoader.load(folder, List.of(broken));
    Decision d = new PolicyEngine(set).decide(List.of(warehouse("{}")), EnforcementPoint.BUILD);
    assertThat(d.isAllowed()).isFalse();
    assertThat(d.errors()).singleElement().asString().contains("broken/check").contains("boom");
  }

  @Test
  void atMayBeAPathOrAValue() {
    Subject s = warehouse("{\"tags\": [\"x\", \"y\"], \"size\": \"y\"}");
    Place path =
        Place.of(
                s,
                List.of(),
                Optional.of(RegoArray.of(RegoString.of("warehouse"), RegoString.of("size"))))
            .orElseThrow();
    assertThat(path.span().text()).isEqualTo("\"y\"");
    assertThat(path.span().column()).isEqualTo(30);
    assertThat(path.pointer()).isEqualTo("/warehouse/size");
    Place value = Place.of(s, List.of(), Optional.of(RegoString.of("y"))).orElseThrow();
    assertThat(value.span().column()).isEqualTo(16);
    assertThat(value.pointer()).isEqualTo("/warehouse/tags/1");
    Place absent =
        Place.of(
                s,
                List.of(List.of(RegoString.of("warehouse"), RegoString.of("a/b~c"))),
                Optional.empty())
            .orElseThrow();
    assertThat(absent.pointer()).isEqualTo("/warehouse/a~1b~0c");
  }

  private static Finding finding(PolicyEngine engine, Subject subject) {
    return engine.decide(List.of(subject), EnforcementPoint.BUILD).findings().get(0);
  }

  private static PolicyEngine engine(Path folder, String rego) throws IOException {
    Files.writeString(folder.resolve("p.rego"), rego);
    return new PolicyEngine(PolicySetLoader.load(folder, List.of()));
  }

  private static Subject warehouse(String json) {
    SourceFile file = SourceFile.of("warehouse.json", json);
    Located document = DocumentReader.read(file).documents().get(0);
    return SubjectDocument.of(SubjectKind.WAREHOUSE, "w", file, document, document, List.of());
  }

  @Test
  void severityDecidesWhatBlocks(@TempDir Path folder) throws IOException {
    PolicyEngine engine = engine(folder, "package p\n\nwarn contains \"w\" if input.warehouse\n");
    List<Subject> subjects = List.of(warehouse("{}"));
    assertThat(engine.decide(subjects, EnforcementPoint.BUILD).isAllowed()).isTrue();
    assertThat(engine.decide(subjects, EnforcementPoint.BUILD, Severity.WARNING).isAllowed())
        .isFalse();
  }
}
