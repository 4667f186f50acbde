package dev.bylaw.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Question;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.rules.InputPaths;
import dev.bylaw.rules.infra.BundleValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A project with 50 policies and 50 inputs. {@code -Dproject.folder=DIR} writes it there, to be
 * built and measured (docs/performance.md); {@code -Dproject.size=N} makes another number of both.
 */
class SizedProjectTest {
  private static final int SIZE = Integer.getInteger("project.size", 50);
  private static final String VERSION = System.getProperty("project.version", "0.1.0-SNAPSHOT");

  @TempDir private Path temporary;

  @Test
  void allInputsAreJudgedByAllPolicies() throws IOException {
    Path folder = Path.of(System.getProperty("project.folder", temporary.toString()));
    for (int i = 0; i < SIZE; i++) {
      policy(folder, i);
      input(folder, i);
    }
    write(folder.resolve("policies/policies.yaml"), "name: sized\nversion: 1.0.0\nroot: sized\n");
    write(folder.resolve("pom.xml"), pom());
    PolicyRun run =
        new PolicyRun(
            new PolicyRun.Inputs(
                InputPaths.of(folder.resolve("inputs")),
                BundleValues.NONE,
                Optional.of("orders"),
                Optional.empty(),
                Optional.empty()),
            PolicySetName.of("policies", folder),
            (name, versions) -> folder,
            Question.at(EnforcementPoint.BUILD),
            Optional.empty(),
            Optional.empty(),
            List.of());
    Decision decision = run.report(run.ready(), (done, all) -> {}, false).decision();
    assertThat(decision.errors()).isEmpty();
    assertThat(decision.findings()).isEmpty();
    assertThat(decision.passed()).hasSize(SIZE);
  }

  private static void policy(Path folder, int i) throws IOException {
    String subject = List.of("warehouse", "contract", "sql").get(i % 3);
    String deny =
        switch (subject) {
          case "warehouse" ->
              """
              deny contains finding if {
              	size := input.warehouse.cluster_size
              	size in {"3X-Large", "size%d"}
              	finding := {"msg": sprintf("warehouse size %%s", [size]), "found": size}
              }
              """;
          case "contract" ->
              """
              deny contains finding if {
              	some table in input.contract.schema
              	some column in table.columns
              	regex.match(`^tmp%d_`, column.name)
              	finding := {"msg": sprintf("column %%s", [column.name]), "at": column.name}
              }
              """;
          default ->
              """
              deny contains finding if {
              	some table in input.sql.tables
              	table.name == "T%d"
              	finding := {"msg": sprintf("table %%s", [table.name]), "at": table.name}
              }
              """;
        };
    String text =
        """
        # METADATA
        # title: Policy %d
        # custom:
        #   kind: code
        #   subject: %s
        #   severity: error
        package sized.area.policy%d

        """
            .formatted(i, subject, i);
    write(folder.resolve("policies/area/policy" + i + "/policy.rego"), text + deny.formatted(i));
  }

  private static void input(Path folder, int i) throws IOException {
    switch (i % 3) {
      case 0 ->
          write(
              folder.resolve("inputs/warehouse" + i + ".json"),
              """
              {"name": "w%d", "cluster_size": "Small", "warehouse_type": "PRO", "auto_stop_mins": 10}
              """
                  .formatted(i));
      case 1 ->
          write(
              folder.resolve("inputs/contract" + i + ".odcs.yaml"),
              """
              apiVersion: v3.1.0
              kind: DataContract
              id: contract-%d
              name: contract-%d
              version: 1.0.0
              status: active
              schema:
                - name: ORDERS
                  physicalType: table
                  properties:
                    - {name: ORDER_ID, logicalType: string, required: true, description: The order.}
                    - {name: AMOUNT, logicalType: number, description: What is paid.}
              """
                  .formatted(i, i));
      default ->
          write(
              folder.resolve("inputs/script" + i + ".sql"),
              """
              CREATE TABLE IF NOT EXISTS orders.gold.ORDERS_%d (ID STRING NOT NULL, AMOUNT DECIMAL(18, 2));
              INSERT INTO orders.gold.ORDERS_%d SELECT id, sum(amount) FROM orders.silver.PAID GROUP BY id;
              """
                  .formatted(i, i));
    }
  }

  private static String pom() {
    return """
    <project>
      <modelVersion>4.0.0</modelVersion>
      <groupId>sized</groupId>
      <artifactId>sized</artifactId>
      <version>1</version>
      <packaging>pom</packaging>
      <build>
        <plugins>
          <plugin>
            <groupId>dev.bylaw</groupId>
            <artifactId>policy-maven-plugin</artifactId>
            <version>%s</version>
            <configuration>
              <inputs>${project.basedir}/inputs</inputs>
              <policySet>policies</policySet>
            </configuration>
            <executions>
              <execution>
                <goals>
                  <goal>check</goal>
                </goals>
              </execution>
            </executions>
          </plugin>
        </plugins>
      </build>
    </project>
    """
        .formatted(VERSION);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }
}
