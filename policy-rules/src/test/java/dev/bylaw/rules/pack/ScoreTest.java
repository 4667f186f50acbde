package dev.bylaw.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.decision.Score;
import dev.bylaw.decision.Score.Item;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.rules.SubjectLoader;
import dev.bylaw.source.Severity;
import dev.bylaw.subject.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTest {
  private static final Path PRODUCT =
      Path.of("src/test/resources/dev/bylaw/rules/pack/planted/bitol");

  @TempDir private Path folder;

  private static Item item(String characteristic, Severity severity, boolean kept) {
    return new Item("trips", "a/b", characteristic, severity, kept);
  }

  @Test
  void pointsAreTheMeanOfTheCharacteristics() {
    Score score =
        new Score(
            "trips",
            List.of(
                item("cost", Severity.ERROR, true),
                item("cost", Severity.INFO, false),
                item("secure", Severity.WARNING, false),
                item("secure", Severity.WARNING, true)));
    assertThat(score.byCharacteristic()).isEqualTo(Map.of("cost", 75.0, "secure", 50.0));
    assertThat(score.points()).isEqualTo(62.5);
  }

  @Test
  void thereIsNoneWithoutWhatItIsComputedFrom() {
    assertThatThrownBy(() -> new Score("trips", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aProductAndItsDomain() {
    PolicyEngine engine =
        new PolicyEngine(Packs.imported(folder, "{pack: bylaw/standard, profile: standard}"));
    List<Subject> subjects = SubjectLoader.load(PRODUCT, List.of("**")).subjects();
    List<Score> products = Score.ofProducts(engine, subjects, EnforcementPoint.BUILD);
    assertThat(products).extracting(Score::name).containsExactly("taxi-trips");
    Score score = products.get(0);
    assertThat(score.points()).isStrictlyBetween(0.0, 100.0);
    assertThat(score.computedFrom())
        .contains(
            new Item("taxi-trips", "descriptor/id-form", "addressable", Severity.ERROR, false),
            new Item(
                "taxi-trips",
                "descriptor/output-port-present",
                "natively accessible",
                Severity.ERROR,
                true));
    assertThat(Score.ofDomains(engine, subjects, EnforcementPoint.BUILD))
        .containsExactly(new Score("mobility", score.computedFrom()));
  }
}
