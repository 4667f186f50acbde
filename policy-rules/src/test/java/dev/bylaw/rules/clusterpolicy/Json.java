package dev.bylaw.rules.clusterpolicy;

import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;

/** JSON of tests, with places in the file {@code a.json}. */
final class Json {
  private Json() {}

  /** Reads an object; quotes are single, for short. */
  static Located.Object read(String text) {
    SourceFile file = SourceFile.of("a.json", text.replace('\'', '"'));
    Located document =
        DocumentReader.readJson(file, Limits.DEFAULT).documents().stream()
            .findFirst()
            .orElseThrow();
    if (document instanceof Located.Object object) {
      return object;
    }
    throw new AssertionError("no object: " + text);
  }
}
