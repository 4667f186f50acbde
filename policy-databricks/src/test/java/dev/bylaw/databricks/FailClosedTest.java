package dev.bylaw.databricks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.sdk.service.compute.CreateCluster;
import com.databricks.sdk.service.sql.CreateWarehouseRequest;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Gate;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.source.Diagnostic;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be judged is not sent. */
class FailClosedTest {
  private static final String TAGS =
      """
      # METADATA
      # custom: {kind: infra, subject: cluster, unknown: %s}
      package tags

      deny contains "temporary" if input.cluster.custom_tags.team == "tmp"
      """;

  private final Workspace workspace = new Workspace();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    workspace.close();
  }

  private Decision denied(PolicyEngine engine, CreateCluster request) {
    ProvisioningGate gate = new ProvisioningGate(new Gate(engine), workspace.client());
    assertThatThrownBy(() -> gate.createCluster(request))
        .isInstanceOf(ProvisioningDeniedException.class);
    assertThat(workspace.sent()).isEmpty();
    return gate.judgeCreateCluster(request);
  }

  @Test
  void aPolicyThatFails() {
    PolicyEngine engine =
        Policies.of(
            folder,
            """
            package p

            deny contains conflict if input.cluster

            conflict := 1 if input.cluster
            conflict := 2 if input.cluster
            """);
    assertThat(denied(engine, new CreateCluster()).errors())
        .extracting(Diagnostic::code)
        .containsExactly("eval_conflict_error");
  }

  @Test
  void aKindThatNoPolicyIsFor() {
    PolicyEngine engine =
        Policies.of(
            folder,
            """
            # METADATA
            # custom: {kind: infra, subject: warehouse}
            package p

            deny contains "small" if input.warehouse.cluster_size == "Small"
            """);
    assertThat(denied(engine, new CreateCluster()).errors())
        .extracting(Diagnostic::code)
        .containsExactly("nothing_judged");
  }

  @Test
  void aPlaceholderThatAPolicyDependsOn() {
    CreateCluster request = new CreateCluster().setCustomTags(Map.of("team", "${var.team}"));
    Decision decision = denied(Policies.of(folder, TAGS.formatted("warn")), request);
    assertThat(decision.errors())
        .singleElement()
        .hasToString(
            "create cluster:3:14: not_known: the policy tags depends on /cluster/custom_tags/team,"
                + " which is not known");
  }

  @Test
  void aPlaceholderThatAPolicyFailsFor() {
    CreateCluster request = new CreateCluster().setCustomTags(Map.of("team", "${var.team}"));
    Decision decision = denied(Policies.of(folder, TAGS.formatted("fail")), request);
    assertThat(decision.errors()).isEmpty();
    assertThat(decision.findings())
        .singleElement()
        .matches(f -> f.pointer().equals("/cluster/custom_tags/team"));
  }

  @Test
  void aPlaceholderMayPassWhereThePolicySaysSo() {
    CreateCluster request = new CreateCluster().setCustomTags(Map.of("team", "${var.team}"));
    PolicyEngine engine = Policies.of(folder, TAGS.formatted("pass"));
    new ProvisioningGate(new Gate(engine), workspace.client()).createCluster(request);
    assertThat(workspace.sent()).hasSize(1);
  }

  /** A request with a field that the SDK cannot read back. */
  public static final class Richer extends CreateCluster {
    @JsonProperty("newer_field")
    public String newerField() {
      return "x";
    }
  }

  @Test
  void aRequestThatCannotBeCopied() {
    assertThat(denied(Policies.cost(), new Richer()).errors())
        .extracting(Diagnostic::message)
        .contains(
            "the request to create cluster: the SDK does not read back the JSON that it writes");
  }

  @Test
  void aRequestThatIsNoJson() {
    Map<String, String> tags = new HashMap<>();
    tags.put(null, "hr");
    assertThat(denied(Policies.cost(), new CreateCluster().setCustomTags(tags)).errors())
        .extracting(Diagnostic::code)
        .contains("request_unusable");
  }

  @Test
  void aChangeBetweenJudgingAndSending() {
    Map<String, String> tags = new HashMap<>(Map.of("cost_center", "hr"));
    CreateCluster request = new CreateCluster().setAutoterminationMinutes(30L).setCustomTags(tags);
    PolicyEngine engine =
        Policies.of(
            folder,
            new Meddler(
                () -> {
                  request.setAutoterminationMinutes(10_000L);
                  tags.clear();
                }));
    new ProvisioningGate(new Gate(engine), workspace.client()).createCluster(request);
    assertThat(request.getAutoterminationMinutes()).isEqualTo(10_000L);
    assertThat(workspace.sent())
        .singleElement()
        .extracting(Workspace.Sent::body)
        .isEqualTo("{\"autotermination_minutes\":30,\"custom_tags\":{\"cost_center\":\"hr\"}}");
  }

  @Test
  void warehousesToo() {
    PolicyEngine engine = Policies.of(folder, TAGS.formatted("warn"));
    ProvisioningGate gate = new ProvisioningGate(new Gate(engine), workspace.client());
    assertThatThrownBy(() -> gate.createWarehouse(new CreateWarehouseRequest()))
        .isInstanceOf(ProvisioningDeniedException.class)
        .hasMessageContaining("nothing_judged");
    assertThat(workspace.sent()).isEmpty();
  }
}
