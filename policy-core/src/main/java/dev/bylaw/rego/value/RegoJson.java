package dev.bylaw.rego.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.bylaw.source.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON to Rego values and back. Numbers keep their text; of two entries with one key the last wins;
 * half surrogate pairs become U+FFFD.
 */
public final class RegoJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(1 << 16)
                  .maxNestingDepth(1 << 16) // the reader counts for itself
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private RegoJson() {}

  /** Reads one JSON document within {@link Limits#DEFAULT}. */
  public static RegoValue parse(String text) throws ParseException {
    return parse(text, Limits.DEFAULT);
  }

  /**
   * Reads one JSON document.
   *
   * @throws ParseException when the text is not one JSON document or goes beyond the limits; the
   *     offset is 0-based, in UTF-16 units
   */
  public static RegoValue parse(String text, Limits limits) throws ParseException {
    if (text.length() > limits.maxBytes()) {
      throw new ParseException("JSON text is longer than " + limits.maxBytes() + " bytes", 0);
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new ParseException("EOF", 0);
      }
      RegoValue value = read(parser, first, limits.maxNesting());
      if (parser.nextToken() != null) {
        throw new ParseException("unexpected text after the JSON document", offset(parser));
      }
      return value;
    } catch (JsonProcessingException e) {
      long at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getCharOffset());
      throw new ParseException(String.valueOf(e.getOriginalMessage()), (int) at);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int offset(JsonParser parser) {
    return (int) Math.max(0, parser.currentTokenLocation().getCharOffset());
  }

  private static RegoValue read(JsonParser parser, @Nullable JsonToken token, int depth)
      throws IOException, ParseException {
    if (token == null) {
      throw new ParseException("unexpected EOF", offset(parser));
    }
    return switch (token) {
      case VALUE_NULL -> RegoNull.NULL;
      case VALUE_TRUE -> RegoBoolean.TRUE;
      case VALUE_FALSE -> RegoBoolean.FALSE;
      case VALUE_STRING -> RegoString.of(wellFormed(parser.getText()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
      case START_ARRAY -> readArray(parser, deeper(parser, depth));
      case START_OBJECT -> readObject(parser, deeper(parser, depth));
      default -> throw new ParseException("unexpected " + token, offset(parser));
    };
  }

  private static int deeper(JsonParser parser, int depth) throws ParseException {
    if (depth == 0) {
      throw new ParseException("JSON text is nested too deeply", offset(parser));
    }
    return depth - 1;
  }

  private static RegoValue number(JsonParser parser) throws IOException, ParseException {
    String text = parser.getText();
    try {
      return RegoNumber.parse(text);
    } catch (NumberFormatException | ArithmeticException e) {
      throw new ParseException("number out of range: " + text, offset(parser));
    }
  }

  private static RegoValue readArray(JsonParser parser, int depth)
      throws IOException, ParseException {
    List<RegoValue> elements = new ArrayList<>();
    JsonToken token;
    while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
      elements.add(read(parser, token, depth));
    }
    return RegoArray.of(elements);
  }

  private static RegoValue readObject(JsonParser parser, int depth)
      throws IOException, ParseException {
    RegoObject.Builder object = RegoObject.builder();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = wellFormed(parser.currentName());
      object.put(key, read(parser, parser.nextToken(), depth));
    }
    return object.build();
  }

  private static String wellFormed(String text) {
    StringBuilder fixed = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else {
        fixed = fixed == null ? new StringBuilder(text) : fixed;
        fixed.setCharAt(i, '\uFFFD');
      }
    }
    return fixed == null ? text : fixed.toString();
  }

  /**
   * Compact JSON text as OPA writes results: sets as sorted arrays, keys that are not strings as
   * their JSON text, {@code <}, {@code >} and {@code &} as they are.
   */
  public static String write(RegoValue value) {
    return new JsonText(false, null, "").write(value);
  }

  /** As {@link #write}, but with {@code <}, {@code >} and {@code &} escaped, as Go does. */
  public static String writeEscaped(RegoValue value) {
    return new JsonText(true, null, "").write(value);
  }

  /**
   * As {@link #writeEscaped}, on many lines.
   *
   * @param prefix put at the start of each line but the first
   * @param indent repeated per level
   */
  public static String writeIndented(RegoValue value, String prefix, String indent) {
    return new JsonText(true, indent, prefix).write(value);
  }

  /**
   * The same value as JSON has it: sets become sorted arrays, keys that are not strings become
   * their JSON text. Of two keys with one text the later one wins.
   */
  public static RegoValue toJsonValue(RegoValue value) {
    if (value instanceof RegoArray array) {
      return plain(array, array.size());
    } else if (value instanceof RegoSet set) {
      return plain(set, set.size());
    } else if (value instanceof RegoObject object) {
      RegoObject.Builder plain = RegoObject.builder(object.size());
      object
          .toMap()
          .forEach(
              (k, v) ->
                  plain.put(k instanceof RegoString ? k : RegoString.of(write(k)), toJsonValue(v)));
      return plain.build();
    }
    return value;
  }

  private static RegoValue plain(Iterable<RegoValue> elements, int size) {
    List<RegoValue> plain = new ArrayList<>(size);
    elements.forEach(element -> plain.add(toJsonValue(element)));
    return RegoArray.of(plain);
  }
}
