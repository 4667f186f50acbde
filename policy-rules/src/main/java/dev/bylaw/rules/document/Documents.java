package dev.bylaw.rules.document;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Reads files into documents that are safe to walk through. Stateless and thread-safe. */
public final class Documents {
  /** Of one document, once every alias is replaced by what it stands for; inclusive. */
  static final long MAX_VALUES = 1_000_000;

  private Documents() {}

  /** Reads YAML, or JSON where the file's name says so. */
  public static DocumentReader.Result read(SourceFile file) {
    return bounded(DocumentReader.read(file), file);
  }

  /** Reads JSON, whatever the file's name. */
  public static DocumentReader.Result readJson(SourceFile file) {
    return bounded(DocumentReader.readJson(file, Limits.DEFAULT), file);
  }

  private static DocumentReader.Result bounded(DocumentReader.Result read, SourceFile file) {
    List<Located> documents = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>(read.diagnostics());
    for (Located document : read.documents()) {
      if (values(document, new IdentityHashMap<>()) <= MAX_VALUES) {
        documents.add(document);
      } else {
        diagnostics.add(
            Diagnostic.error(
                "document_too_large",
                file.span(document.span().start(), document.span().start()),
                "found more than " + MAX_VALUES + " values once the aliases are replaced"));
      }
    }
    return new DocumentReader.Result(documents, diagnostics);
  }

  private static long values(Located value, Map<Located, Long> known) {
    Long before = known.get(value);
    if (before != null) {
      return before;
    }
    long count = 1;
    if (value instanceof Located.Object object) {
      for (Located.Entry entry : object.entries().values()) {
        count = Math.min(count + values(entry.value(), known), MAX_VALUES + 1);
      }
    } else if (value instanceof Located.Array array) {
      for (Located element : array.elements()) {
        count = Math.min(count + values(element, known), MAX_VALUES + 1);
      }
    }
    known.put(value, count);
    return count;
  }
}
