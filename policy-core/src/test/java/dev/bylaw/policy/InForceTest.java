package dev.bylaw.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class InForceTest {
  private static final LocalDate IN_GRACE = LocalDate.of(2026, 6, 30);
  private static final LocalDate AFTER = LocalDate.of(2026, 7, 1);

  private final PolicySet set =
      PolicySetLoader.load(
          Path.of("src/test/resources/dev/bylaw/policy/sets/federation"), List.of());

  private static Subject subject(String domain, String product, String tier) {
    return new Subject(
        SubjectKind.WAREHOUSE,
        "w",
        "w.json",
        Optional.of(product).filter(p -> !p.isEmpty()),
        Optional.of(domain).filter(d -> !d.isEmpty()),
        Optional.empty(),
        tier.isEmpty() ? Map.of() : Map.of("tier", tier),
        new Located.Object(Map.of(), SourceFile.of("w.json", "").span()));
  }

  private AssignedPolicy size(Subject subject, LocalDate day) {
    return set.inForce(subject, day).stream()
        .filter(a -> a.policy().id().equals("cost/size"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void graceEndsByItself() {
    AssignedPolicy before = size(subject("orders", "", ""), IN_GRACE);
    assertThat(before.stage()).isEqualTo(LifeCycle.GRACE);
    assertThat(before.action(EnforcementPoint.BUILD)).isEqualTo(Action.WARN);
    AssignedPolicy after = size(subject("orders", "", ""), AFTER);
    assertThat(after.stage()).isEqualTo(LifeCycle.ENFORCED);
    assertThat(after.rollout()).isEqualTo(Rollout.graceUntil(IN_GRACE));
    assertThat(after.action(EnforcementPoint.BUILD)).isEqualTo(Action.DENY);
    assertThat(after.action(EnforcementPoint.AUDIT)).isEqualTo(Action.WARN);
    assertThat(size(subject("orders", "", ""), IN_GRACE).stage()).isEqualTo(LifeCycle.GRACE);
  }

  @Test
  void aDomainTightensForItselfAlone() {
    AssignedPolicy orders = size(subject("orders", "o", ""), IN_GRACE);
    AssignedPolicy marketing = size(subject("marketing", "m", ""), IN_GRACE);
    assertThat(RegoJson.write(orders.parameters())).isEqualTo("{\"idle\":30,\"max\":\"Medium\"}");
    assertThat(RegoJson.write(marketing.parameters())).isEqualTo("{\"idle\":30,\"max\":\"Small\"}");
    assertThat(marketing.stage()).isEqualTo(LifeCycle.ENFORCED);
    assertThat(marketing.action(EnforcementPoint.AUDIT)).isEqualTo(Action.DENY);
    assertThat(marketing.override()).hasToString("overridable by cfo");
    assertThat(marketing.scope()).isEqualTo(Scope.ORGANISATION);
    assertThat(marketing.program().evaluate(Optional.empty(), List.of("parameters", "cost")))
        .hasValueSatisfying(
            v -> assertThat(v).hasToString("{\"size\": {\"idle\": 30, \"max\": \"Small\"}}"));
  }

  @Test
  void selectorsAndRingsChoose() {
    assertThat(ids(subject("orders", "o", ""))).containsExactly("cost/size");
    assertThat(ids(subject("orders", "o", "silver"))).containsExactly("cost/size", "quality/tags");
    assertThat(ids(subject("marketing", "crm", ""))).containsExactly("cost/size", "quality/tags");
    assertThat(set.inForce(subject("marketing", "crm", ""), AFTER).get(1).stage())
        .isEqualTo(LifeCycle.ENFORCED);
    assertThat(set.inForce(subject("marketing", "crm", ""), AFTER).get(1).scope())
        .isEqualTo(Scope.product("marketing", "crm"));
  }

  private List<String> ids(Subject subject) {
    return set.inForce(subject, AFTER).stream().map(a -> a.policy().id()).toList();
  }

  @Test
  void programsAreSharedWhereParametersAreTheSame() {
    AssignedPolicy a = size(subject("orders", "a", ""), IN_GRACE);
    AssignedPolicy b = size(subject("orders", "b", "gold"), AFTER);
    assertThat(a.program()).isSameAs(b.program());
    assertThat(a.program()).isNotSameAs(size(subject("marketing", "m", ""), AFTER).program());
  }

  @Test
  void aProductMustBeInAKnownDomain() {
    assertThat(set.problem(subject("orders", "o", ""))).isEmpty();
    assertThat(set.problem(subject("", "", ""))).isEmpty();
    assertThat(set.problem(subject("", "o", "")))
        .hasValueSatisfying(d -> assertThat(d.message()).contains("found no domain"));
    assertThat(set.problem(subject("sales", "", "")))
        .hasValueSatisfying(d -> assertThat(d.message()).contains("found the domain sales"));
  }

  @Test
  void aGrowingRingKeepsItsProducts() {
    List<String> before = List.of();
    for (int percent = 0; percent <= 100; percent += 10) {
      Ring ring = new Ring(Set.of(), percent);
      List<String> now =
          IntStream.range(0, 1000)
              .mapToObj(i -> "product-" + i)
              .filter(p -> ring.contains(Optional.of(p)))
              .toList();
      assertThat(now).containsAll(before);
      assertThat(now.size()).isCloseTo(percent * 10, Offset.offset(50));
      before = now;
    }
  }
}
