package dev.bylaw.rules.descriptor;

import static dev.bylaw.rules.document.ValueType.TEXT;

import dev.bylaw.rules.document.Shape;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import java.util.List;

/** What stands at the head of a normalised descriptor. */
final class Header {
  private Header() {}

  /** The name of the standard has the place of {@code kind}, which stands for it. */
  static Shape of(String standard) {
    return Shape.closed()
        .derived(
            "standard",
            TEXT,
            (source, at) ->
                Shape.entry(source, "kind")
                    .map(
                        kind ->
                            new Located.Entry(
                                kind.keySpan(),
                                SubjectDocument.text(standard, kind.value().span()))))
        .field("standardVersion", List.of("apiVersion"), TEXT);
  }
}
