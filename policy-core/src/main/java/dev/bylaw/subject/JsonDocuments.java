package dev.bylaw.subject;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON with places. */
final class JsonDocuments {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE) // ours is reported with its place
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(10_000)
                  .build())
          .build();

  private final SourceFile source;
  private final Limits limits;
  private final List<Diagnostic> diagnostics;
  private int values;

  JsonDocuments(SourceFile source, Limits limits, List<Diagnostic> diagnostics) {
    this.source = source;
    this.limits = limits;
    this.diagnostics = diagnostics;
  }

  List<Located> read() {
    try (JsonParser parser = FACTORY.createParser(source.text())) {
      if (parser.nextToken() == null) {
        return List.of();
      }
      Located document = value(parser, 1);
      if (parser.nextToken() != null) {
        int at = start(parser);
        diagnostics.add(
            Diagnostic.error(
                "document_syntax",
                source.span(at, at),
                "found more text behind the document, expected the end of the file"));
      }
      return List.of(document);
    } catch (Stop e) {
      diagnostics.add(e.diagnostic);
    } catch (JsonProcessingException e) {
      int at = offset(e.getLocation());
      diagnostics.add(Diagnostic.error("document_syntax", source.span(at, at), problem(at)));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory has no I/O
    }
    return List.of();
  }

  private String problem(int at) {
    String text = source.text();
    int comment = text.startsWith("//", at) || text.startsWith("/*", at) ? at : at - 1;
    if (comment >= 0 && (text.startsWith("//", comment) || text.startsWith("/*", comment))) {
      return "found a comment, but JSON has none; remove it";
    }
    if (at >= text.length()) {
      return "the file ends within the JSON document";
    }
    String found = text.substring(at, Math.min(text.length(), at + 1)).strip();
    return "this is not JSON" + (found.isEmpty() ? "" : ": found `" + found + "`");
  }

  private int offset(JsonLocation location) {
    long at = location == null ? 0 : location.getCharOffset();
    return (int) Math.max(0, Math.min(at, source.text().length()));
  }

  private int start(JsonParser parser) {
    return offset(parser.currentTokenLocation());
  }

  private Span span(JsonParser parser, int start) {
    return source.span(start, Math.max(start, offset(parser.currentLocation())));
  }

  private Located value(JsonParser parser, int depth) throws IOException {
    int start = start(parser);
    count(start);
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      if (depth > limits.maxNesting()) {
        throw new Stop(tooDeep(source.span(start, start + 1), limits));
      }
      return token == JsonToken.START_OBJECT
          ? object(parser, start, depth)
          : array(parser, start, depth);
    }
    RegoValue value = scalar(parser);
    return new Located.Scalar(value, span(parser, start));
  }

  private void count(int start) throws Stop {
    if (++values > limits.maxValues()) {
      throw new Stop(tooManyValues(source.span(start, start), limits));
    }
  }

  static Diagnostic tooDeep(Span place, Limits limits) {
    return Diagnostic.error(
        "document_too_deep",
        place,
        "values nest deeper than the limit of " + limits.maxNesting() + " levels");
  }

  static Diagnostic tooManyValues(Span place, Limits limits) {
    return Diagnostic.error(
        "document_too_large",
        place,
        "the file holds more keys and values than the limit of " + limits.maxValues());
  }

  private Located array(JsonParser parser, int start, int depth) throws IOException {
    List<Located> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser, depth + 1));
    }
    return new Located.Array(elements, span(parser, start));
  }

  private Located object(JsonParser parser, int start, int depth) throws IOException {
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyStart = start(parser);
      count(keyStart);
      parser.nextToken();
      Span keySpan = source.span(keyStart, keyEnd(key, keyStart));
      Located.Entry entry = new Located.Entry(keySpan, value(parser, depth + 1));
      Located.Entry before = entries.putIfAbsent(key, entry);
      if (before != null) {
        diagnostics.add(YamlDocuments.duplicate(key, keySpan, before.keySpan()));
      }
    }
    return Located.Object.adopt(entries, span(parser, start));
  }

  /** Behind the closing quote of a key. */
  private int keyEnd(String key, int keyStart) {
    String text = source.text();
    int plain = keyStart + 1 + key.length();
    if (text.startsWith(key, keyStart + 1) && text.startsWith("\"", plain)) {
      return plain + 1;
    }
    int quote = text.indexOf('"', keyStart + 1);
    while (quote > 0 && escaped(keyStart + 1, quote)) {
      quote = text.indexOf('"', quote + 1);
    }
    return quote < 0 ? keyStart : quote + 1;
  }

  private boolean escaped(int from, int quote) {
    int slashes = 0;
    for (int i = quote - 1; i >= from && source.text().charAt(i) == '\\'; i--) {
      slashes++;
    }
    return slashes % 2 == 1;
  }

  private RegoValue scalar(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> RegoNull.NULL;
      case VALUE_TRUE -> RegoBoolean.TRUE;
      case VALUE_FALSE -> RegoBoolean.FALSE;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
      default -> RegoString.of(parser.getText());
    };
  }

  /** A number whose exponent nobody can compute with stays the text it is. */
  private static RegoValue number(String text) {
    try {
      return RegoNumber.parse(text);
    } catch (NumberFormatException e) {
      return RegoString.of(text);
    }
  }

  /** Leaves the recursion. */
  private static final class Stop extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Diagnostic diagnostic;

    Stop(Diagnostic diagnostic) {
      super(diagnostic.message());
      this.diagnostic = diagnostic;
    }
  }
}
