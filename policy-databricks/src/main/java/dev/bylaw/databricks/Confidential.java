package dev.bylaw.databricks;

import dev.bylaw.decision.Finding;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a request holds that belongs into no log: all settings of Spark, its environment, and the
 * image with its credentials. No rule tells a secret from other text, so none is tried.
 *
 * @param places of the keys and values
 * @param values as texts, also as they stand in JSON
 */
record Confidential(Set<Span> places, Set<String> values) {
  private static final Set<String> BLOCKS = Set.of("spark_conf", "spark_env_vars", "docker_image");
  private static final Set<String> HARMLESS = Set.of("true", "false");

  /** In UTF-16 units. Anything shorter occurs in any text. */
  private static final int SHORTEST = 4;

  static Confidential of(List<Subject> subjects) {
    Confidential found = new Confidential(new HashSet<>(), new HashSet<>());
    for (Subject subject : subjects) {
      subject.input().child(RegoString.of("raw")).ifPresent(raw -> found.search(raw, false));
    }
    return found;
  }

  private void search(Located at, boolean inside) {
    if (at instanceof Located.Object object) {
      object
          .entries()
          .forEach(
              (key, entry) -> {
                boolean within = inside || BLOCKS.contains(key);
                if (within) {
                  places.add(entry.keySpan());
                }
                search(entry.value(), within);
              });
    } else if (at instanceof Located.Array array) {
      array.elements().forEach(element -> search(element, inside));
    } else if (inside) {
      places.add(at.span());
      if (at.value() instanceof RegoString text
          && text.value().length() >= SHORTEST
          && !HARMLESS.contains(text.value())) {
        String json = RegoJson.write(text);
        values.add(text.value());
        values.add(json.substring(1, json.length() - 1));
      }
    }
  }

  /** Whether what a policy says may show a value, as a whole or in part. */
  boolean mayShowIn(Finding finding) {
    return places.contains(finding.span())
        || finding.because().stream().anyMatch(b -> places.contains(b.span()))
        || occursIn(finding.message());
  }

  /** Whether a text contains a value. */
  boolean occursIn(String text) {
    return values.stream().anyMatch(text::contains);
  }
}
