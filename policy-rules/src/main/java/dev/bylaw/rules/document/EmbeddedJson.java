package dev.bylaw.rules.document;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON that a text of a document holds. */
final class EmbeddedJson {
  private final TextPlaces places;

  private EmbeddedJson(TextPlaces places) {
    this.places = places;
  }

  static Optional<Located> read(Located value, ValueType type, Reading at) {
    if (!(value.value() instanceof RegoString text)) {
      return type.read(value, at);
    }
    SourceFile inner = SourceFile.of(value.span().source().name(), text.value());
    DocumentReader.Result parsed = DocumentReader.readJson(inner, Limits.DEFAULT);
    if (parsed.documents().isEmpty() && Placeholders.in(text.value())) {
      return at.noted(value);
    }
    EmbeddedJson json = new EmbeddedJson(TextPlaces.of(text.value(), value.span()));
    at.found(parsed.diagnostics().stream().map(json::moved).toList());
    if (parsed.documents().isEmpty()) {
      at.open(value.span(), "the text is not the JSON that was expected");
      return Optional.empty();
    }
    return type.read(json.moved(parsed.documents().get(0)), at);
  }

  private Diagnostic moved(Diagnostic d) {
    return new Diagnostic(d.code(), d.severity(), d.span().map(places::outer), d.message());
  }

  private Located moved(Located value) {
    Span span = places.outer(value.span());
    if (value instanceof Located.Object object) {
      Map<String, Located.Entry> entries = new LinkedHashMap<>();
      object
          .entries()
          .forEach(
              (key, entry) ->
                  entries.put(
                      key, new Located.Entry(places.outer(entry.keySpan()), moved(entry.value()))));
      return new Located.Object(entries, span);
    } else if (value instanceof Located.Array array) {
      List<Located> elements = new ArrayList<>();
      array.elements().forEach(element -> elements.add(moved(element)));
      return new Located.Array(elements, span);
    }
    return new Located.Scalar(value.value(), span);
  }
}
