package dev.bylaw.databricks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.databricks.sdk.core.error.platform.PermissionDenied;
import com.databricks.sdk.service.compute.CreateCluster;
import com.databricks.sdk.service.compute.DataSecurityMode;
import com.databricks.sdk.service.compute.EditCluster;
import com.databricks.sdk.service.sql.CreateWarehouseRequest;
import com.databricks.sdk.service.sql.EditWarehouseRequest;
import com.databricks.sdk.service.sql.EndpointTagPair;
import com.databricks.sdk.service.sql.EndpointTags;
import dev.bylaw.databricks.Workspace.Sent;
import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProvisioningGateTest {
  private final Workspace workspace = new Workspace();
  private final ProvisioningGate gate =
      new ProvisioningGate(new Gate(Policies.cost()), workspace.client());

  @AfterEach
  void close() {
    workspace.close();
  }

  private static CreateCluster cluster(long minutes) {
    return new CreateCluster()
        .setClusterName("etl")
        .setSparkVersion("16.4.x-scala2.12")
        .setNumWorkers(2L)
        .setDataSecurityMode(DataSecurityMode.USER_ISOLATION)
        .setAutoterminationMinutes(minutes)
        .setCustomTags(Map.of("cost_center", "hr"));
  }

  private static CreateWarehouseRequest warehouse(String size) {
    return new CreateWarehouseRequest()
        .setName("bi")
        .setClusterSize(size)
        .setTags(
            new EndpointTags()
                .setCustomTags(
                    List.of(new EndpointTagPair().setKey("cost_center").setValue("hr"))));
  }

  @Test
  void sendsWhatIsAllowed() {
    assertThat(gate.createCluster(cluster(30)).getResponse().getClusterId()).isEqualTo("c1");
    assertThat(gate.createWarehouse(warehouse("X-Large")).getResponse().getId()).isEqualTo("w1");
    assertThat(workspace.sent())
        .containsExactly(
            new Sent(
                "/api/2.1/clusters/create",
                "{\"autotermination_minutes\":30,\"cluster_name\":\"etl\","
                    + "\"custom_tags\":{\"cost_center\":\"hr\"},"
                    + "\"data_security_mode\":\"USER_ISOLATION\",\"num_workers\":2,"
                    + "\"spark_version\":\"16.4.x-scala2.12\"}"),
            new Sent(
                "/api/2.0/sql/warehouses",
                "{\"cluster_size\":\"X-Large\",\"name\":\"bi\","
                    + "\"tags\":{\"custom_tags\":[{\"key\":\"cost_center\",\"value\":\"hr\"}]}}"));
  }

  @Test
  void sendsEditsThatAreAllowed() {
    gate.editCluster(
        new EditCluster()
            .setClusterId("c1")
            .setAutoterminationMinutes(60L)
            .setCustomTags(Map.of("cost_center", "hr")));
    gate.editWarehouse(new EditWarehouseRequest().setId("w1").setClusterSize("Small"));
    assertThat(workspace.sent())
        .containsExactly(
            new Sent(
                "/api/2.1/clusters/edit",
                "{\"autotermination_minutes\":60,\"cluster_id\":\"c1\","
                    + "\"custom_tags\":{\"cost_center\":\"hr\"}}"),
            new Sent("/api/2.0/sql/warehouses/w1/edit", "{\"cluster_size\":\"Small\"}"));
  }

  @Test
  void sendsNothingThatIsDenied() {
    CreateCluster cluster = cluster(240).setCustomTags(Map.of("team", "etl"));
    assertThat(denied(() -> gate.createCluster(cluster)))
        .hasMessage(
            """
            create cluster "etl" is denied by platform-governance 1.0.0 and was not sent
            - cost/autotermination at /cluster/autotermination_minutes: the cluster stops after 240 minutes
              fix: Set autotermination_minutes to a value from 10 to the limit.
            - cost/cost-center at /cluster/custom_tags/cost_center: there is no tag cost_center
              fix: Add the tag cost_center to custom_tags."""
                .stripIndent());
    assertThat(denied(() -> gate.createWarehouse(warehouse("3X-Large"))))
        .hasMessageStartingWith("create warehouse \"bi\" is denied")
        .hasMessageContaining(
            "cost/warehouse-size at /warehouse/cluster_size: warehouse size 3X-Large is above X-Large");
    assertThat(workspace.sent()).isEmpty();
  }

  @Test
  void sendsNoEditThatIsDenied() {
    assertThat(denied(() -> gate.editCluster(new EditCluster().setClusterId("c1"))))
        .hasMessageStartingWith("edit cluster is denied")
        .hasMessageContaining("the cluster has no time after which it stops")
        .hasMessageContaining("there is no tag cost_center");
    assertThat(
            denied(
                () ->
                    gate.editWarehouse(
                        new EditWarehouseRequest().setId("w1").setClusterSize("5X-Large"))))
        .hasMessageContaining("warehouse size 5X-Large is above X-Large");
    assertThat(workspace.sent()).isEmpty();
  }

  @Test
  void judgesWithoutSending() {
    List<Decision> allowed =
        List.of(
            gate.judgeCreateCluster(cluster(60)),
            gate.judgeEditCluster(
                new EditCluster()
                    .setAutoterminationMinutes(60L)
                    .setCustomTags(Map.of("cost_center", "hr"))),
            gate.judgeCreateWarehouse(warehouse("Small")),
            gate.judgeEditWarehouse(new EditWarehouseRequest().setClusterSize("Small")));
    List<Decision> denied =
        List.of(
            gate.judgeCreateCluster(cluster(61)),
            gate.judgeEditCluster(new EditCluster().setClusterId("c1")),
            gate.judgeCreateWarehouse(warehouse("Huge")),
            gate.judgeEditWarehouse(new EditWarehouseRequest().setClusterSize("2X-Large")));
    assertThat(allowed).allMatch(Decision::isAllowed);
    assertThat(denied).noneMatch(Decision::isAllowed).allMatch(d -> d.errors().isEmpty());
    assertThat(workspace.sent()).isEmpty();
  }

  @Test
  void errorsOfTheWorkspacePassThrough() {
    workspace.answer(
        "/api/2.1/clusters/create",
        403,
        "{\"error_code\": \"PERMISSION_DENIED\", \"message\": \"not entitled\"}");
    PermissionDenied straight =
        catchThrowableOfType(
            PermissionDenied.class, () -> workspace.client().clusters().create(cluster(30)));
    PermissionDenied gated =
        catchThrowableOfType(PermissionDenied.class, () -> gate.createCluster(cluster(30)));
    assertThat(gated).hasMessage(straight.getMessage()).hasMessage("not entitled");
    assertThat(gated.getErrorCode()).isEqualTo(straight.getErrorCode());
    assertThat(gated.getStatusCode()).isEqualTo(403);
    assertThat(workspace.sent()).hasSize(2);
  }

  @Test
  void servesManyThreads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int i = 0; i < 320; i++) {
      long minutes = i % 2 == 0 ? 30 + i % 30 : 61 + i;
      tasks.add(() -> isSent(minutes));
    }
    int sent = 0;
    for (Future<Boolean> f : threads.invokeAll(tasks)) {
      sent += f.get() ? 1 : 0;
    }
    threads.shutdown();
    assertThat(sent).isEqualTo(160);
    assertThat(workspace.sent()).hasSize(160);
    assertThat(workspace.sent())
        .allMatch(s -> s.body().matches("\\{\"autotermination_minutes\":[345][0-9],.*"));
  }

  private boolean isSent(long minutes) {
    try {
      return gate.createCluster(cluster(minutes)).getResponse().getClusterId().equals("c1");
    } catch (ProvisioningDeniedException e) {
      assertThat(e).hasMessageContaining("after " + minutes + " minutes");
      return false;
    }
  }

  private static ProvisioningDeniedException denied(Runnable call) {
    ProvisioningDeniedException denied =
        catchThrowableOfType(ProvisioningDeniedException.class, call::run);
    assertThat(denied).as("denied").isNotNull();
    assertThat(denied.decision().isAllowed()).isFalse();
    return denied;
  }
}
