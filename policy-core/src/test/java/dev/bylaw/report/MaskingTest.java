package dev.bylaw.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Evidence;
import dev.bylaw.decision.Impact;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.decision.Question;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Subject;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MaskingTest {
  private static final String HEX = "0123456789abcdef".repeat(2);
  private static final String WORDS = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0".repeat(3);

  /** Made up here, so that nothing in the sources looks like a credential to a scanner. */
  static final Map<String, String> LOOK_ALIKES =
      Map.ofEntries(
          Map.entry("databricks token", "da" + "pi" + HEX + "-3"),
          Map.entry("databricks secret", "do" + "se" + HEX),
          Map.entry("aws", "AK" + "IA" + "ABCDEFGH12345678"),
          Map.entry("azure client", "abc8" + "Q~" + WORDS.substring(0, 34)),
          Map.entry("azure account", WORDS.substring(0, 86) + "=="),
          Map.entry("google", "AI" + "za" + WORDS.substring(0, 35)),
          Map.entry("github", "gh" + "p_" + WORDS.substring(0, 36)),
          Map.entry("gitlab", "gl" + "pat-" + WORDS.substring(0, 20)),
          Map.entry("slack", "xo" + "xb-" + "123456789012-abcdef"),
          Map.entry("jwt", "ey" + "J" + WORDS.substring(0, 20) + ".eyJ" + HEX + "." + WORDS));

  static Stream<String> lookAlikes() {
    return LOOK_ALIKES.values().stream();
  }

  @ParameterizedTest
  @MethodSource("lookAlikes")
  void hidesWhatLooksLikeACredential(String secret) {
    String text = Masking.CREDENTIALS.text("found " + secret + ", expected none");
    assertThat(text).isEqualTo("found ***, expected none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "url = jdbc:databricks://host:443;AuthMech=3;UID=token;PWD=geheim1 | PWD=***",
        "https://user:geheim1@host/path?x=1 | https://user:***@host/path?x=1",
        "jdbc:oracle:thin:scott/geheim1@db:1521 | thin:scott/***@db",
        "jdbc:postgresql://db/x?user=u&password=geheim1&ssl=true | password=***&ssl=true",
        "Authorization: Bearer geheim1.geheim1.geheim1 | Bearer ***",
        "\"db_password\": \"geheim1 with blanks\" | \"db_password\": \"***\"",
        "client-secret: geheim1 | client-secret: ***",
        "fs.azure.account.key = Zx81kkQp09vvLmWe77ab+/geheim1 | key = ***",
      })
  void hidesWhatANameTells(String text, String shown) {
    assertThat(Masking.CREDENTIALS.text(text)).contains(shown).doesNotContain("geheim1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "password: {{secrets/scope/key}}",
        "password = ${DB_PASSWORD}",
        "token: orders-api-token",
        "primary_key: order_id",
        "the table orders.gold.orders_v2 has no comment",
        "https://wiki.example.com/a:b@c",
        "secret_scope: orders",
        "at sql/gold.sql:3:14",
        "password: null",
      })
  void leavesTheRest(String text) {
    assertThat(Masking.CREDENTIALS.text(text)).isEqualTo(text);
  }

  @Test
  void hidesAPrivateKeyOfWhichOneLineIsShown() {
    String begin = "-----BEGIN RSA " + "PRIVATE KEY-----";
    SourceFile file =
        SourceFile.of(
            "f", "key: |\n  " + begin + "\n  MIIabc\n  -----END RSA PRIVATE KEY-----\nb: c\n");
    int at = file.text().indexOf("MIIabc");
    Frame frame = new Frames(Masking.CREDENTIALS).frame(file.span(at, at + 6), 2);
    assertThat(frame.lines()).containsExactly("key: |", "  ***", "***", "***", "b: c");
    assertThat(frame.text()).isEqualTo("  3 | ***\n    | ^^^\n");
  }

  @Test
  void caretsFollowTheMask() {
    SourceFile file = SourceFile.of("f", "password: geheim1, size: large");
    Frame frame = new Frames(Masking.CREDENTIALS).frame(file.span(25, 30), 0);
    assertThat(frame.text())
        .isEqualTo("  1 | password: ***, size: large\n    |                      ^^^^^\n");
  }

  @Test
  void masksDiagnosticsOfInputs() {
    SourceFile file = SourceFile.of("f", "password: geheim1");
    Diagnostic d = Diagnostic.error("e", file.span(10, 17), "found geheim1, password: geheim1");
    assertThat(Masking.of(List.of(), List.of()).render(d))
        .contains("f:1:11: error: found geheim1, password: *** [e]", "1 | password: ***");
  }

  /** A policy that repeats all it sees, over inputs with secrets of every sort. */
  private static Subject plant(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("p.rego"),
        """
        # METADATA
        # title: Repeats
        # description: "%1$s"
        # related_resources: ["https://u:geheim3@example.com"]
        # custom: {kind: infra, subject: cluster, remediation: "use %1$s"}
        package p

        deny contains finding if {
        	walk(input.cluster, [path, value])
        	not is_object(value)
        	finding := {
        		"msg": sprintf("%%v is %%v in %%v", [path, value, input.cluster]),
        		"at": value, "wanted": {"x": [value]}, "details": input.cluster, "found": value,
        	}
        }
        """
            .formatted(LOOK_ALIKES.get("databricks token")));
    StringBuilder yaml =
        new StringBuilder("env: {SHORT: 7q, LONG: \"two words \\u0026 \\\"geheim2\\\"\"}\n");
    yaml.append("conf:\n  - {name: db.password, value: geheim4}\n  - password: geheim5\n");
    yaml.append("folded_password: >\n  geheim6\n  and more\nnumber: 424242\nlist:\n");
    LOOK_ALIKES.values().forEach(v -> yaml.append("  - ").append(v).append('\n'));
    Files.writeString(
        folder.resolve("policies.yaml"),
        "name: s\nversion: 1\nsensitive: [/cluster/env, /*/number]\n");
    return Mesh.subject(SourceFile.of("d/p/cluster.c.yaml", yaml.toString()));
  }

  private static void isClean(String text) {
    assertThat(text.replace("\\", "")).contains("***");
    LOOK_ALIKES.forEach((name, secret) -> assertThat(text).as(name).doesNotContain(secret));
    assertThat(text).doesNotContain("geheim", "7q", "424242", "two words", "and more");
  }

  @ParameterizedTest
  @EnumSource
  void aPlantedSecretIsInNoFormat(ReportFormat format, @TempDir Path folder) throws IOException {
    Subject subject = plant(folder);
    PolicySet set = PolicySetLoader.load(folder, List.of());
    Report report = Mesh.report(set, List.of(subject));
    assertThat(report.decision().findings()).hasSizeGreaterThan(15);
    isClean(Mesh.write(format, report));
  }

  @Test
  void nobodyCanMeasureASecret(@TempDir Path folder) throws IOException {
    Subject subject = plant(folder);
    Report report = Mesh.report(PolicySetLoader.load(folder, List.of()), List.of(subject));
    Map<Boolean, Set<Integer>> widths = new HashMap<>();
    for (JsonNode f :
        new ObjectMapper().readTree(Mesh.write(ReportFormat.JSON, report)).get("findings")) {
      JsonNode at = f.get("location");
      boolean secret = f.path("found").asText().equals("***");
      widths
          .computeIfAbsent(secret, s -> new TreeSet<>())
          .add(at.get("endColumn").asInt() - at.get("column").asInt());
    }
    assertThat(widths.get(true)).containsExactly(0);
    assertThat(widths.get(false)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void norInAnImpact(ImpactFormat format, @TempDir Path folder) throws IOException {
    Subject subject = plant(folder);
    PolicySet next = PolicySetLoader.load(folder, List.of());
    PolicySet none = PolicySetLoader.load(Mesh.folder().resolve("next"), List.of());
    Question question = Question.at(EnforcementPoint.BUILD);
    Impact impact = Impact.of(Mesh.engine(none), Mesh.engine(next), List.of(subject), question);
    assertThat(impact.changes()).isNotEmpty();
    StringWriter out = new StringWriter();
    format.write(impact, Masking.of(next.sensitive(), List.of(subject)), out);
    isClean(out.toString());
    Report report = Mesh.report(next, List.of(subject));
    Background background = report.background().withImpact(impact);
    isClean(
        Mesh.write(ReportFormat.HTML, new Report(report.decision(), report.notes(), background)));
  }

  @Test
  void norInAnExplanation(@TempDir Path folder) throws IOException {
    Subject subject = plant(folder);
    PolicySet set = PolicySetLoader.load(folder, List.of());
    Masking masking = Masking.of(set.sensitive(), List.of(subject));
    PolicyEngine engine = Mesh.engine(set);
    isClean(ExplanationText.of(engine.explain(subject, "p").orElseThrow(), masking));
  }

  @Test
  void evidenceHasNoValues(@TempDir Path folder) throws IOException {
    Subject subject = plant(folder);
    Decision decision =
        Mesh.report(PolicySetLoader.load(folder, List.of()), List.of(subject)).decision();
    Instant now = Instant.parse("2026-12-01T06:00:00Z");
    String text = Evidence.of(decision, now, now.plusSeconds(60)).toString();
    assertThat(text).contains("cluster.c.yaml").doesNotContain("geheim", "424242");
    LOOK_ALIKES.forEach((name, secret) -> assertThat(text).as(name).doesNotContain(secret));
  }

  @ParameterizedTest
  @CsvSource({
    "/cluster/env, /cluster/env/A, true",
    "/*/env, /cluster/env, true",
    "/**/env, /cluster/a/0/env/b, true",
    "/**/a/**/b, /a/b, true",
    "/**/a/**/b, /b/a, false",
    "/cluster/*/b, /cluster/b, false",
    "/cluster/a~1b, /cluster/a~1b, true",
    "/cluster/en, /cluster/env, false",
  })
  void patternsOfPointers(String pattern, String pointer, boolean sensitive) {
    Masking masking = Masking.of(List.of(pattern), List.of());
    assertThat(masking.secrets().isSensitive(pointer)).isEqualTo(sensitive);
  }
}
