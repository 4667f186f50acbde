package dev.bylaw.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Ten products of three domains, and one domain that the organisation does not have. */
final class MeshProducts {
  static final Path MESH = Path.of("src/test/resources/dev/bylaw/policy/mesh");

  private MeshProducts() {}

  /** By name. */
  static Map<String, Subject> all() throws IOException {
    SourceFile file =
        SourceFile.of("products.yaml", Files.readString(MESH.resolve("products.yaml")));
    Map<String, Subject> out = new TreeMap<>();
    if (DocumentReader.read(file).documents().get(0) instanceof Located.Object all) {
      all.entries().forEach((name, e) -> out.put(name, subject(name, e.value())));
    }
    assertThat(out).hasSize(10);
    return out;
  }

  private static Subject subject(String name, Located product) {
    String domain = text(product, "domain");
    String warehouse =
        RegoJson.write(product.child(RegoString.of("warehouse")).orElseThrow().value());
    return TestSubjects.warehouse(
        name + "/warehouse.json",
        domain + "/" + name,
        Map.of("tier", text(product, "tier")),
        warehouse);
  }

  private static String text(Located product, String field) {
    return product.child(RegoString.of(field)).orElseThrow().span().text();
  }
}
