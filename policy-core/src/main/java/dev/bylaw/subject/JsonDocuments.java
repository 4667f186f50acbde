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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

  /** Zeros among so many first bytes would tell Jackson of another encoding. */
  private static final int ENCODING = 4;

  /** Fewer digits are those of a {@code long}. */
  private static final int LONG_DIGITS = 19;

  private final SourceFile source;
  private final String text;
  private final Limits limits;
  private final List<Diagnostic> diagnostics;
  private final EntryMap.Collector entries = new EntryMap.Collector();
  private int values;
  private int cursor;

  /** The first quote, and the first escape, at or behind the last place where one was asked for. */
  private int quote = -1;

  private int escape = -1;

  JsonDocuments(SourceFile source, Limits limits, List<Diagnostic> diagnostics) {
    this.source = source;
    this.text = source.text();
    this.limits = limits;
    this.diagnostics = diagnostics;
  }

  List<Located> read() {
    int zero = text.indexOf('\0');
    if (zero >= 0 && zero < ENCODING) {
      diagnostics.add(
          Diagnostic.error(
              "document_syntax",
              source.span(zero, zero),
              "found the character U+0000, expected JSON in UTF-8"));
      return List.of();
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8); // Jackson is faster with them
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      JsonToken first = next(parser);
      if (first == null) {
        return List.of();
      }
      Located document = value(parser, first, 1);
      if (next(parser) != null) {
        diagnostics.add(
            Diagnostic.error(
                "document_syntax",
                source.span(cursor, cursor),
                "found more text behind the document, expected the end of the file"));
      }
      return List.of(document);
    } catch (Stop e) {
      diagnostics.add(e.diagnostic);
    } catch (JsonProcessingException e) {
      int at = offset(e.getLocation(), bytes);
      diagnostics.add(Diagnostic.error("document_syntax", source.span(at, at), problem(at)));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory has no I/O
    }
    return List.of();
  }

  private String problem(int at) {
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

  private static int offset(@Nullable JsonLocation location, byte[] bytes) {
    long at = location == null ? 0 : location.getByteOffset();
    int before = (int) Math.max(0, Math.min(at, bytes.length));
    return new String(bytes, 0, before, StandardCharsets.UTF_8).length();
  }

  /** The next token of a text that Jackson has accepted so far, which starts at the cursor. */
  private @Nullable JsonToken next(JsonParser parser) throws IOException {
    JsonToken token = parser.nextToken();
    while (cursor < text.length() && !isToken(text.charAt(cursor))) {
      cursor++;
    }
    return token;
  }

  private static boolean isToken(char c) {
    return c > ' ' && c != ',' && c != ':';
  }

  /** From {@code start} to the cursor. */
  private Span span(int start) {
    return source.span(start, cursor);
  }

  private Located value(JsonParser parser, JsonToken token, int depth) throws IOException {
    int start = cursor;
    count(start);
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      if (depth > limits.maxNesting()) {
        throw new Stop(tooDeep(source.span(start, start + 1), limits));
      }
      cursor++;
      return token == JsonToken.START_OBJECT
          ? object(parser, start, depth)
          : array(parser, start, depth);
    }
    RegoValue value = scalar(parser, token);
    return new Located.Scalar(value, source, start, cursor);
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
    for (JsonToken t = next(parser); t != JsonToken.END_ARRAY; t = next(parser)) {
      elements.add(value(parser, present(t), depth + 1));
    }
    cursor++;
    return new Located.Array(elements, span(start));
  }

  private Located object(JsonParser parser, int start, int depth) throws IOException {
    int first = entries.size();
    try {
      while (next(parser) != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        int keyStart = cursor;
        count(keyStart);
        cursor = behindQuote(keyStart);
        int keyEnd = cursor;
        Located value = value(parser, present(next(parser)), depth + 1);
        entries.add(key, new Located.Entry(source, keyStart, keyEnd, value));
      }
    } catch (IOException e) {
      entries.take(first, this::duplicate); // told as well, where the file breaks off
      throw e;
    }
    cursor++;
    return new Located.Object(span(start), entries.take(first, this::duplicate));
  }

  private void duplicate(String key, Located.Entry left, Located.Entry kept) {
    diagnostics.add(YamlDocuments.duplicate(key, left.keySpan(), kept.keySpan()));
  }

  private static JsonToken present(@Nullable JsonToken token) {
    return Objects.requireNonNull(token, "Jackson reports an early end by an exception");
  }

  /** The quote or the escape at or behind a place, or the end. */
  private int behindPlain(int from) {
    quote = quote < from ? indexOf('"', from) : quote;
    escape = escape < from ? indexOf('\\', from) : escape;
    return Math.min(quote, escape);
  }

  /** The end where there is none. */
  private int indexOf(char c, int from) {
    int at = text.indexOf(c, from);
    return at < 0 ? text.length() : at;
  }

  /** Behind the closing quote of a text that starts with its opening one, or the end. */
  private int behindQuote(int start) {
    int at = behindPlain(start + 1);
    while (at < text.length() && text.charAt(at) == '\\') {
      at = behindPlain(at + 2);
    }
    return Math.min(at + 1, text.length());
  }

  /** Cut out of the source where it stands there as it is; Jackson then only looks for its end. */
  private RegoValue text(JsonParser parser) throws IOException {
    int start = cursor + 1;
    int end = behindPlain(start);
    if (end < text.length() && text.charAt(end) == '"') {
      cursor = end + 1;
      return RegoString.of(text.substring(start, end));
    }
    cursor = behindQuote(cursor);
    return RegoString.of(parser.getText());
  }

  private RegoValue scalar(JsonParser parser, JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_STRING) {
      return text(parser);
    }
    int length = parser.getTextLength();
    cursor += length;
    return switch (token) {
      case VALUE_NULL -> RegoNull.NULL;
      case VALUE_TRUE -> RegoBoolean.TRUE;
      case VALUE_FALSE -> RegoBoolean.FALSE;
      case VALUE_NUMBER_INT ->
          length < LONG_DIGITS && text.charAt(cursor - length) != '-'
              ? RegoNumber.of(parser.getLongValue())
              : number(parser.getText());
      default -> number(parser.getText());
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
