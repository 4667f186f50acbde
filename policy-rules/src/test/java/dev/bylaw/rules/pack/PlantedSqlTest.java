package dev.bylaw.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.decision.Finding;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.rules.SubjectLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scripts, a pipeline and a notebook with faults. Each is marked at the end of its line, {@code
 * !sql/select-star <t.*>}: the rule that is meant for it, and the text that the finding points at.
 */
class PlantedSqlTest {
  private static final Path PLANTED =
      Path.of("src/test/resources/dev/bylaw/rules/pack/planted-sql");
  private static final Pattern MARK =
      Pattern.compile("!((?:sql|python)/[a-z-]+) <([^>]+(?:> 0\\))?)>");

  /** What a council has chosen. */
  private static final String PARAMETERS =
      """
        - policies: [sql/allowed-tags]
          parameters: {values: {classification: [public, internal, confidential]}}
        - policies: [sql/mask-approved]
          parameters: {schemas: [security.masks]}
        - policies: [sql/required-properties]
          parameters: {properties: {quality: gold}}
        - policies: [sql/domain-contracted]
          parameters: {domains: {hr: hr, orders: orders}, contracted: ["hr.gold.*"]}
        - policies: [sql/udf-approved]
          parameters: {schemas: [security.masks]}
        - policies: [sql/statement-in-folder]
          parameters: {folders: {"grants/*.sql": [GRANT, REVOKE]}}
      """;

  @TempDir Path folder;

  @Test
  void everyRuleFindsWhatIsMeantForItAndNothingElse() throws IOException {
    List<Finding> found =
        findings(set("", "  - policies: [\"sql/**\", \"python/**\", sql/statement-readable]"));
    assertThat(places(found)).containsExactlyInAnyOrderElementsOf(expected());
  }

  @Test
  void theStandardProfileFindsWhatItsRulesAreFor() throws IOException {
    PolicySet standard = set(", profile: standard", "");
    Set<String> rules = standard.policies().stream().map(p -> p.id()).collect(Collectors.toSet());
    List<String> wanted =
        expected().stream().filter(e -> rules.contains(e.substring(e.indexOf(' ') + 1))).toList();
    assertThat(wanted).hasSizeGreaterThan(50);
    List<Finding> found =
        findings(standard).stream()
            .filter(f -> !f.span().source().name().endsWith(".yaml"))
            .toList();
    assertThat(places(found)).containsExactlyInAnyOrderElementsOf(wanted);
  }

  private PolicySet set(String profile, String more) throws IOException {
    Files.writeString(
        folder.resolve("policies.yaml"),
        """
        name: acme
        version: 1.0.0
        imports: [{pack: bylaw/standard%s}]
        assign:
        %s
        %s"""
            .formatted(profile, more, PARAMETERS));
    return PolicySetLoader.of(folder).load();
  }

  private static List<Finding> findings(PolicySet set) {
    SubjectLoader.Loaded loaded = SubjectLoader.load(PLANTED, List.of("**"));
    return new PolicyEngine(set).decide(loaded.subjects(), EnforcementPoint.BUILD).findings();
  }

  private static List<String> places(List<Finding> findings) {
    return findings.stream().map(f -> f.span() + " " + f.policy().id()).toList();
  }

  /** The marks, each as a place and a rule. */
  private static List<String> expected() throws IOException {
    List<String> expected = new ArrayList<>();
    try (Stream<Path> files = Files.walk(PLANTED)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = PLANTED.relativize(file).toString().replace('\\', '/');
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          Matcher mark = MARK.matcher(lines.get(i));
          while (mark.find()) {
            int column = lines.get(i).indexOf(mark.group(2)) + 1;
            expected.add("%s:%d:%d %s".formatted(name, i + 1, column, mark.group(1)));
          }
        }
      }
    }
    return expected;
  }
}
