package dev.bylaw.databricks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.databricks.sdk.service.compute.CreateCluster;
import com.databricks.sdk.service.compute.DockerBasicAuth;
import com.databricks.sdk.service.compute.DockerImage;
import dev.bylaw.decision.Gate;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exception's message is fit for logs. */
class DenialMessageTest {
  private static final CreateCluster SECRETIVE =
      new CreateCluster()
          .setClusterName("etl")
          .setSparkConf(Map.of("spark.hadoop.fs.key", "hun\"ter2"))
          .setSparkEnvVars(Map.of("PGPASSWORD", "hun\"ter2"))
          .setDockerImage(
              new DockerImage()
                  .setUrl("registry/image")
                  .setBasicAuth(new DockerBasicAuth().setUsername("u").setPassword("hun\"ter2")));

  private final Workspace workspace = new Workspace();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    workspace.close();
  }

  private String message(String rules, CreateCluster request) {
    String rego =
        """
        # METADATA
        # title: The title
        # custom: {kind: infra, subject: cluster, remediation: The remedy.}
        package p

        """;
    ProvisioningGate gate =
        new ProvisioningGate(new Gate(Policies.of(folder, rego + rules)), workspace.client());
    ProvisioningDeniedException denied =
        catchThrowableOfType(ProvisioningDeniedException.class, () -> gate.createCluster(request));
    return String.valueOf(denied.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deny contains msg if msg := input.cluster.spark_env_vars.PGPASSWORD",
        "deny contains msg if msg := upper(input.cluster.spark_env_vars.PGPASSWORD)",
        "deny contains msg if { some k, v in input.cluster.spark_conf; msg := sprintf(\"%s=%s\", [k, substring(v, 0, 6)]) }",
        "deny contains msg if msg := sprintf(\"%v\", [input.cluster.spark_conf])",
        "deny contains msg if msg := sprintf(\"%v\", [input.cluster])",
        "deny contains msg if msg := json.marshal(input)",
        "deny contains msg if msg := base64.encode(input.raw.docker_image.basic_auth.password)",
        "deny contains {\"msg\": msg, \"at\": [\"cluster\", \"cluster_name\"]} if { msg := concat(\"\", [v | some v in input.cluster.spark_env_vars]) }",
        "deny contains {\"msg\": \"m\", \"found\": v, \"wanted\": v, \"details\": v} if v := input.cluster.spark_env_vars.PGPASSWORD",
      })
  void keepsSecrets(String rules) {
    assertThat(message(rules, SECRETIVE))
        .startsWith("create cluster \"etl\" is denied by ")
        .contains("- p at /")
        .contains(": The title\n  fix: The remedy.")
        .doesNotContainIgnoringCase("ter2")
        .doesNotContainIgnoringCase("hun");
  }

  @Test
  void keepsWhatPoliciesSayOfOtherThings() {
    assertThat(
            message(
                "deny contains \"bad name\" if input.cluster.cluster_name == \"etl\"", SECRETIVE))
        .contains("- p at /cluster/cluster_name: bad name\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deny contains sprintf(\"%v\", [input.unknown]) if input.cluster.spark_env_vars",
        "deny contains \"m\" if input.cluster.spark_env_vars.PGPASSWORD == \"none\"",
      })
  void keepsSecretsInPlaceholders(String rules) {
    CreateCluster request =
        new CreateCluster().setSparkEnvVars(Map.of("PGPASSWORD", "hunter2${x}"));
    assertThat(message(rules, request))
        .doesNotContain("hunter2")
        .containsAnyOf(
            "- p at /cluster/spark_env_vars: The title",
            "- not_known at create cluster:3:20: the policy p depends on"
                + " /cluster/spark_env_vars/PGPASSWORD, which is not known");
  }

  @Test
  void keepsSecretsThatErrorsQuote() {
    assertThat(
            message(
                """
                deny contains "both" if value

                value := input.cluster.spark_env_vars.PGPASSWORD if input.cluster

                value := 1 if input.cluster
                """,
                SECRETIVE))
        .doesNotContain("hun")
        .contains("- eval_conflict_error at ")
        .endsWith(": a policy could not judge the request; the decision says more");
  }

  @Test
  void keepsSecretsFromChecksInJava() {
    Meddler check =
        new Meddler(
            () -> {
              throw new IllegalStateException("hunter2");
            });
    ProvisioningGate gate =
        new ProvisioningGate(new Gate(Policies.of(folder, check)), workspace.client());
    assertThatThrownBy(() -> gate.createCluster(SECRETIVE))
        .hasMessageContaining("- check_failed")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void hasNoLinesThatRequestsMake() {
    CreateCluster request = new CreateCluster().setClusterName("a\nFAKE \u202e line\r");
    assertThat(message("deny contains input.cluster.cluster_name", request).lines())
        .hasSize(3)
        .noneMatch(l -> l.startsWith("FAKE"))
        .noneMatch(l -> l.contains("\u202e"));
  }
}
