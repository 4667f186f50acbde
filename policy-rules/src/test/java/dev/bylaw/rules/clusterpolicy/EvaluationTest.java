package dev.bylaw.rules.clusterpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static List<String> judged(
      String definition, String cluster, Circumstances circumstances) {
    return Evaluation.of(
            Definition.read(Json.read(definition), Set.of()), Json.read(cluster), circumstances)
        .stream()
        .map(v -> v.outcome() + " " + v.reason())
        .toList();
  }

  @Test
  void everyVerdictSaysWhy() {
    assertThat(
            judged(
                """
                {'cluster_type': {'type': 'fixed', 'value': 'job'},
                 'dbus_per_hour': {'type': 'range', 'maxValue': 9},
                 'num_workers': {'type': 'range', 'minValue': 1, 'maxValue': 4},
                 'node_type_id': {'type': 'allowlist', 'values': ['m5', 'c5']},
                 'driver_node_type_id': {'type': 'forbidden'},
                 'custom_tags.team': {'type': 'unlimited'},
                 'spark_conf.spark.speculation': {'type': 'fixed', 'value': 'true'}}
                """,
                """
                {'num_workers': 5, 'node_type_id': 'p3', 'driver_node_type_id': 'm5',
                 'spark_conf': {'spark.speculation': 'false'}}
                """,
                Circumstances.USUAL.with("all-purpose", Set.of("/custom_tags"))))
        .containsExactly(
            "FAIL cluster_type: the value must be job (is all-purpose)",
            "NOT_EVALUATED dbus_per_hour: dbus_per_hour is not known",
            "FAIL num_workers: the value must be at most 4 (is 5)",
            "FAIL node_type_id: the value must be one of m5, c5 (is p3)",
            "FAIL driver_node_type_id: the attribute must not be set",
            "NOT_EVALUATED custom_tags.team: the attribute has no value yet",
            "FAIL spark_conf.spark.speculation: the value must be true (is false)");
  }

  @Test
  void anElementWithARuleOfItsOwnIsJudgedByThatAlone() {
    String definition =
        """
        {'init_scripts.0.volumes.destination': {'type': 'fixed', 'value': '/Volumes/a'},
         'init_scripts.*.volumes.destination': {'type': 'forbidden'},
         'init_scripts.*.dbfs.destination': {'type': 'forbidden'}}
        """;
    assertThat(
            judged(
                definition,
                """
                {'init_scripts': [{'volumes': {'destination': '/Volumes/a'}},
                                  {'volumes': {'destination': '/Volumes/b'}},
                                  {'dbfs': {'destination': 'dbfs:/c'}}]}
                """,
                Circumstances.USUAL))
        .containsExactly(
            "PASS init_scripts.0.volumes.destination: the value is allowed",
            "FAIL init_scripts.1.volumes.destination: the attribute must not be set",
            "FAIL init_scripts.2.dbfs.destination: the attribute must not be set");
    assertThat(judged(definition, "{'num_workers': 1}", Circumstances.USUAL))
        .containsExactly("PASS init_scripts.0.volumes.destination: the fixed value is filled in");
  }

  @Test
  void aListThatIsNotKnownIsNotJudged() {
    assertThat(
            judged(
                "{'ssh_public_keys.*': {'type': 'forbidden'}}",
                "{'num_workers': 1}",
                Circumstances.USUAL.with("job", Set.of("/ssh_public_keys"))))
        .containsExactly("NOT_EVALUATED ssh_public_keys.*: the list has no value yet");
  }

  @Test
  void aRuleWithoutAValueYetIsNotJudged() {
    Definition definition =
        Definition.read(
            Json.read("{'custom_tags.team': {'type': 'fixed'}}"), Set.of("custom_tags.team"));
    assertThat(definition.problems()).isEmpty();
    assertThat(Evaluation.of(definition, Json.read("{'num_workers': 1}"), Circumstances.USUAL))
        .extracting(v -> v.outcome() + " " + v.reason())
        .containsExactly("NOT_EVALUATED custom_tags.team: the rule has no value yet");
  }

  @Test
  void keysOfMapsKeepTheirDotsAndDigits() {
    assertThat(
            judged(
                "{'spark_conf.1': {'type': 'fixed', 'value': 2}}",
                "{'spark_conf': {'1': '2'}}",
                Circumstances.USUAL))
        .containsExactly("PASS spark_conf.1: the value is allowed");
  }
}
