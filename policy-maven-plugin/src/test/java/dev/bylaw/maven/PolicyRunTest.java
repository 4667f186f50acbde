package dev.bylaw.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.decision.Edit;
import dev.bylaw.decision.Question;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.report.Report;
import dev.bylaw.rules.InputPath;
import dev.bylaw.rules.InputPaths;
import dev.bylaw.rules.infra.BundleValues;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.subject.SubjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyRunTest {
  @TempDir Path folder;

  @BeforeEach
  void policySet() throws IOException {
    write(
        "policies/named.rego",
        """
        package named

        import rego.v1

        deny contains "no name" if not input.warehouse.name
        """);
    write("inputs/readme.json", "{}");
  }

  @Test
  void inputsWithoutSubjectsAreAnError() {
    assertThatThrownBy(() -> run(false).ready())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no_subjects")
        .hasMessageContaining("readme.json");
  }

  @Test
  void inputsWithoutSubjectsOfTheKindSayWhichKind() throws IOException {
    write("inputs/warehouse.json", "{\"name\": \"w\", \"warehouse_type\": \"PRO\"}");
    InputPath sql = new InputPath("inputs", Set.of(SubjectKind.SQL));
    assertThatThrownBy(() -> run(InputPaths.of(folder, List.of(sql)), false).ready())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected a subject of kind sql, found");
  }

  @Test
  void inputsWithoutSubjectsAreFineWhereTheUserSaysSo() {
    assertThat(run(true).ready().subjects()).isEmpty();
  }

  @Test
  void brokenInputsAreNeverFine() throws IOException {
    write("inputs/warehouse.json", "{\"cluster_size\": \"Small\", \"warehouse_type\": ");
    assertThatThrownBy(() -> run(true).ready())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("warehouse.json:1:");
  }

  @Test
  void filesThatHoldNothingToJudgeAreNamed() throws IOException {
    write("inputs/warehouse.json", "{\"cluster_size\": \"Small\", \"warehouse_type\": \"PRO\"}");
    assertThat(run(false).ready().notes())
        .extracting(Diagnostic::message)
        .containsExactly("1 file holds nothing to judge: readme.json");
  }

  @Test
  void whatNoDescriptorPlacesIsOfTheGivenProduct() throws IOException {
    write("inputs/warehouse.json", "{\"cluster_size\": \"Small\", \"warehouse_type\": \"PRO\"}");
    assertThat(run(false).ready().subjects())
        .allSatisfy(s -> assertThat(s.product()).contains("bills"))
        .allSatisfy(s -> assertThat(s.domain()).contains("finance"));
  }

  @Test
  void fixesAreTriedWhereTheUserAsksForThem() throws IOException {
    write(
        "policies/idle.rego",
        """
        package idle

        deny contains finding if {
        	input.warehouse.auto_stop_mins == 0
        	finding := {"msg": "never stops", "fix": {"set": ["warehouse", "auto_stop_mins"], "to": 60}}
        }
        """);
    write(
        "inputs/warehouse.json",
        "{\"name\": \"a\", \"cluster_size\": \"Small\", \"auto_stop_mins\": 0}");
    assertThat(edits(false)).isEmpty();
    assertThat(edits(true)).containsExactly("60");
  }

  private List<String> edits(boolean fixes) {
    PolicyRun run = run(false);
    Report report = run.report(run.ready(), (done, all) -> {}, fixes);
    return report.decision().findings().stream()
        .flatMap(f -> f.fix().stream())
        .flatMap(f -> f.edits().stream())
        .map(Edit::text)
        .toList();
  }

  private PolicyRun run(boolean mayBeEmpty) {
    return run(InputPaths.of(folder.resolve("inputs")), mayBeEmpty);
  }

  private PolicyRun run(InputPaths inputs, boolean mayBeEmpty) {
    Question question = Question.at(EnforcementPoint.BUILD);
    return new PolicyRun(
        new PolicyRun.Inputs(
            inputs,
            BundleValues.NONE,
            Optional.of("bills"),
            Optional.of("finance"),
            Optional.empty()),
        PolicySetName.of("policies", folder),
        (name, versions) -> folder,
        mayBeEmpty ? question.withoutAny(Question.Nothing.SUBJECT) : question,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
