package dev.bylaw.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.Golden;
import dev.bylaw.decision.Impact.Group;
import dev.bylaw.decision.Impact.Kind;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.report.ImpactFormat;
import dev.bylaw.report.Masking;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImpactTest {
  private static final String SIZE =
      """
      # METADATA
      # title: Size
      # custom: {kind: infra, subject: warehouse, owner: platform}
      package acme.size

      limits := {"S": 1, "M": 2, "L": 3}

      deny contains sprintf("size %%s", [input.warehouse.size]) if limits[input.warehouse.size] > %d
      """;
  private static final String TAGS =
      """
      # METADATA
      # custom: {kind: infra, subject: warehouse, owner: finops}
      package acme.tags

      deny contains "no |tag| <b>@team</b>" if not input.warehouse.tag
      """;
  private static final String MANIFEST =
      """
      name: acme
      version: %s
      root: acme
      domains: [sales, finance]
      assign:
        - policies: [size]
        - policies: [tags]
          state: %s
      waivers: {approvers: {council: organisation}}
      """;
  private static final PolicyEngine BEFORE =
      engine(
          Map.of(
              "size.rego", SIZE.formatted(2),
              "tags.rego", TAGS,
              "policies.yaml", MANIFEST.formatted("1", "enforced")));
  private static final PolicyEngine AFTER =
      engine(
          Map.of(
              "size.rego", SIZE.formatted(1),
              "policies.yaml", MANIFEST.formatted("2", "draft"),
              "tags.rego", TAGS.replace("not input.warehouse.tag", "input.warehouse.tag == \"x\""),
              "waivers/w.yaml",
                  """
                  policy: size
                  subject: {product: ledger}
                  findings: all
                  reason: until the move
                  approver: council
                  ticket: GOV-7
                  expires: 2027-12-31
                  """));
  private static final List<Subject> SUBJECTS =
      List.of(
          warehouse("sales", "orders", "{\"size\": \"S\", \"tag\": \"t\"}"),
          warehouse("sales", "returns", "{\"size\": \"M\", \"tag\": \"x\"}"),
          warehouse("finance", "ledger", "{\"size\": \"L\",\n\"tag\": \"t\"}"),
          warehouse("finance", "bills", "{\"size\": \"L\"}"),
          product("sales", "returns", "{\"owner\": \"dana\"}"));

  private static PolicyEngine engine(Map<String, String> files) {
    return new PolicyEngine(Mini.set(files), Mini.CLOCK);
  }

  private static Subject warehouse(String domain, String product, String json) {
    return SubjectDocument.within(
        Mini.warehouse(product + "/warehouse.json", json),
        Optional.of(product),
        Optional.of(domain));
  }

  private static Subject product(String domain, String name, String json) {
    SourceFile file = SourceFile.of(name + "/product.json", json);
    Located body = DocumentReader.read(file).documents().get(0);
    return SubjectDocument.within(
        SubjectDocument.of(SubjectKind.PRODUCT, name, file, body, body, List.of()),
        Optional.of(name),
        Optional.of(domain));
  }

  private static Impact impact() {
    return Impact.of(BEFORE, AFTER, SUBJECTS, Question.at(EnforcementPoint.PROVISION));
  }

  @Test
  void everyPairOfPolicyAndSubjectIsCountedOnce() {
    Impact impact = impact();
    assertThat(impact.changes())
        .extracting(c -> c.kind() + " " + c.policy().id() + " " + c.subject().product().orElse(""))
        .containsExactly(
            "NEWLY_FAILING size returns",
            "NEWLY_FAILING tags returns",
            "NEWLY_WAIVED size ledger",
            "NEWLY_PASSING tags bills",
            "UNCHANGED size bills");
    assertThat(impact.count(Kind.UNCHANGED)).isEqualTo(4);
    assertThat(impact.errors()).isEmpty();
    assertThat(impact.count(Kind.NEWLY_FAILING, Group.DOMAIN)).isEqualTo(Map.of("sales", 2L));
    assertThat(impact.count(Kind.NEWLY_FAILING, Group.OWNER)).isEqualTo(Map.of("dana", 2L));
    assertThat(impact.count(Kind.NEWLY_WAIVED, Group.PRODUCT)).isEqualTo(Map.of("ledger", 1L));
  }

  @Test
  void aLimitIsAGate() {
    assertThat(impact().isWithin(1)).isFalse();
    assertThat(impact().isWithin(2)).isTrue();
    Impact same = Impact.of(AFTER, AFTER, SUBJECTS, Question.at(EnforcementPoint.PROVISION));
    assertThat(same.count(Kind.NEWLY_FAILING)).as("the draft alone").isEqualTo(1);
  }

  @Test
  void errorsOfTheNewSetCloseTheGate() {
    PolicyEngine broken =
        Mini.engine(
            """
            package p

            deny contains "x" if clash

            clash := 1 if input.warehouse.size
            clash := 2 if input.warehouse.size
            """);
    Impact impact = Impact.of(BEFORE, broken, SUBJECTS, Question.at(EnforcementPoint.BUILD));
    assertThat(impact.errors()).isNotEmpty();
    assertThat(impact.isWithin(1_000)).isFalse();
  }

  @Test
  void isWrittenForTerminalsPullRequestsAndMachines() throws IOException {
    for (ImpactFormat format : ImpactFormat.values()) {
      StringWriter out = new StringWriter();
      format.write(impact(), Masking.CREDENTIALS, out);
      String ending =
          Map.of("text", "txt", "markdown", "md", "json", "json")
              .get(format.name().toLowerCase(Locale.ROOT));
      Golden.check(
          Path.of("src/test/resources/dev/bylaw/decision/impact/impact." + ending), out.toString());
    }
  }
}
