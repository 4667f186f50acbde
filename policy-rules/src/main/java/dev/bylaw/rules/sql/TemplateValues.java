package dev.bylaw.rules.sql;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.sql.text.Canvas;
import dev.bylaw.rules.sql.text.Template;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Leaves out the values that a template is a part of, and lists them as unknown. Texts of
 * statements and expressions stay as they are written.
 */
final class TemplateValues {
  private static final String NOTHING = String.valueOf(Canvas.NOTHING);

  private final Map<SourceFile, List<Template>> templates;
  private final List<Unknown> unknown;

  /**
   * Of one script, or several.
   *
   * @param templates of each script in the order of its text
   * @param unknown takes what is left out
   */
  TemplateValues(List<Template> templates, List<Unknown> unknown) {
    this.templates =
        templates.stream()
            .filter(t -> t.kind().hidesValues())
            .collect(Collectors.groupingBy(t -> t.span().source()));
    this.unknown = unknown;
  }

  Located.Object known(Located.Object object, String pointer) {
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    object
        .entries()
        .forEach(
            (key, entry) -> {
              String at = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
              if (key.equals("text")) {
                entries.put(key, entry);
              } else if (hidden(key, entry.keySpan()).isPresent()) {
                note(pointer, entry.keySpan(), key);
              } else {
                known(entry.value(), at, at)
                    .ifPresent(v -> entries.put(bare(key), new Located.Entry(entry.keySpan(), v)));
              }
            });
    return new Located.Object(entries, object.span());
  }

  /**
   * A value without what is not known.
   *
   * @param gap what is unknown if the value is left out
   */
  private Optional<Located> known(Located value, String pointer, String gap) {
    if (value instanceof Located.Object object) {
      return Optional.of(known(object, pointer));
    } else if (value instanceof Located.Array array) {
      List<Located> elements = new ArrayList<>();
      for (Located element : array.elements()) {
        known(element, pointer + "/" + elements.size(), pointer).ifPresent(elements::add);
      }
      return Optional.of(new Located.Array(elements, array.span()));
    } else if (!(value.value() instanceof RegoString text)) {
      return Optional.of(value);
    } else if (hidden(text.value(), value.span()).isPresent()) {
      note(gap, value.span(), text.value());
      return Optional.empty();
    } else if (text.value().contains(NOTHING)) {
      return Optional.of(new Located.Scalar(RegoString.of(bare(text.value())), value.span()));
    }
    return Optional.of(value);
  }

  private static String bare(String text) {
    return text.replace(NOTHING, "");
  }

  private void note(String pointer, Span span, String value) {
    String template = hidden(value, span).map(Completion::shown).orElse("");
    unknown.add(new Unknown(pointer, "the template in it has no value yet: " + template, span));
  }

  /** The template that a value has in it, as it is written or as it is masked. */
  private Optional<Template> hidden(String value, Span span) {
    boolean masked = value.indexOf(Canvas.UNKNOWN) >= 0;
    List<Template> here = templates.getOrDefault(span.source(), List.of());
    for (int i = first(here, span.start()); i < here.size(); i++) {
      Template template = here.get(i);
      if (template.span().start() >= span.end()) {
        break;
      }
      if (masked || value.contains(template.span().text())) {
        return Optional.of(template);
      }
    }
    return Optional.empty();
  }

  /** The index of the first template that ends behind an offset. */
  private static int first(List<Template> templates, int offset) {
    int low = 0;
    int high = templates.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (templates.get(middle).span().end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
