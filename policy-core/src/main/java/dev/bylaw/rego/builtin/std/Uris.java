package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The query part of URLs, and URIs as a whole. */
final class Uris {
  private Uris() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "urlquery.encode",
            "(x: string) => (y: string)",
            "Escapes a text for a query.",
            (c, args) -> RegoString.of(encode(Args.string(args, 0)))),
        Builtin.of(
            "urlquery.decode",
            "(x: string) => (y: string)",
            "Reads a text escaped for a query.",
            (c, args) -> RegoString.of(decode(Args.string(args, 0), true))),
        Builtin.of(
            "urlquery.encode_object",
            "(object: object[string: any<string, array[string], set[string]>]) => (y: string)",
            "Writes an object as a query.",
            (c, args) -> encodeObject(Args.object(args, 0))),
        Builtin.of(
            "urlquery.decode_object",
            "(x: string) => (object: object[string: array[string]])",
            "Reads a query as an object.",
            (c, args) -> decodeObject(Args.string(args, 0))),
        Builtin.of(
            "uri.parse",
            "(uri: string) => (output: object[string: string])",
            "Takes a URI apart.",
            (c, args) -> UriParts.parse(Args.string(args, 0))),
        Builtin.of(
            "uri.is_valid",
            "(uri: string) => (result: boolean)",
            "Tells whether a text is a URI, and not empty.",
            (c, args) -> RegoBoolean.of(isValid(args[0]))));
  }

  private static boolean isValid(RegoValue value) {
    try {
      if (value instanceof RegoString s && !s.value().isEmpty()) {
        UriParts.parse(s.value());
        return true;
      }
      return false;
    } catch (BuiltinException e) {
      return false;
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A").replace("%7E", "~");
  }

  static String decode(String text, boolean plusIsSpace) throws BuiltinException {
    byte[] bytes = Encodings.utf8(text);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '+' && plusIsSpace) {
        out.write(' ');
      } else if (bytes[i] == '%') {
        boolean complete = i + 2 < bytes.length;
        int high = complete ? Character.digit(bytes[i + 1], 16) : -1;
        int low = complete ? Character.digit(bytes[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          int end = Math.min(bytes.length, i + 3);
          String shown = new String(bytes, i, end - i, StandardCharsets.UTF_8);
          throw BuiltinException.of("invalid URL escape " + GoQuote.string(shown));
        }
        out.write(high * 16 + low);
        i += 2;
      } else {
        out.write(bytes[i]);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static RegoValue encodeObject(RegoObject object) throws BuiltinException {
    List<String> pairs = new ArrayList<>();
    for (var entry : object.toMap().entrySet()) {
      RegoValue key = entry.getKey();
      String name = encode(key instanceof RegoString s ? s.value() : key.toString());
      RegoValue value = entry.getValue();
      List<RegoValue> values = List.of(value);
      if (value instanceof RegoArray array) {
        values = array.toList();
      } else if (value instanceof RegoSet set) {
        values = set.toList();
      }
      for (RegoValue element : values) {
        if (!(element instanceof RegoString text)) {
          throw BuiltinException.type(
              "operand 1 values must be string, array[string], or set[string]");
        }
        pairs.add(name + "=" + encode(text.value()));
      }
    }
    return RegoString.of(String.join("&", pairs));
  }

  private static RegoValue decodeObject(String query) throws BuiltinException {
    Map<String, List<RegoValue>> entries = new LinkedHashMap<>();
    for (String pair : Strings.split(query, "&")) {
      if (pair.contains(";")) {
        throw BuiltinException.of("invalid semicolon separator in query");
      }
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String key = decode(equals < 0 ? pair : pair.substring(0, equals), true);
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1), true);
        entries.computeIfAbsent(key, k -> new ArrayList<>()).add(RegoString.of(value));
      }
    }
    RegoObject.Builder object = RegoObject.builder(entries.size());
    entries.forEach((key, values) -> object.put(key, RegoArray.of(values)));
    return object.build();
  }
}
