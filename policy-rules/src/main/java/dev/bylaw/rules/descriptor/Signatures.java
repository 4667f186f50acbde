package dev.bylaw.rules.descriptor;

import dev.bylaw.rules.document.Shape;
import dev.bylaw.subject.Located;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What tells the documents of the standards from each other, and from those of others. */
final class Signatures {
  /** Fields that only descriptors of another standard have. */
  private static final List<String> FOREIGN =
      List.of("dataProductOwner", "dataProductDescriptor", "metadata", "spec");

  private static final List<String> DBT_LISTS = List.of("models", "sources", "seeds", "snapshots");

  private static final List<String> DBT_FIELDS =
      List.of("columns", "tests", "data_tests", "tables");

  private Signatures() {}

  /** Other makers have the same kinds, with versions such as {@code acme.com/v1}. */
  static boolean isBitol(Located.Object document, String kind) {
    Optional<Located.Entry> version = Shape.entry(document, "apiVersion");
    boolean ours =
        version.isPresent()
            ? !version.get().value().value().toString().contains("/")
            : FOREIGN.stream().noneMatch(document.entries()::containsKey);
    return ours && Shape.text(document, "kind").filter(kind::equals).isPresent();
  }

  static boolean hasScalar(Located.Object document, String key) {
    return Shape.entry(document, key)
        .filter(entry -> entry.value() instanceof Located.Scalar)
        .isPresent();
  }

  static boolean isWitboost(Located.Object document) {
    boolean product =
        Shape.text(document, "kind").filter("dataproduct"::equalsIgnoreCase).isPresent();
    return hasScalar(document, "dataProductOwner")
        && (product || document.entries().containsKey("components"));
  }

  static boolean isOdpsLf(Located.Object document) {
    return Shape.text(document, "schema").filter(s -> s.contains("opendataproducts")).isPresent()
        && Shape.block(document, "product").isPresent();
  }

  static boolean isManifest(Located.Object document) {
    return Shape.block(document, "metadata")
        .flatMap(metadata -> Shape.text(metadata, "dbt_schema_version"))
        .filter(version -> version.contains("/manifest/"))
        .isPresent();
  }

  /** Lists of named things with something that only dbt says of them. */
  static boolean isDbtProperties(Located.Object document) {
    return DBT_LISTS.stream()
        .flatMap(list -> Shape.entry(document, list).stream())
        .flatMap(list -> Shape.objects(list.value()))
        .filter(named -> Shape.text(named, "name").isPresent())
        .anyMatch(
            named ->
                Shape.entry(document, "version").isPresent()
                    || DBT_FIELDS.stream().anyMatch(named.entries()::containsKey));
  }

  static boolean mayBeDbtProperties(Set<String> words) {
    return words.contains("name")
        && DBT_LISTS.stream().anyMatch(words::contains)
        && (words.contains("version") || DBT_FIELDS.stream().anyMatch(words::contains));
  }
}
