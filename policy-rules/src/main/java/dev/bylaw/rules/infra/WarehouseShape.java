package dev.bylaw.rules.infra;

import static dev.bylaw.rules.document.ValueType.BLOCK;
import static dev.bylaw.rules.document.ValueType.BOOLEAN;
import static dev.bylaw.rules.document.ValueType.LOOSE_TEXT;
import static dev.bylaw.rules.document.ValueType.NUMBER;
import static dev.bylaw.rules.document.ValueType.TEXT;
import static dev.bylaw.rules.document.ValueType.mapOf;
import static dev.bylaw.rules.document.ValueType.readBy;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.document.Reading;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.rules.document.ValueType;
import dev.bylaw.subject.Located;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A SQL warehouse. */
final class WarehouseShape {
  private static final ValueType TAGS =
      readBy(
          (value, at) ->
              mapOf(LOOSE_TEXT)
                  .read(value instanceof Located.Array pairs ? map(pairs, at) : value, at),
          mapOf(LOOSE_TEXT));

  static final Shape WAREHOUSE =
      Shape.compact()
          .fields(TEXT, "name", "cluster_size")
          .fields(NUMBER, "auto_stop_mins", "min_num_clusters", "max_num_clusters")
          .field("warehouse_type", TEXT)
          .fields(BOOLEAN, "enable_serverless_compute", "enable_photon")
          .field("spot_instance_policy", TEXT)
          .field("instance_profile_arn", TEXT)
          .derived("tags", TAGS, WarehouseShape::tags)
          .others(BLOCK);

  private WarehouseShape() {}

  /** The API has {@code {custom_tags: [{key, value}]}}; files have the list or a map, too. */
  private static Optional<Located.Entry> tags(Located.Object source, Reading at) {
    Optional<Located.Object> wrapper =
        Shape.block(source, "tags").filter(tags -> tags.entries().containsKey("custom_tags"));
    Optional<Located.Entry> tags =
        wrapper.isPresent()
            ? Shape.read(wrapper.get(), "custom_tags", TAGS, at.writtenAs("custom_tags"))
            : Shape.read(source, "tags", TAGS, at);
    return tags.map(t -> new Located.Entry(source.keySpan("tags").orElse(t.keySpan()), t.value()));
  }

  private static Located map(Located.Array pairs, Reading at) {
    Map<String, Located.Entry> tags = new LinkedHashMap<>();
    for (Located pair : pairs.elements()) {
      Optional<Located> key = part(pair, "key");
      Optional<Located> value = part(pair, "value");
      if (key.isPresent() && value.isPresent() && key.get().value() instanceof RegoString name) {
        at.noted(key.get())
            .ifPresent(
                k -> tags.putIfAbsent(name.value(), new Located.Entry(k.span(), value.get())));
      } else {
        at.unexpected(pair, "a tag with key and value");
      }
    }
    return new Located.Object(tags, pairs.span());
  }

  private static Optional<Located> part(Located pair, String key) {
    return pair instanceof Located.Object tag
        ? Shape.entry(tag, key).map(Located.Entry::value)
        : Optional.empty();
  }
}
