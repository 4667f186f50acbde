package dev.bylaw.rules.infra;

import static dev.bylaw.rules.document.ValueType.LOOSE_TEXT;
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

/** Tags, which the API has as a map or as a list of pairs, below {@code custom_tags} or not. */
final class Tags {
  private static final ValueType MAP = mapOf(LOOSE_TEXT);

  /** A map of texts, whatever the form. */
  static final ValueType TAGS = readBy(Tags::read, MAP);

  private Tags() {}

  private static Optional<Located> read(Located value, Reading at) {
    Optional<Located.Entry> wrapped =
        value instanceof Located.Object object
            ? Shape.entry(object, "custom_tags")
            : Optional.empty();
    return wrapped.isPresent()
        ? plain(wrapped.get().value(), at.writtenAs("custom_tags"))
        : plain(value, at);
  }

  private static Optional<Located> plain(Located value, Reading at) {
    return MAP.read(value instanceof Located.Array pairs ? map(pairs, at) : value, at);
  }

  private static Located map(Located.Array pairs, Reading at) {
    Map<String, Located.Entry> tags = new LinkedHashMap<>();
    for (Located pair : pairs.elements()) {
      Optional<Located> key = part(pair, "key");
      Optional<Located> value = part(pair, "value");
      if (key.isPresent() && value.isPresent() && key.get().value() instanceof RegoString name) {
        tags.putIfAbsent(name.value(), new Located.Entry(key.get().span(), value.get()));
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
