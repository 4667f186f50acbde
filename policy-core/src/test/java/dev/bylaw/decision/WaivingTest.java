package dev.bylaw.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.decision.Decision.Grounds;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectDocument;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WaivingTest {
  private static final String POLICY =
      """
      # METADATA
      # custom: {kind: infra, subject: warehouse}
      package acme.%s

      deny contains msg if {
      	some t in input.warehouse.tags
      	msg := sprintf("tag %%s", [t])
      }
      """;
  private static final Map<String, String> SET =
      Map.of(
          "a.rego", POLICY.formatted("a"),
          "b.rego", POLICY.formatted("b"),
          "hard.rego", POLICY.formatted("hard"),
          "named.rego", POLICY.formatted("named"),
          "policies.yaml",
              """
              name: acme
              version: 1
              root: acme
              domains: [sales, finance]
              assign:
                - policies: [a, named, hard]
                - policies: [b]
                  scope: sales
                - policies: [hard]
                  override: hard
                - policies: [named]
                  override: {overridable: [council]}
              waivers:
                approvers: {council: organisation, cfo: organisation, lead: sales, clerk: finance}
              """);
  private static final String WAIVER =
      """
      policy: %s
      subject: %s
      findings: %s
      reason: because
      approver: %s
      ticket: GOV-1
      expires: %s
      """;

  private static PolicyEngine engine(String... waivers) {
    Map<String, String> files = new HashMap<>(SET);
    for (int i = 0; i < waivers.length; i++) {
      files.put("waivers/w" + i + ".yaml", waivers[i]);
    }
    return new PolicyEngine(Mini.set(files), Mini.CLOCK);
  }

  private static Subject subject(String path, String product, String... tags) {
    String list = List.of(tags).stream().map(t -> '"' + t + '"').collect(Collectors.joining(","));
    return SubjectDocument.within(
        Mini.warehouse(path, "{\"tags\": [" + list + "]}"),
        Optional.of(product),
        Optional.of("sales"));
  }

  private static Decision decide(PolicyEngine engine, Subject... subjects) {
    return engine.decide(List.of(subjects), EnforcementPoint.BUILD);
  }

  private static List<String> notices(Decision d) {
    return d.notices().stream().map(Diagnostic::code).toList();
  }

  private static Set<String> open(Decision d) {
    return d.findings().stream().map(f -> f.policy().id()).collect(Collectors.toSet());
  }

  private static Set<String> waived(Decision d) {
    return d.waived().stream().map(w -> w.finding().policy().id()).collect(Collectors.toSet());
  }

  @Test
  void aWaivedFindingIsEvaluatedAndCountedButDoesNotDeny() {
    String waiver = WAIVER.formatted("a", "{product: orders}", "all", "council", "2027-03-31");
    Decision d = decide(engine(waiver), subject("w.json", "orders", "x"));
    assertThat(open(d)).containsExactlyInAnyOrder("b", "hard", "named");
    assertThat(d.waived())
        .singleElement()
        .satisfies(
            w -> {
              assertThat(w.finding().message()).isEqualTo("tag x");
              assertThat(w.grounds())
                  .isInstanceOfSatisfying(
                      Grounds.ByWaiver.class,
                      g -> assertThat(g.waiver().ticket()).isEqualTo("GOV-1"));
            });
    assertThat(d.passed()).doesNotContain("a");
    assertThat(d.notices()).isEmpty();
    assertThat(Mini.json(d)).contains("\"approver\" : \"council\"");
    assertThat(Mini.console(d)).contains("waived: tag x [a]").contains("1 waived");
  }

  @Test
  void eachStateOfAWaiverIsToldOnItsDay() {
    String waiver = WAIVER.formatted("a", "{product: orders}", "all", "council", "2026-12-31");
    PolicyEngine engine = engine(waiver + "granted: 2026-11-10\n");
    Subject s = subject("w.json", "orders", "x");
    record Expected(String day, boolean holds, List<String> codes) {}
    for (Expected e :
        List.of(
            new Expected("2026-11-09", false, List.of()),
            new Expected("2026-11-10", true, List.of()),
            new Expected("2026-11-30", true, List.of()),
            new Expected("2026-12-01", true, List.of("waiver_expiring")),
            new Expected("2026-12-31", true, List.of("waiver_expiring")),
            new Expected("2027-01-01", false, List.of("waiver_expired")))) {
      Decision d = decide(engine.asOf(LocalDate.parse(e.day())), s);
      assertThat(waived(d).contains("a")).as(e.day()).isEqualTo(e.holds());
      assertThat(open(d).contains("a")).as(e.day()).isNotEqualTo(e.holds());
      assertThat(notices(d)).as(e.day()).isEqualTo(e.codes());
    }
  }

  @Test
  void whatIsNotNeededIsTold() {
    String other =
        WAIVER.formatted(
            "a", "{path: other.json, product: orders}", "all", "council", "2027-03-31");
    String complies = WAIVER.formatted("a", "{product: orders}", "all", "council", "2027-03-31");
    String elsewhere = WAIVER.formatted("a", "{product: bills}", "all", "council", "2027-03-31");
    PolicyEngine engine = engine(other, complies, elsewhere);
    Decision build = decide(engine, subject("w.json", "orders"));
    assertThat(notices(build)).containsExactlyInAnyOrder("waiver_unused", "waiver_complies");
    Decision audit = engine.decide(List.of(subject("w.json", "orders")), EnforcementPoint.AUDIT);
    assertThat(notices(audit))
        .as("an audit sees the whole mesh")
        .containsExactlyInAnyOrder("waiver_unused", "waiver_unused", "waiver_complies");
  }

  @Test
  void aBroadWaiverHoldsAndIsTold() {
    String waiver =
        WAIVER.formatted("a", "{domain: sales, path: '**'}", "all", "council", "2027-03-31");
    Decision d = decide(engine(waiver), subject("w.json", "orders", "x"));
    assertThat(waived(d)).containsExactly("a");
    assertThat(notices(d)).containsExactly("waiver_broad");
  }

  @Test
  void whoIsNotResponsibleCannotWaive() {
    String lead = WAIVER.formatted("b", "{product: orders}", "all", "lead", "2027-03-31");
    String hard = WAIVER.formatted("hard", "{product: orders}", "all", "council", "2027-03-31");
    String named = WAIVER.formatted("named", "{product: orders}", "all", "cfo", "2027-03-31");
    Decision d = decide(engine(lead, hard, named), subject("w.json", "orders", "x"));
    assertThat(waived(d)).containsExactly("b");
    assertThat(notices(d)).containsExactly("waiver_refused", "waiver_refused");
    assertThat(d.notices())
        .extracting(Diagnostic::message)
        .containsExactly(
            "the waiver of hard (GOV-1) does not hold: the policy is assigned as hard, which no waiver lifts",
            "the waiver of named (GOV-1) does not hold: the policy is overridable by council, not by cfo");
    String council = WAIVER.formatted("named", "{product: orders}", "all", "council", "2027-03-31");
    assertThat(waived(decide(engine(council), subject("w.json", "orders", "x"))))
        .containsExactly("named");
  }

  @Test
  void aFingerprintIsOneFinding() {
    Subject s = subject("w.json", "orders", "x", "y");
    String fingerprint =
        decide(engine(), s).findings().stream()
            .filter(f -> f.policy().id().equals("a") && f.message().equals("tag y"))
            .findFirst()
            .orElseThrow()
            .fingerprint();
    String waiver =
        WAIVER.formatted(
            "a", "{product: orders}", "['" + fingerprint + "']", "council", "2027-03-31");
    Decision d = decide(engine(waiver), s);
    assertThat(d.waived())
        .singleElement()
        .satisfies(w -> assertThat(w.finding().message()).isEqualTo("tag y"));
    assertThat(d.findings()).filteredOn(f -> f.policy().id().equals("a")).hasSize(1);
  }

  @Property(tries = 200)
  void aWaiverTurnsOnlyFindingsOfItsPolicyAndSubjects(
      @ForAll("policies") String policy,
      @ForAll("selectors") String selector,
      @ForAll("subjects") List<Subject> subjects) {
    Decision without = engine().decide(subjects, EnforcementPoint.BUILD);
    PolicyEngine engine =
        engine(WAIVER.formatted(policy, selector, "all", "council", "2027-03-31"));
    Decision with = engine.decide(subjects, EnforcementPoint.BUILD);
    List<Finding> turned = with.waived().stream().map(Decision.Waived::finding).toList();
    assertThat(turned)
        .allMatch(f -> f.policy().id().equals(policy))
        .allMatch(f -> engine.policySet().waivers().get(0).subject().matches(f.subject()));
    assertThat(
            Stream.concat(with.findings().stream(), turned.stream())
                .sorted(Finding.BY_PLACE)
                .map(Finding::fingerprint))
        .isEqualTo(without.findings().stream().map(Finding::fingerprint).toList());
    assertThat(with.passed()).isEqualTo(without.passed());
    assertThat(with.errors()).isEqualTo(without.errors());
  }

  @Provide
  Arbitrary<String> policies() {
    return Arbitraries.of("a", "b", "hard", "named");
  }

  @Provide
  Arbitrary<String> selectors() {
    return Arbitraries.of(
        "{product: orders}",
        "{product: bills}",
        "{path: 'v*'}",
        "{domain: sales}",
        "{kind: warehouse, product: orders, path: w.json}",
        "{name: nothing}");
  }

  @Provide
  Arbitrary<List<Subject>> subjects() {
    return Arbitraries.of(
            subject("w.json", "orders", "x"),
            subject("v.json", "orders", "x", "y"),
            subject("u.json", "bills", "z"),
            subject("t.json", "bills"))
        .set()
        .ofMinSize(1)
        .map(List::copyOf);
  }
}
