package dev.bylaw.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.infra.BundleValues;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a product's scripts take away from those who read its tables. */
class BreakingChangesTest {
  private static final String PRODUCT =
      """
      apiVersion: v1.0.0
      kind: DataProduct
      id: urn:orders
      name: orders
      version: 1.0.0
      status: active
      """;

  private static final String BEFORE =
      """
      CREATE TABLE c.s.t (
        id BIGINT, name STRING, amount DECIMAL(10, 2), note STRING, day DATE, kept INT, wide INT
      );
      CREATE TABLE c.s.old (id INT);
      CREATE TABLE c.s.moved (id INT);
      CREATE TABLE c.s.made AS SELECT 1 AS a;
      """;

  @TempDir Path folder;

  private Subject product(String previous, String present) throws IOException {
    write("before/product.yaml", PRODUCT);
    write("before/sql/a.sql", previous);
    write("now/product.yaml", PRODUCT);
    write("now/sql/a.sql", present);
    SubjectLoader.Loaded loaded =
        SubjectLoader.load(
            InputPaths.of(folder.resolve("now")),
            BundleValues.NONE,
            Optional.of(folder.resolve("before")));
    assertThat(loaded.hasErrors()).as(loaded.diagnostics().toString()).isFalse();
    return loaded.subjects().stream()
        .filter(subject -> subject.kind() == SubjectKind.DATA_PRODUCT)
        .findFirst()
        .orElseThrow();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Each with its line. */
  private List<String> changes(String previous, String present) throws IOException {
    Located breaking =
        product(previous, present).input().child(RegoString.of("breaking")).orElseThrow();
    return ((Located.Array) breaking)
        .elements().stream().map(change -> shown((Located.Object) change)).toList();
  }

  private static String shown(Located.Object change) {
    StringBuilder out = new StringBuilder().append(change.span().line()).append(':');
    for (String key : List.of("kind", "table", "column", "before", "after")) {
      Optional<Located> value = change.child(RegoString.of(key));
      value.ifPresent(v -> out.append(' ').append(((RegoString) v.value()).value()));
    }
    return out.toString();
  }

  @Test
  void whatReadersRelyOnIsMissed() throws IOException {
    assertThat(
            changes(
                BEFORE,
                """
                CREATE TABLE c.s.t (
                  id INT,
                  name STRING NOT NULL,
                  amount DECIMAL(12, 1),
                  day STRING,
                  kept INT,
                  wide BIGINT
                );
                CREATE TABLE c.s.moved (id INT);
                ALTER TABLE c.s.moved RENAME TO c.s.there;
                ALTER TABLE c.s.t RENAME COLUMN kept TO held;
                CREATE TABLE c.s.made (a INT);
                """))
        .containsExactly(
            "2: type narrowed c.s.t id BIGINT INT",
            "3: not null added c.s.t name",
            "4: type changed c.s.t amount DECIMAL(10,2) DECIMAL(12,1)",
            "1: column dropped c.s.t note",
            "5: type changed c.s.t day DATE STRING",
            "11: column renamed c.s.t kept kept held",
            "1: table dropped c.s.old",
            "10: table renamed c.s.moved c.s.moved c.s.there");
  }

  @Test
  void whatIsAddedOrWidenedBreaksNothing() throws IOException {
    assertThat(
            changes(
                "CREATE TABLE c.s.t (a INT NOT NULL, b VARCHAR(10), d DECIMAL(4), f FLOAT);",
                """
                CREATE TABLE c.s.t (A BIGINT, b VARCHAR(20), d DECIMAL(6, 1), f DOUBLE, g INT);
                CREATE TABLE c.s.u (a INT);
                """))
        .isEmpty();
  }

  @Test
  void columnsThatAreNotKnownAreNotGuessed() throws IOException {
    assertThat(changes("CREATE TABLE c.s.t (a INT);", "CREATE TABLE c.s.t AS SELECT * FROM c.s.u;"))
        .containsExactly("1: columns unknown c.s.t");
  }

  @Test
  void thePreviousVersionIsPartOfTheInput() throws IOException {
    Subject product = product(BEFORE, BEFORE);
    assertThat(
            product
                .input()
                .find(
                    List.of(
                        RegoString.of("previous"),
                        RegoString.of("state"),
                        RegoString.of("tables"))))
        .isPresent();
    assertThat(product.input().child(RegoString.of("breaking")).orElseThrow().value().toString())
        .isEqualTo("[]");
  }

  @Test
  void brokenPreviousVersionsAreNamed() throws IOException {
    write("before/product.yaml", PRODUCT);
    write("before/sql/a.sql", "CREATE TABLE (");
    write("now/product.yaml", PRODUCT);
    SubjectLoader.Loaded loaded =
        SubjectLoader.load(
            InputPaths.of(folder.resolve("now")),
            BundleValues.NONE,
            Optional.of(folder.resolve("before")));
    assertThat(loaded.hasErrors()).isFalse();
    assertThat(loaded.diagnostics().get(0).message()).startsWith("in the previous version: ");
  }
}
