package dev.bylaw.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.Golden;
import dev.bylaw.decision.Baseline;
import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Finding;
import dev.bylaw.decision.Impact;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.decision.Question;
import dev.bylaw.report.ImpactFormat;
import dev.bylaw.report.Masking;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Subject;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Waivers, a baseline and an impact run over the products of the mesh. */
class MeshChangeTest {
  private static final Path MESH = MeshProducts.MESH;
  private static final LocalDate LAST_DAY_OF_GRACE = LocalDate.of(2026, 6, 30);
  private static final LocalDate NEXT_DAY = LAST_DAY_OF_GRACE.plusDays(1);
  private static final Question BUILD = Question.at(EnforcementPoint.BUILD);

  private final PolicyEngine council = engine("council");

  private static PolicyEngine engine(String set) {
    return new PolicyEngine(PolicySetLoader.load(MESH.resolve(set), List.of()));
  }

  private static List<Subject> products() throws IOException {
    return List.copyOf(MeshProducts.all().values());
  }

  private List<Waiver> waivers(String name) throws IOException {
    Path file = MESH.resolve("waivers").resolve(name);
    return council.policySet().readWaivers(List.of(SourceFile.of(name, Files.readString(file))));
  }

  @Test
  void waiversInEveryState() throws IOException {
    StringBuilder out = new StringBuilder();
    out.append(withWaivers(LAST_DAY_OF_GRACE, EnforcementPoint.BUILD));
    out.append(withWaivers(NEXT_DAY, EnforcementPoint.BUILD));
    out.append(withWaivers(NEXT_DAY, EnforcementPoint.AUDIT));
    Golden.check(MESH.resolve("expected-waivers.txt"), out.toString());
  }

  private String withWaivers(LocalDate day, EnforcementPoint point) throws IOException {
    Question question = Question.at(point).withWaivers(waivers("waivers.yaml"));
    Decision decision = council.asOf(day).decide(products(), question);
    StringBuilder out = new StringBuilder(day + ", " + Federation.word(point) + "\n");
    decision.findings().forEach(f -> out.append("  found  ").append(line(f)));
    decision.waived().forEach(w -> out.append("  waived ").append(line(w.finding())));
    decision
        .notices()
        .forEach(n -> out.append("  %s %s%n".formatted(n.span().orElseThrow(), n.code())));
    return out.toString();
  }

  private static String line(Finding f) {
    return "%s %s %s%n"
        .formatted(f.subject().product().orElse("-"), f.policy().id(), f.severity().word());
  }

  @Test
  void waiversThatNobodyMayGiveAreRefusedWithTheirPlaces() {
    assertThatThrownBy(() -> waivers("refused.yaml"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("refused.yaml:5:11")
        .hasMessageContaining("refused.yaml:14:11")
        .hasMessageContaining("refused.yaml:17:10");
  }

  @Test
  void aBaselineKeepsWhatIsKnownAndNothingElse() throws IOException {
    Map<String, Subject> products = MeshProducts.all();
    products.remove("sales-a"); // in no domain, which is no finding
    List<Subject> subjects = List.copyOf(products.values());
    Decision before = council.asOf(LAST_DAY_OF_GRACE).decide(subjects, BUILD);
    Baseline known = Baseline.of(before.findings());
    assertThat(council.asOf(LAST_DAY_OF_GRACE).decide(subjects, BUILD.withBaseline(known)))
        .matches(Decision::isAllowed)
        .satisfies(d -> assertThat(d.findings()).isEmpty())
        .satisfies(d -> assertThat(d.known()).hasSameSizeAs(before.findings()));

    products.put(
        "marketing-d",
        TestSubjects.warehouse(
            "marketing/marketing-d",
            Map.of(),
            "{\"name\": \"wh_d\", \"owner\": \"bob\", \"size\": \"X-Large\", \"tags\": []}"));
    products.remove("orders-b");
    Decision after =
        council
            .asOf(LAST_DAY_OF_GRACE)
            .decide(List.copyOf(products.values()), BUILD.withBaseline(known));
    assertThat(after.isAllowed()).isFalse();
    assertThat(after.findings())
        .extracting(f -> f.subject().product().orElse("-"))
        .containsExactly("marketing-d");
    assertThat(after.notices())
        .filteredOn(n -> n.code().equals("baseline_stale"))
        .extracting(n -> n.message())
        .singleElement()
        .asString()
        .contains("owner/present");
  }

  @Test
  void whatAStricterSetWouldChangeIsTold() throws IOException {
    Impact impact =
        Impact.of(
            council.asOf(LAST_DAY_OF_GRACE),
            engine("finance").asOf(LAST_DAY_OF_GRACE),
            products(),
            BUILD);
    StringWriter text = new StringWriter();
    ImpactFormat.TEXT.write(impact, Masking.CREDENTIALS, text);
    Golden.check(MESH.resolve("expected-impact.txt"), text.toString());
    assertThat(impact.count(Impact.Kind.NEWLY_FAILING, Impact.Group.POLICY))
        .containsEntry("finance/stop", 1L)
        .containsEntry("new/rule", 10L); // a draft, shown as if it were enforced
    assertThat(impact.isWithin(12)).isFalse();
    assertThat(impact.isWithin(13)).isTrue();
  }
}
