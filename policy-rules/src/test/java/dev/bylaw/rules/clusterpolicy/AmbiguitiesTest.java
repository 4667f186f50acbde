package dev.bylaw.rules.clusterpolicy;

import static dev.bylaw.rules.clusterpolicy.Verdict.Outcome.FAIL;
import static dev.bylaw.rules.clusterpolicy.Verdict.Outcome.NOT_EVALUATED;
import static dev.bylaw.rules.clusterpolicy.Verdict.Outcome.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rules.clusterpolicy.Verdict.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the documentation leaves open, and how it is read here; the names are those of the list. */
class AmbiguitiesTest {
  private static final Circumstances USUAL = Circumstances.USUAL;
  private static final Circumstances LITERAL = changed(false, true, false);

  private static Circumstances changed(boolean filled, boolean sizesExclude, boolean everyKey) {
    return new Circumstances(
        filled,
        sizesExclude,
        everyKey,
        Optional.empty(),
        Map.of(),
        c -> Optional.empty(),
        Set.of());
  }

  private static List<Outcome> judged(
      String definition, String cluster, Circumstances circumstances) {
    return Evaluation.of(
            Definition.read(Json.read(definition), Set.of()), Json.read(cluster), circumstances)
        .stream()
        .map(Verdict::outcome)
        .toList();
  }

  private static List<Outcome> judged(String definition, String cluster) {
    return judged(definition, cluster, USUAL);
  }

  private static List<String> problems(String definition) {
    return Definition.read(Json.read(definition), Set.of()).problems().stream()
        .map(Problem::message)
        .toList();
  }

  @Test
  void a1RegexIsRe2FromBeginningToEnd() {
    String rule = "{'node_type_id': {'type': 'regex', 'pattern': 'm5[.].*large'}}";
    assertThat(judged(rule, "{'node_type_id': 'm5.xlarge'}")).containsExactly(PASS);
    assertThat(judged(rule, "{'node_type_id': 'xm5.xlarge'}")).containsExactly(FAIL);
    assertThat(judged(rule, "{'node_type_id': 'm5.xlarge2'}")).containsExactly(FAIL);
    String ahead = "{'node_type_id': {'type': 'regex', 'pattern': '(?!p3).*'}}";
    assertThat(judged(ahead, "{'node_type_id': 'm5.xlarge'}")).containsExactly(NOT_EVALUATED);
    assertThat(problems(ahead)).singleElement().asString().contains("cannot be run");
  }

  @Test
  void a2ValueInsteadOfPatternCountsWithAProblem() {
    String rule = "{'spark_version': {'type': 'regex', 'value': '16[.].*'}}";
    assertThat(judged(rule, "{'spark_version': '16.4.x-scala2.12'}")).containsExactly(PASS);
    assertThat(judged(rule, "{'spark_version': '15.4.x-scala2.12'}")).containsExactly(FAIL);
    assertThat(problems(rule))
        .containsExactly("spark_version: a rule of type regex has its expression in pattern");
  }

  @Test
  void a3AFixedValueIsFilledInUnlessReadLiterally() {
    String rule = "{'autotermination_minutes': {'type': 'fixed', 'value': 30}}";
    assertThat(judged(rule, "{'num_workers': 1}")).containsExactly(PASS);
    assertThat(judged(rule, "{'num_workers': 1}", LITERAL)).containsExactly(FAIL);
    assertThat(judged(rule, "{'autotermination_minutes': 31}")).containsExactly(FAIL);
    String initial = "{'num_workers': {'type': 'range', 'maxValue': 4, 'defaultValue': 2}}";
    assertThat(judged(initial, "{'cluster_name': 'a'}")).containsExactly(FAIL);
    assertThat(judged(initial, "{'apply_policy_default_values': false}")).containsExactly(FAIL);
    assertThat(judged(initial, "{'apply_policy_default_values': true}")).containsExactly(PASS);
    assertThat(judged(initial, "{'apply_policy_default_values': true}", LITERAL))
        .containsExactly(FAIL);
  }

  @Test
  void a4TypesMixByTextAndNumbersByValue() {
    String truth = "{'enable_elastic_disk': {'type': 'fixed', 'value': 'true'}}";
    assertThat(judged(truth, "{'enable_elastic_disk': true}")).containsExactly(PASS);
    assertThat(judged(truth, "{'enable_elastic_disk': false}")).containsExactly(FAIL);
    String number = "{'autotermination_minutes': {'type': 'allowlist', 'values': ['20', 30]}}";
    assertThat(judged(number, "{'autotermination_minutes': 20.0}")).containsExactly(PASS);
    assertThat(judged(number, "{'autotermination_minutes': '30'}")).containsExactly(PASS);
    assertThat(judged(number, "{'autotermination_minutes': 40}")).containsExactly(FAIL);
    String text = "{'spark_conf.a': {'type': 'fixed', 'value': '1.0'}}";
    assertThat(judged(text, "{'spark_conf': {'a': '1'}}")).containsExactly(FAIL);
  }

