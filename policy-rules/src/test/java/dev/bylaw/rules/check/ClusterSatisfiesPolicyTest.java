package dev.bylaw.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.policy.Check;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rules.SubjectLoader;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceFolder;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterSatisfiesPolicyTest {
  private static final String CLUSTER =
      "{\"cluster_name\": \"etl\", \"spark_version\": \"16.4.x-scala2.12\", \"node_type_id\":"
          + " \"m5.large\",\n"
          + " \"num_workers\": 9, \"policy_id\": \"%s\"}";

  @TempDir Path folder;

  @BeforeEach
  void policy() throws IOException {
    Files.writeString(
        folder.resolve("policy.json"),
        """
        {"policy_id": "P1", "name": "small", "definition": "{\\"num_workers\\": {\\"type\\": \\"range\\", \\"maxValue\\": 8}, \\"custom_tags.team\\": {\\"type\\": \\"unlimited\\"}, \\"dbus_per_hour\\": {\\"type\\": \\"range\\", \\"maxValue\\": 9}}"}
        """);
  }

  private List<String> findings(Check check) {
    List<Subject> subjects = SubjectLoader.load(folder, List.of()).subjects();
    return subjects.stream()
        .filter(s -> s.kind() == SubjectKind.WORKSPACE)
        .flatMap(s -> check.check(s).stream())
        .map(v -> v.span() + " " + v.message())
        .toList();
  }

  @Test
  void aClusterIsHeldAgainstThePolicyOfItsId() throws IOException {
    Files.writeString(folder.resolve("cluster.json"), CLUSTER.formatted("P1"));
    assertThat(findings(new ClusterSatisfiesPolicy()))
        .containsExactly(
            "cluster.json:2:17 num_workers: the value must be at most 8 (is 9) (cluster policy"
                + " small)",
            "cluster.json:2:33 custom_tags.team: the attribute must be present (cluster policy"
                + " small)");
  }

  @Test
  void aClusterOfAnotherPolicyIsNotJudged() throws IOException {
    Files.writeString(folder.resolve("cluster.json"), CLUSTER.formatted("P2"));
    assertThat(findings(new ClusterSatisfiesPolicy())).isEmpty();
  }

  @Test
  void clustersOfJobsAndPipelinesAreJudged() throws IOException {
    String body =
        "{spark_version: 16.4.x-scala2.12, num_workers: 9, policy_id: P1, custom_tags: {team: a}}";
    Files.writeString(
        folder.resolve("databricks.yml"),
        """
        bundle: {name: b}
        resources:
          jobs:
            nightly:
              name: nightly
              job_clusters:
                - job_cluster_key: main
                  new_cluster: BODY
              tasks:
                - task_key: a
                  new_cluster: BODY
                - task_key: b
                  for_each_task: {inputs: "[1]", task: {task_key: c, new_cluster: BODY}}
          pipelines:
            orders:
              name: orders
              catalog: sales
              clusters:
                - {label: default, num_workers: 9, policy_id: P1, custom_tags: {team: "${var.team}"}}
        """
            .replace("BODY", body));
    assertThat(findings(new ClusterSatisfiesPolicy()))
        .extracting(finding -> finding.substring(0, finding.indexOf(' ')))
        .containsExactlyInAnyOrder(
            "databricks.yml:8:71",
            "databricks.yml:11:71",
            "databricks.yml:13:122",
            "databricks.yml:19:41");
  }

  @Test
  void whatCannotBeToldIsAFindingWhereAskedFor() throws IOException {
    Files.writeString(folder.resolve("cluster.json"), CLUSTER.formatted("P1"));
    Located yes =
        new Located.Scalar(RegoBoolean.TRUE, SourceFile.of("policies.yaml", "true").span());
    Check check =
        new ClusterSatisfiesPolicy()
            .configured(
                new Check.Settings(
                    Map.of(
                        "report_not_evaluated",
                        yes,
                        "runtimes",
                        SubjectDocument.object(yes.span(), Map.of())),
                    SourceFolder.none()));
    assertThat(findings(check))
        .anyMatch(finding -> finding.contains("dbus_per_hour is not known"))
        .hasSize(3);
  }
}
