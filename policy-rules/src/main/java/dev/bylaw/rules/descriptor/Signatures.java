package dev.bylaw.rules.descriptor;

import dev.bylaw.rules.document.Shape;
import dev.bylaw.subject.Located;
import java.util.Collections;
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
            : Collections.disjoint(FOREIGN, document.entries().keySet());
    return ours && Shape.text(document, "kind").orElse("").equals(kind);
  }

  static boolean hasScalar(Located.Object document, String key) {
    Optional<Located.Entry> entry = Shape.entry(document, key);
    return entry.isPresent() && entry.get().value() instanceof Located.Scalar;
  }

  static boolean isWitboost(Located.Object document) {
    boolean product = "dataproduct".equalsIgnoreCase(Shape.text(document, "kind").orElse(""));
    return hasScalar(document, "dataProductOwner")
        && (product || document.entries().containsKey("components"));
  }

  static boolean isOdpsLf(Located.Object document) {
    return Shape.text(document, "schema").orElse("").contains("opendataproducts")
        && Shape.block(document, "product").isPresent();
  }

  static boolean isManifest(Located.Object document) {
    Optional<Located.Object> metadata = Shape.block(document, "metadata");
    return metadata.isPresent()
        && Shape.text(metadata.get(), "dbt_schema_version").orElse("").contains("/manifest/");
  }

  /** Lists of named things with something that only dbt says of them. */
  static boolean isDbtProperties(Located.Object document) {
    boolean versioned = Shape.entry(document, "version").isPresent();
    for (String key : DBT_LISTS) {
      Optional<Located.Entry> list = Shape.entry(document, key);
      if (list.isPresent() && holdsDbt(list.get().value(), versioned)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsDbt(Located list, boolean versioned) {
    return Shape.objects(list)
        .filter(named -> Shape.text(named, "name").isPresent())
        .anyMatch(n -> versioned || !Collections.disjoint(DBT_FIELDS, n.entries().keySet()));
  }

  static boolean mayBeDbtProperties(Set<String> words) {
    return words.contains("name")
        && !Collections.disjoint(DBT_LISTS, words)
        && (words.contains("version") || !Collections.disjoint(DBT_FIELDS, words));
  }
}