  @Test
  void a5ARuleForTheOtherSizeDoesNotApply() {
    String scaled = "{'autoscale.max_workers': {'type': 'range', 'maxValue': 4}}";
    assertThat(judged(scaled, "{'num_workers': 2}")).containsExactly(PASS);
    assertThat(judged(scaled, "{'num_workers': 2}", changed(true, false, false)))
        .containsExactly(FAIL);
    assertThat(judged(scaled, "{'autoscale': {'max_workers': 5}}")).containsExactly(FAIL);
    assertThat(judged(scaled, "{'cluster_name': 'a'}")).containsExactly(FAIL);
    String fixed = "{'num_workers': {'type': 'range', 'maxValue': 4}}";
    assertThat(judged(fixed, "{'autoscale': {'max_workers': 5}}")).containsExactly(PASS);
  }

  @Test
  void a6ADefaultThatBreaksItsOwnRuleIsAProblem() {
    String rule =
        "{'node_type_id': {'type': 'allowlist', 'values': ['a', 'b'], 'defaultValue': 'c'}}";
    assertThat(problems(rule)).containsExactly("node_type_id: the default c breaks its own rule");
    assertThat(judged(rule, "{'apply_policy_default_values': true}")).containsExactly(FAIL);
    assertThat(judged(rule, "{'node_type_id': 'a'}")).containsExactly(PASS);
  }

  @Test
  void a7MalformedRulesAreProblemsAndTheOthersCount() {
    String rules =
        "{'spark_version': {'type': 'fixed', 'maxValue': 4}, '.dbus_per_hour': {'type': 'range',"
            + " 'maxValue': 9, 'hidden': 'true'}, 'num_workers': {'type': 'range', 'maxValue': 4}}";
    assertThat(problems(rules))
        .containsExactly(
            "spark_version: a rule of type fixed has no maxValue",
            "spark_version: the fixed rule has no value",
            "the path .dbus_per_hour has an empty part",
            ".dbus_per_hour: hidden is no truth value");
    assertThat(judged(rules, "{'num_workers': 5}")).contains(FAIL);
  }

  @Test
  void a8EveryKeyOfAMapIsReadOnlyWhereAskedFor() {
    String rule = "{'custom_tags.*': {'type': 'allowlist', 'values': ['a']}}";
    String cluster = "{'custom_tags': {'x': 'a', 'y': 'b'}}";
    assertThat(judged(rule, cluster)).containsExactly(NOT_EVALUATED);
    assertThat(judged(rule, cluster, changed(true, true, true))).containsExactly(PASS, FAIL);
    assertThat(problems(rule))
        .containsExactly("custom_tags.* names no key; write a rule for each key");
  }

  @Test
  void a9AccessModesHaveTwoNamesAndAutoIsOpen() {
    String rule = "{'data_security_mode': {'type': 'allowlist', 'values': ['SINGLE_USER']}}";
    assertThat(judged(rule, "{'data_security_mode': 'DATA_SECURITY_MODE_DEDICATED'}"))
        .containsExactly(PASS);
    assertThat(judged(rule, "{'data_security_mode': 'USER_ISOLATION'}")).containsExactly(FAIL);
    assertThat(judged(rule, "{'data_security_mode': 'DATA_SECURITY_MODE_AUTO'}"))
        .containsExactly(NOT_EVALUATED);
    assertThat(
            judged(
                "{'data_security_mode': {'type': 'fixed', 'value': 'DATA_SECURITY_MODE_STANDARD'}}",
                "{'data_security_mode': 'USER_ISOLATION'}"))
        .containsExactly(PASS);
  }

