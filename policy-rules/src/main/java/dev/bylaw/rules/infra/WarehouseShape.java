package dev.bylaw.rules.infra;

import static dev.bylaw.rules.document.ValueType.BLOCK;
import static dev.bylaw.rules.document.ValueType.BOOLEAN;
import static dev.bylaw.rules.document.ValueType.LOOSE_TEXT;
import static dev.bylaw.rules.document.ValueType.NUMBER;
import static dev.bylaw.rules.document.ValueType.TEXT;
import static dev.bylaw.rules.document.ValueType.mapOf;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.document.Reading;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.subject.Located;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A SQL warehouse. */
final class WarehouseShape {
  static final Shape WAREHOUSE =
      Shape.compact()
          .fields(TEXT, "name", "cluster_size")
          .fields(NUMBER, "auto_stop_mins", "min_num_clusters", "max_num_clusters")
          .field("warehouse_type", TEXT)
          .fields(BOOLEAN, "enable_serverless_compute", "enable_photon")
          .field("spot_instance_policy", TEXT)
          .field("channel", BLOCK)
          .field("instance_profile_arn", TEXT)
          .derived("tags", WarehouseShape::tags);

  private WarehouseShape() {}

  /** The API has {@code {custom_tags: [{key, value}]}}; files have the list or a map, too. */
  private static Optional<Located.Entry> tags(Located.Object source, Reading at) {
    return Shape.entry(source, "tags")
        .flatMap(
            tags -> {
              Located value =
                  tags.value() instanceof Located.Object object
                      ? Shape.entry(object, "custom_tags")
                          .map(Located.Entry::value)
                          .orElse(tags.value())
                      : tags.value();
              return mapOf(LOOSE_TEXT)
                  .read(value instanceof Located.Array pairs ? map(pairs) : value, at)
                  .map(map -> new Located.Entry(tags.keySpan(), map));
            });
  }

  private static Located.Object map(Located.Array pairs) {
    Map<String, Located.Entry> tags = new LinkedHashMap<>();
    for (Located.Object pair : Shape.objects(pairs).toList()) {
      Optional<Located.Entry> key = Shape.entry(pair, "key");
      Optional<Located.Entry> value = Shape.entry(pair, "value");
      if (key.isPresent()
          && value.isPresent()
          && key.get().value().value() instanceof RegoString name) {
        Located.Entry tag = new Located.Entry(key.get().value().span(), value.get().value());
        tags.putIfAbsent(name.value(), tag);
      }
    }
    return new Located.Object(tags, pairs.span());
  }
}
