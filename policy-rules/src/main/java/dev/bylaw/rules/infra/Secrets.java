package dev.bylaw.rules.infra;

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rules.document.Placeholders;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values that a Terraform plan marks as sensitive; it has them in clear. They are blanked in
 * the text itself, so that neither a policy nor the lines that a report shows can have them, and
 * every other place stays what it was.
 */
final class Secrets {
  /** What marks values, by {@code true} or by a tree with {@code true}, and the values. */
  private static final Map<String, List<String>> MARKS =
      Map.of(
          "before_sensitive", List.of("before"),
          "after_sensitive", List.of("after"),
          "sensitive_values", List.of("values"),
          "sensitive", List.of("value", "default"));

  /** Of the values, by their beginnings. */
  private final TreeMap<Integer, Span> spans = new TreeMap<>();

  private Secrets() {}

  /** Those of a plan. */
  static Secrets of(Located.Object plan) {
    Secrets secrets = new Secrets();
    secrets.collect(plan);
    secrets.variables(plan);
    return secrets;
  }

  boolean isEmpty() {
    return spans.isEmpty();
  }

  private void collect(Located value) {
    if (value instanceof Located.Object object) {
      MARKS.forEach(
          (mark, names) ->
              Shape.entry(object, mark)
                  .ifPresent(
                      marks ->
                          names.forEach(
                              name ->
                                  Shape.entry(object, name)
                                      .ifPresent(v -> mark(marks.value(), v.value())))));
      object.entries().values().forEach(entry -> collect(entry.value()));
    } else if (value instanceof Located.Array list) {
      list.elements().forEach(this::collect);
    }
  }

  /** The values of variables that the configuration declares as sensitive. */
  private void variables(Located.Object plan) {
    Shape.block(plan, "configuration")
        .flatMap(c -> Shape.block(c, "root_module"))
        .flatMap(m -> Shape.block(m, "variables"))
        .ifPresent(
            declared ->
                Shape.block(plan, "variables").ifPresent(given -> variables(declared, given)));
  }

  private void variables(Located.Object declared, Located.Object given) {
    for (String name : given.entries().keySet()) {
      Shape.block(declared, name)
          .flatMap(variable -> Shape.entry(variable, "sensitive"))
          .ifPresent(
              marks ->
                  Shape.block(given, name)
                      .flatMap(variable -> Shape.entry(variable, "value"))
                      .ifPresent(v -> mark(marks.value(), v.value())));
    }
  }

  private void mark(Located marks, Located value) {
    if (Shape.isNull(value)) {
      return;
    }
    if (marks.value().equals(RegoBoolean.TRUE)) {
      spans.put(value.span().start(), value.span());
    } else if (marks instanceof Located.Object tree && value instanceof Located.Object object) {
      tree.entries()
          .forEach(
              (key, entry) ->
                  Shape.entry(object, key).ifPresent(v -> mark(entry.value(), v.value())));
    } else if (marks instanceof Located.Array tree && value instanceof Located.Array list) {
      int both = Math.min(tree.elements().size(), list.elements().size());
      for (int i = 0; i < both; i++) {
        mark(tree.elements().get(i), list.elements().get(i));
      }
    }
  }

  /** The same plan with a text that stands for each secret. */
  Located.Object removed(Located.Object plan) {
    SourceFile source = plan.span().source();
    DocumentReader.Result read =
        DocumentReader.read(SourceFile.of(source.name(), blanked(source.text())));
    return read.documents().stream()
        .filter(Located.Object.class::isInstance)
        .map(Located.Object.class::cast)
        .map(this::object)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the blanked plan is not JSON any more"));
  }

  private String blanked(String text) {
    char[] chars = text.toCharArray();
    int done = 0;
    for (Span span : spans.values()) {
      if (span.end() <= done) {
        continue; // within another one
      } else if (chars[span.start()] == '"') {
        Arrays.fill(chars, span.start() + 1, span.end() - 1, '*');
      } else {
        for (int i = span.start() + 1; i < span.end(); i++) {
          chars[i] = Character.isWhitespace(chars[i]) ? chars[i] : ' ';
        }
        chars[span.start()] = '0';
      }
      done = span.end();
    }
    return new String(chars);
  }

  private Located.Object object(Located.Object object) {
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    object
        .entries()
        .forEach(
            (key, entry) ->
                entries.put(key, new Located.Entry(entry.keySpan(), value(entry.value()))));
    return new Located.Object(entries, object.span());
  }

  private Located value(Located value) {
    if (spans.containsKey(value.span().start())) {
      return Placeholders.sensitive(value.span());
    } else if (value instanceof Located.Object object) {
      return object(object);
    } else if (value instanceof Located.Array list) {
      List<Located> elements = new ArrayList<>();
      list.elements().forEach(element -> elements.add(value(element)));
      return new Located.Array(elements, list.span());
    }
    return value;
  }
}