  @Test
  void a10RuntimesByAliasNeedAListOfThem() {
    String rule = "{'spark_version': {'type': 'fixed', 'value': 'auto:latest-lts'}}";
    String cluster = "{'spark_version': '16.4.x-scala2.12'}";
    assertThat(judged(rule, cluster)).containsExactly(NOT_EVALUATED);
    assertThat(judged(rule, cluster, USUAL.with(Map.of("auto:latest-lts", "16.4.x-scala2.12"))))
        .containsExactly(PASS);
    assertThat(judged(rule, cluster, USUAL.with(Map.of("auto:latest-lts", "17.3.x-scala2.13"))))
        .containsExactly(FAIL);
    assertThat(judged(rule, "{'spark_version': 'auto:latest-lts'}")).containsExactly(PASS);
    assertThat(judged(rule, "{'spark_version': 'auto:latest'}")).containsExactly(FAIL);
    String refused = "{'spark_version': {'type': 'blocklist', 'values': ['auto:latest']}}";
    assertThat(judged(refused, cluster)).containsExactly(NOT_EVALUATED);
    assertThat(judged(refused, cluster, USUAL.with(Map.of("auto:latest", "17.3.x-scala2.13"))))
        .containsExactly(PASS);
  }

  @Test
  void a11DbusPerHourNeedAPrice() {
    String rule = "{'dbus_per_hour': {'type': 'range', 'maxValue': 10}}";
    assertThat(judged(rule, "{'num_workers': 2}")).containsExactly(NOT_EVALUATED);
    for (int dbus = 10; dbus <= 11; dbus++) {
      BigDecimal price = BigDecimal.valueOf(dbus);
      Circumstances priced =
          new Circumstances(
              true, true, false, Optional.empty(), Map.of(), c -> Optional.of(price), Set.of());
      assertThat(judged(rule, "{'num_workers': 2}", priced))
          .containsExactly(dbus == 10 ? PASS : FAIL);
    }
  }

  @Test
  void a12ABlocklistRequiresTheAttribute() {
    String rule = "{'node_type_id': {'type': 'blocklist', 'values': ['p3']%s}}";
    assertThat(judged(rule.formatted(""), "{'num_workers': 1}")).containsExactly(FAIL);
    assertThat(judged(rule.formatted(", 'isOptional': true"), "{'num_workers': 1}"))
        .containsExactly(PASS);
    assertThat(judged(rule.formatted(""), "{'node_type_id': 'm5'}")).containsExactly(PASS);
    assertThat(judged(rule.formatted(""), "{'node_type_id': 'p3'}")).containsExactly(FAIL);
  }

  @Test
  void a13ARangeTakesFiniteDecimals() {
    String rule =
        "{'azure_attributes.spot_bid_max_price': {'type': 'range', 'minValue': -1, 'maxValue':"
            + " 1.5}}";
    String cluster = "{'azure_attributes': {'spot_bid_max_price': %s}}";
    assertThat(judged(rule, cluster.formatted("-1"))).containsExactly(PASS);
    assertThat(judged(rule, cluster.formatted("1.5"))).containsExactly(PASS);
    assertThat(judged(rule, cluster.formatted("'0.25'"))).containsExactly(PASS);
    assertThat(judged(rule, cluster.formatted("-1.01"))).containsExactly(FAIL);
    assertThat(judged(rule, cluster.formatted("1.51"))).containsExactly(FAIL);
    assertThat(judged(rule, cluster.formatted("'NaN'"))).containsExactly(FAIL);
    assertThat(judged(rule, cluster.formatted("'Infinity'"))).containsExactly(FAIL);
  }

  @Test
  void a14AForbiddenBlockForbidsAllInIt() {
    String rule = "{'docker_image': {'type': 'forbidden'}}";
    assertThat(judged(rule, "{'docker_image': {'url': 'x'}}")).containsExactly(FAIL);
    assertThat(judged(rule, "{'num_workers': 1}")).containsExactly(PASS);
    assertThat(problems(rule))
        .containsExactly("docker_image is a block; write a rule for each attribute in it");
    assertThat(judged("{'autoscale': {'type': 'unlimited'}}", "{'num_workers': 1}"))
        .containsExactly(NOT_EVALUATED);
  }

  @Test
  void a15NullAndEmptyBlocksAreAbsentAndEmptyTextsAreThere() {
    String required = "{'custom_tags.team': {'type': 'unlimited'}}";
    assertThat(judged(required, "{'custom_tags': {'team': ''}}")).containsExactly(PASS);
    assertThat(judged(required, "{'custom_tags': {'team': null}}")).containsExactly(FAIL);
    assertThat(judged(required, "{'custom_tags': {'team': {}}}")).containsExactly(FAIL);
    String forbidden = "{'single_user_name': {'type': 'forbidden'}}";
    assertThat(judged(forbidden, "{'single_user_name': ''}")).containsExactly(FAIL);
    assertThat(judged(forbidden, "{'single_user_name': null}")).containsExactly(PASS);
  }
}
