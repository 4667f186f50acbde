package dev.bylaw.rules.infra;

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Limits;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts values in for the <a
 * href="https://docs.databricks.com/dev-tools/bundles/variables">references</a> of a bundle, such
 * as {@code ${var.size}}. What has no value in the bundle stays a reference. A value that replaces
 * a whole text has the place where it is written itself.
 */
final class Substitution {
  /** Of values within values, and of references through references. */
  private static final int MAX_DEPTH = Limits.DEFAULT.maxNesting();

  /** Of a text that is put together. */
  private static final int MAX_LENGTH = 65_536;

  private final Located.Object bundle;
  private final BundleValues given;
  private final Budget budget;
  private final Map<String, Resolved> resolved = new HashMap<>();

  /**
   * What a reference leads to.
   *
   * @param size how many values that are
   * @param height how deep they are nested
   */
  private record Resolved(Optional<Located> value, int size, int height) {}

  /** How many values may be made; counted for all targets together. */
  static final class Budget {
    private int left;

    Budget(int values) {
      this.left = values;
    }

    boolean isSpent() {
      return left <= 0;
    }

    private boolean spend(int values) {
      left = Math.max(0, left - values);
      return left > 0;
    }
  }

  /**
   * Prepares substitution.
   *
   * @param bundle for one target, in which references lead to values
   * @param given what the bundle does not tell
   */
  Substitution(Located.Object bundle, BundleValues given, Budget budget) {
    this.bundle = bundle;
    this.given = given;
    this.budget = budget;
  }

  /** An object of the bundle, or the bundle, with values for its references. */
  Located.Object object(Located.Object object) {
    return object(object, 0);
  }

  private Located.Object object(Located.Object object, int depth) {
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    object
        .entries()
        .forEach(
            (key, entry) ->
                entries.put(key, new Located.Entry(entry.keySpan(), in(entry.value(), depth + 1))));
    return new Located.Object(entries, object.span());
  }

  private Located in(Located value, int depth) {
    if (!budget.spend(1) || depth > MAX_DEPTH) {
      return value;
    } else if (value instanceof Located.Object object) {
      return object(object, depth);
    } else if (value instanceof Located.Array list) {
      List<Located> elements = new ArrayList<>();
      list.elements().forEach(element -> elements.add(in(element, depth + 1)));
      return new Located.Array(elements, list.span());
    }
    return value.value() instanceof RegoString text && text.value().contains("${")
        ? text(value, text.value(), depth)
        : value;
  }

  private Located text(Located whole, String text, int depth) {
    if (text.startsWith("${") && text.indexOf('}') == text.length() - 1) {
      return reference(text.substring(2, text.length() - 1), depth).orElse(whole);
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", at)) {
      int end = text.indexOf('}', start);
      if (end < 0) {
        break;
      }
      String written = text.substring(start, end + 1);
      out.append(text, at, start);
      out.append(
          reference(text.substring(start + 2, end), depth)
              .flatMap(Substitution::plain)
              .orElse(written));
      at = end + 1;
      if (out.length() > MAX_LENGTH) {
        return whole;
      }
    }
    return SubjectDocument.text(out.append(text.substring(at)).toString(), whole.span());
  }

  private static Optional<String> plain(Located value) {
    if (value.value() instanceof RegoString text) {
      return Optional.of(text.value());
    }
    return value.value() instanceof RegoNumber || value.value() instanceof RegoBoolean
        ? Optional.of(value.value().toString())
        : Optional.empty();
  }

  /** What a reference leads to, with the references in it replaced. */
  private Optional<Located> reference(String path, int depth) {
    Resolved known = resolved.get(path);
    if (known == null) {
      known = resolved(path, depth);
      resolved.put(path, known);
    } else if (!budget.spend(known.size)) {
      return Optional.empty();
    }
    return depth + known.height > MAX_DEPTH ? Optional.empty() : known.value;
  }

  private Resolved resolved(String path, int depth) {
    resolved.put(path, new Resolved(Optional.empty(), 1, 0)); // one that leads to itself
    Optional<Located> value = target(path).map(found -> in(found, depth + 1));
    return value.map(Substitution::measured).orElse(new Resolved(value, 1, 0));
  }

  private static Resolved measured(Located value) {
    int size = 1;
    int height = 0;
    for (Located child : children(value)) {
      Resolved below = measured(child);
      size += below.size;
      height = Math.max(height, below.height);
    }
    return new Resolved(Optional.of(value), size, height + 1);
  }

  private static List<Located> children(Located value) {
    if (value instanceof Located.Object object) {
      return object.entries().values().stream().map(Located.Entry::value).toList();
    }
    return value instanceof Located.Array list ? list.elements() : List.of();
  }

  private Optional<Located> target(String path) {
    List<String> keys = new ArrayList<>(List.of(path.split("\\.", -1)));
    if (keys.get(0).equals("var") && keys.size() > 1) {
      keys.set(0, "variables");
      keys.add(2, "value");
    } else if (path.equals("bundle.environment")) {
      keys.set(1, "target");
    }
    Optional<Located> at = Optional.of(bundle);
    for (String key : keys) {
      at = at.flatMap(value -> value.child(RegoString.of(key)));
    }
    return at.filter(value -> !(value.value() instanceof RegoNull)).or(() -> given.value(path));
  }
}
