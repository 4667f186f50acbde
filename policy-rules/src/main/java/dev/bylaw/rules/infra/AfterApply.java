package dev.bylaw.rules.infra;

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rules.document.Placeholders;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts together what a Terraform plan says of a resource: the values after the change, and those
 * that are known only then, which the plan leaves out of them and names by {@code true} in {@code
 * after_unknown}.
 */
final class AfterApply {
  private AfterApply() {}

  /**
   * The values with a placeholder for each that is known only after apply.
   *
   * @param after empty where there is none
   * @param unknown of the same form, with {@code true} for what is not known
   */
  static Optional<Located> joined(Optional<Located> after, Located unknown) {
    if (unknown.value().equals(RegoBoolean.TRUE)) {
      return Optional.of(Placeholders.afterApply(unknown.span()));
    } else if (unknown instanceof Located.Object open) {
      return object(after, open);
    } else if (unknown instanceof Located.Array open) {
      return list(after, open);
    }
    return after;
  }

  private static Optional<Located> object(Optional<Located> after, Located.Object open) {
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    if (after.isPresent() && after.get() instanceof Located.Object known) {
      entries.putAll(known.entries());
    }
    open.entries()
        .forEach(
            (key, entry) -> {
              Optional<Located.Entry> known = Optional.ofNullable(entries.get(key));
              joined(known.map(Located.Entry::value), entry.value())
                  .ifPresent(
                      value ->
                          entries.put(
                              key,
                              new Located.Entry(
                                  known.map(Located.Entry::keySpan).orElse(entry.keySpan()),
                                  value)));
            });
    boolean nothing =
        entries.isEmpty() && !(after.isPresent() && after.get() instanceof Located.Object);
    return nothing
        ? after
        : Optional.of(new Located.Object(entries, after.map(Located::span).orElse(open.span())));
  }

  private static Optional<Located> list(Optional<Located> after, Located.Array open) {
    List<Located> known =
        after.isPresent() && after.get() instanceof Located.Array list
            ? list.elements()
            : List.of();
    List<Located> elements = new ArrayList<>();
    for (int i = 0; i < Math.max(known.size(), open.elements().size()); i++) {
      Optional<Located> element = i < known.size() ? Optional.of(known.get(i)) : Optional.empty();
      Optional<Located> joined =
          i < open.elements().size() ? joined(element, open.elements().get(i)) : element;
      joined.ifPresent(elements::add);
    }
    return elements.isEmpty()
        ? after
        : Optional.of(new Located.Array(elements, after.map(Located::span).orElse(open.span())));
  }
}
