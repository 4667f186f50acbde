package dev.bylaw.rules.document;

import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of which nothing is known beforehand.
 *
 * @param compact empty objects and lists within it are absent
 * @param verbatim placeholders mean nothing in it
 */
record Anything(boolean compact, boolean verbatim) implements ValueType {
  @Override
  public Optional<Located> read(Located value, Reading at) {
    if (value instanceof Located.Object object) {
      Map<String, Located.Entry> entries = new LinkedHashMap<>();
      object
          .entries()
          .forEach(
              (key, entry) -> {
                if (verbatim || at.isKnown(key, entry.keySpan())) {
                  child(entry.value(), at.below(key))
                      .ifPresent(v -> entries.put(key, new Located.Entry(entry.keySpan(), v)));
                }
              });
      return Optional.of(new Located.Object(entries, object.span()));
    } else if (value instanceof Located.Array array) {
      List<Located> elements = new ArrayList<>();
      for (Located element : array.elements()) {
        child(element, at.below(elements.size())).ifPresent(elements::add);
      }
      return Optional.of(new Located.Array(elements, array.span()));
    }
    return verbatim && !Placeholders.isUntold(value) ? Optional.of(value) : at.noted(value);
  }

  @Override
  public RegoObject schema(SchemaWriter writer) {
    return SchemaWriter.ANYTHING;
  }

  private Optional<Located> child(Located value, Reading at) {
    return Shape.isNull(value)
        ? Optional.empty()
        : read(value, at).filter(read -> !compact || !Shape.isEmpty(read));
  }
}
