package dev.bylaw.rules.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.rules.DescriptorReader;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundleValuesTest {
  private static final String BUNDLE =
      """
      bundle: {name: b}
      variables:
        size: {default: Small}
        workers: {default: 1}
        policy: {lookup: {cluster_policy: small}}
        tags: {type: complex, default: {}}
      targets:
        dev: {mode: development, variables: {size: Medium}}
      resources:
        sql_warehouses:
          bi: {name: bi, cluster_size: "${var.size}", max_num_clusters: "${var.workers}"}
        clusters:
          a: {cluster_name: a, policy_id: "${var.policy}", custom_tags: "${var.tags}", spark_version: "${var.none}"}
      """;

  private static Located found(BundleValues given, SubjectKind kind, String... path) {
    Subject subject =
        new DescriptorReader(given)
            .read(SourceFile.of("databricks.yml", BUNDLE)).orElseThrow().subjects().stream()
                .filter(s -> s.kind() == kind)
                .findFirst()
                .orElseThrow();
    List<RegoString> keys =
        Stream.concat(Stream.of(kind.word()), Stream.of(path)).map(RegoString::of).toList();
    return subject.input().find(keys).orElseThrow();
  }

  private static RegoValue value(BundleValues given, SubjectKind kind, String... path) {
    return found(given, kind, path).value();
  }

  @Test
  void whatIsGivenGoesBeforeWhatTheBundleSays() {
    BundleValues given =
        BundleValues.of(
            Map.of(
                "var.size", "Large",
                "var.workers", "3",
                "var.policy", "p-1",
                "var.tags", "{\"team\": \"sales\"}",
                "var.undeclared", "x",
                "workspace.current_user.short_name", "ann"));
    Located size = found(given, SubjectKind.WAREHOUSE, "cluster_size");
    assertThat(size.value()).isEqualTo(RegoString.of("Large"));
    assertThat(size.span()).hasToString("var.size:1:1");
    assertThat(value(given, SubjectKind.WAREHOUSE, "max_num_clusters")).hasToString("3");
    assertThat(value(given, SubjectKind.WAREHOUSE, "name")).hasToString("\"[dev ann] bi\"");
    assertThat(value(given, SubjectKind.CLUSTER, "policy_id")).hasToString("\"p-1\"");
    assertThat(value(given, SubjectKind.CLUSTER, "custom_tags"))
        .hasToString("{\"team\": \"sales\"}");
    assertThat(value(given, SubjectKind.BUNDLE, "variables", "size", "value"))
        .hasToString("\"Large\"");
  }

  @Test
  void theEnvironmentSetsVariablesAsForTheCli() {
    BundleValues given =
        BundleValues.ofEnvironment(Map.of("BUNDLE_VAR_size", "Large", "PATH", "/"));
    assertThat(value(given, SubjectKind.WAREHOUSE, "cluster_size")).hasToString("\"Large\"");
    assertThat(value(BundleValues.NONE, SubjectKind.WAREHOUSE, "cluster_size"))
        .hasToString("\"Medium\"");
  }

  @Test
  void valuesMayBeGivenAsYaml() {
    BundleValues environment =
        BundleValues.ofEnvironment(Map.of("BUNDLE_VAR_size", "Small", "BUNDLE_VAR_workers", "3"));
    BundleValues given =
        environment.with(
            SourceFile.of("policy.bundleValues", "{var.size: Large, var.policy: p-1}"));
    Located size = found(given, SubjectKind.WAREHOUSE, "cluster_size");
    assertThat(size.value()).isEqualTo(RegoString.of("Large"));
    assertThat(size.span()).hasToString("policy.bundleValues:1:12");
    assertThat(value(given, SubjectKind.WAREHOUSE, "max_num_clusters")).hasToString("3");
    assertThat(value(given, SubjectKind.CLUSTER, "policy_id")).hasToString("\"p-1\"");
  }

  @Test
  void anythingElseIsRefusedWithItsPlace() {
    for (String wrong : List.of("", "[a]", "text", "{a: 1", "a: 1\n---\nb: 2")) {
      assertThatThrownBy(() -> BundleValues.NONE.with(SourceFile.of("policy.bundleValues", wrong)))
          .as(wrong)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("policy.bundleValues:");
    }
  }
}
