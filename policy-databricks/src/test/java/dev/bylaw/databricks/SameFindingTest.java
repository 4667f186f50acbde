package dev.bylaw.databricks;

import static org.assertj.core.api.Assertions.assertThat;

import com.databricks.sdk.core.utils.SerDeUtils;
import com.databricks.sdk.service.compute.CreateCluster;
import com.databricks.sdk.service.compute.EditCluster;
import com.databricks.sdk.service.sql.CreateWarehouseRequest;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Finding;
import dev.bylaw.decision.Gate;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.rules.DescriptorReader;
import dev.bylaw.rules.infra.InfraConfig;
import dev.bylaw.source.Severity;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A request is found at fault like a file with the same content. */
class SameFindingTest {
  private final Workspace workspace = new Workspace();
  private final PolicyEngine engine = Policies.cost();
  private final ProvisioningGate gate = new ProvisioningGate(new Gate(engine), workspace.client());

  @AfterEach
  void close() {
    workspace.close();
  }

  /** All of a finding that does not depend on where the configuration stands. */
  private record Said(
      String policy,
      String title,
      Severity severity,
      String message,
      String pointer,
      Optional<RegoValue> found,
      Optional<RegoValue> wanted,
      List<String> because) {
    static Said of(Finding f) {
      return new Said(
          f.policy().id(),
          f.policy().title(),
          f.severity(),
          f.message(),
          f.pointer(),
          f.found(),
          f.wanted(),
          f.because().stream().map(Finding.Because::path).toList());
    }
  }

  private List<Said> built(List<Subject> subjects) {
    return said(engine.decide(subjects, EnforcementPoint.BUILD));
  }

  private static List<Said> said(Decision decision) {
    return decision.findings().stream().map(Said::of).toList();
  }

  @Test
  void ofAWarehouseInYaml() {
    SourceFile file =
        SourceFile.of(
            "infra/bi.yaml",
            """
            # the warehouse of the dashboards
            name: bi
            auto_stop_mins: 20
            cluster_size: 3X-Large
            tags: {cost_center: hr}
            """);
    List<Subject> subjects = new DescriptorReader().read(file).orElseThrow().subjects();
    Decision decision =
        gate.judgeCreateWarehouse(
            new CreateWarehouseRequest()
                .setName("bi")
                .setAutoStopMins(20L)
                .setClusterSize("3X-Large"));
    assertThat(said(decision)).hasSize(1).isEqualTo(built(subjects));
  }

  @Test
  void ofAClusterInJson() {
    SourceFile file =
        SourceFile.of(
            "infra/etl.json",
            """
            {"cluster_name": "etl", "spark_version": "16.4.x-scala2.12", "autotermination_minutes": 240}
            """);
    CreateCluster create =
        new CreateCluster()
            .setClusterName("etl")
            .setSparkVersion("16.4.x-scala2.12")
            .setAutoterminationMinutes(240L);
    List<Said> built = built(InfraConfig.cluster(file).subjects());
    assertThat(built)
        .extracting(Said::pointer)
        .containsExactlyInAnyOrder(
            "/cluster/autotermination_minutes", "/cluster/custom_tags/cost_center");
    assertThat(said(gate.judgeCreateCluster(create))).containsExactlyInAnyOrderElementsOf(built);
    EditCluster edit =
        new EditCluster()
            .setClusterId("c1")
            .setClusterName("etl")
            .setSparkVersion("16.4.x-scala2.12")
            .setAutoterminationMinutes(240L);
    assertThat(said(gate.judgeEditCluster(edit))).containsExactlyInAnyOrderElementsOf(built);
  }

  /** The council's policies and the files of the product with planted faults. */
  @Test
  void ofTheExamples() throws IOException {
    Path compute = Path.of("../examples/orders-data-product-failing/compute");
    String cluster = Files.readString(compute.resolve("cluster.json"));
    String warehouse = Files.readString(compute.resolve("warehouse.json"));
    PolicyEngine council =
        new PolicyEngine(PolicySetLoader.load(Path.of("../examples/governance-council")));
    ProvisioningGate gated = new ProvisioningGate(new Gate(council), workspace.client());
    ObjectMapper sdk = SerDeUtils.createMapper();
    assertThat(said(gated.judgeCreateCluster(sdk.readValue(cluster, CreateCluster.class))))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(built(council, "cluster.json", cluster));
    assertThat(
            said(
                gated.judgeCreateWarehouse(sdk.readValue(warehouse, CreateWarehouseRequest.class))))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(built(council, "warehouse.json", warehouse));
  }

  private static List<Said> built(PolicyEngine council, String name, String text) {
    List<Subject> subjects =
        new DescriptorReader().read(SourceFile.of(name, text)).orElseThrow().subjects();
    return said(council.decide(subjects, EnforcementPoint.BUILD));
  }

  @Test
  void hasItsPlaceInTheRequest() {
    Finding finding =
        gate.judgeCreateCluster(
                new CreateCluster()
                    .setClusterName("etl")
                    .setAutoterminationMinutes(0L)
                    .setCustomTags(Map.of("cost_center", "hr")))
            .findings()
            .get(0);
    Span span = finding.span();
    assertThat(span).hasToString("create cluster \"etl\":2:31");
    assertThat(span.source().text())
        .isEqualTo(
            """
            {
              "autotermination_minutes" : 0,
              "cluster_name" : "etl",
              "custom_tags" : {
                "cost_center" : "hr"
              }
            }"""
                .stripIndent());
  }
}
