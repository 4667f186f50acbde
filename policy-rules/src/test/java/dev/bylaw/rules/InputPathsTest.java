package dev.bylaw.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rules.infra.BundleValues;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputPathsTest {
  private static final String WAREHOUSE =
      "{\"cluster_size\": \"Small\", \"warehouse_type\": \"PRO\"}";

  @TempDir Path root;

  @BeforeEach
  void files() throws IOException {
    write("orders/compute/w.json", WAREHOUSE);
    write("orders/sql/a.sql", "SELECT 1");
    write("orders/sql/deep/b.sql", "SELECT 2");
    write("billing/w.json", WAREHOUSE);
    write("billing/c.sql", "SELECT 3");
    write("other/w.json", WAREHOUSE);
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static InputPath all(String text) {
    return new InputPath(text, Set.of());
  }

  private SubjectLoader.Loaded load(InputPath... inputs) {
    return load(root, inputs);
  }

  private static SubjectLoader.Loaded load(Path base, InputPath... inputs) {
    return SubjectLoader.load(
        InputPaths.of(base, Arrays.asList(inputs)), BundleValues.NONE, Optional.empty());
  }

  private static List<String> paths(SubjectLoader.Loaded loaded) {
    return loaded.subjects().stream().map(Subject::path).toList();
  }

  @Test
  void aSingleFolderOrFileIsWhatPathsAreRelativeTo() {
    assertThat(paths(load(all("orders")))).contains("compute/w.json", "sql/a.sql").hasSize(3);
    assertThat(paths(load(all("billing/w.json")))).containsExactly("w.json");
    assertThat(paths(load(all("")))).contains("other/w.json").hasSize(6);
  }

  @Test
  void ofSeveralInputsPathsAreRelativeToTheBase() {
    assertThat(paths(load(all("billing"), all("orders/sql/a.sql"))))
        .containsExactly("billing/c.sql", "billing/w.json", "orders/sql/a.sql");
    assertThat(paths(load(all("orders"), all("orders/sql")))).hasSize(3);
  }

  @Test
  void otherwiseToTheFolderThatTheyHaveInCommon() {
    assertThat(paths(load(root.resolve("orders"), all("sql"), all("../billing"))))
        .containsExactly(
            "billing/c.sql", "billing/w.json", "orders/sql/a.sql", "orders/sql/deep/b.sql");
  }

  @Test
  void patternsChooseFiles() {
    assertThat(paths(load(all("*/*.sql")))).containsExactly("billing/c.sql");
    assertThat(paths(load(all("orders/**/*.sql"))))
        .containsExactly("orders/sql/a.sql", "orders/sql/deep/b.sql");
    assertThat(paths(load(all("{billing,other}/w.json"), all("orders/sql/a.sql"))))
        .containsExactly("billing/w.json", "orders/sql/a.sql", "other/w.json");
  }

  @Test
  void aFileMayHaveAStarInItsName() throws IOException {
    write("odd/[a].sql", "SELECT 4");
    assertThat(paths(load(all("odd/[a].sql")))).containsExactly("[a].sql");
    write("odd[1]/x/y.sql", "SELECT 5");
    assertThat(paths(load(root.resolve("odd[1]/x"), all("*.sql"), all("../../billing/c.sql"))))
        .containsExactly("billing/c.sql", "odd[1]/x/y.sql");
  }

  @Test
  void whatIsMissingIsNamedEachTime() {
    SubjectLoader.Loaded loaded =
        load(all("no"), all("billing"), all("sql/*.sql"), all("*/no.sql"));
    assertThat(loaded.hasErrors()).isTrue();
    assertThat(loaded.diagnostics())
        .extracting(d -> d.severity() + " " + d.code())
        .containsExactlyInAnyOrder(
            "ERROR inputs_missing",
            "ERROR inputs_missing",
            "WARNING include_unmatched",
            "WARNING include_unmatched");
  }

  @Test
  void onlySomeKindsAreJudged() {
    InputPath warehouses = new InputPath("orders", Set.of(SubjectKind.WAREHOUSE));
    assertThat(paths(load(warehouses))).containsExactly("compute/w.json");
    assertThat(paths(load(warehouses, all("billing"))))
        .containsExactly("billing/c.sql", "billing/w.json", "orders/compute/w.json");
    assertThat(paths(load(new InputPath("**/w.json", Set.of(SubjectKind.SQL))))).isEmpty();
  }

  @Test
  void theVersionBeforeIsLaidOutAlike() throws IOException {
    write("before/billing/w.json", WAREHOUSE.replace("Small", "Large"));
    InputPaths inputs = InputPaths.of(root, List.of(all("billing"), all("orders/**/*.sql")));
    SubjectLoader.Loaded loaded =
        SubjectLoader.load(inputs, BundleValues.NONE, Optional.of(root.resolve("before")));
    assertThat(loaded.hasErrors()).isFalse();
    assertThat(loaded.subjects())
        .filteredOn(s -> s.kind() == SubjectKind.WAREHOUSE)
        .singleElement()
        .satisfies(s -> assertThat(s.input().value().toString()).contains("previous", "Large"));
  }

  @Test
  void includesCountBelowTheRoot() {
    InputPaths inputs =
        InputPaths.of(root, List.of(all("billing"), all("orders"))).including(List.of("**/*.sql"));
    assertThat(paths(SubjectLoader.load(inputs, BundleValues.NONE, Optional.empty())))
        .containsExactly("billing/c.sql", "orders/sql/a.sql", "orders/sql/deep/b.sql");
  }
}
