package dev.bylaw.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.policy.Check;
import dev.bylaw.rules.DescriptorReader;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterPolicyProblemsTest {
  private static List<String> findings(Check check, String json) {
    Subject subject =
        new DescriptorReader()
            .read(SourceFile.of("p.json", json.replace('\'', '"')))
            .orElseThrow()
            .subjects()
            .get(0);
    return check.check(subject).stream().map(v -> v.span() + " " + v.message()).toList();
  }

  @Test
  void malformedRulesAreFoundInTheTextOfTheDefinition() {
    assertThat(
            findings(
                new ClusterPolicyWellFormed(),
                "{'name': 'a', 'definition': '{\\'num_workers\\': {\\'type\\': \\'fixed\\'},"
                    + " \\'spark_version\\': {\\'type\\': \\'unlimited\\', \\'hidden\\':"
                    + " \\'true\\'}, \\'node_type_id\\': 3}'}"))
        .containsExactly(
            "p.json:1:48 num_workers: the fixed rule has no value",
            "p.json:1:128 spark_version: hidden is no truth value",
            "p.json:1:157 the rule of node_type_id is no object");
  }

  @Test
  void aPolicyHasADefinitionOrAFamily() {
    String rules = "{'num_workers': {'type': 'range', 'maxValue': 4}}";
    assertThat(
            findings(
                new ClusterPolicyWellFormed(),
                "{'policy_family_id': 'personal-vm', 'max_clusters_per_user': 0, 'definition': "
                    + rules
                    + "}"))
        .containsExactly(
            "p.json:1:65 a policy of a family has no definition of its own",
            "p.json:1:62 nobody could make a cluster");
    assertThat(
            findings(
                new ClusterPolicyWellFormed(),
                "{'definition': "
                    + rules
                    + ", 'policy_family_definition_overrides': "
                    + rules
                    + "}"))
        .containsExactly("p.json:1:67 the overrides belong to no family");
    assertThat(
            findings(new ClusterPolicyWellFormed(), "{'name': 'a', 'definition': " + rules + "}"))
        .isEmpty();
  }

  @Test
  void aValueThatIsNotKnownYetIsNotMissing() {
    assertThat(
            findings(
                new ClusterPolicyWellFormed(),
                "{'custom_tags.team': {'type': 'fixed', 'value': '${var.team}'},"
                    + " 'num_workers': {'type': 'range', 'maxValue': 4}}"))
        .isEmpty();
  }

  @Test
  void rulesThatContradictThemselvesAreFound() {
    String json = "{'num_workers': {'type': 'range', 'minValue': 5, 'maxValue': 4}}";
    assertThat(findings(new ClusterPolicyConsistent(), json))
        .containsExactly(
            "p.json:1:47 num_workers: minValue 5 is above maxValue 4, so no value fits");
    assertThat(findings(new ClusterPolicyWellFormed(), json)).isEmpty();
  }

  @Test
  void sourcesOfInitScriptsThatRemainOpenAreFound() {
    assertThat(
            findings(
                new ClusterPolicyVariantsCovered(),
                "{'init_scripts.*.dbfs.destination': {'type': 'forbidden'}}"))
        .containsExactly(
            "p.json:1:2 init_scripts.*.dbfs.destination is limited, but init scripts may still come"
                + " from abfss, file, gcs, s3, volumes, workspace");
  }
}
