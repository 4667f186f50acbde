package dev.bylaw.rego.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes one value as JSON text. */
final class JsonText {
  private static final boolean[] PLAIN = plainBut("\"\\");
  private static final boolean[] PLAIN_IN_HTML = plainBut("\"\\<>&");

  private final boolean[] plain; // by character of ASCII
  private final @Nullable String indent; // null: all on one line
  private final String prefix;
  private final StringBuilder out = new StringBuilder();
  private int level;

  JsonText(boolean html, @Nullable String indent, String prefix) {
    this.plain = html ? PLAIN_IN_HTML : PLAIN;
    this.indent = indent;
    this.prefix = prefix;
  }

  String write(RegoValue value) {
    put(value);
    return out.toString();
  }

  private void put(RegoValue value) {
    if (value instanceof RegoString string) {
      quote(string.value());
    } else if (value instanceof RegoArray array) {
      putAll(array);
    } else if (value instanceof RegoSet set) {
      putAll(set);
    } else if (value instanceof RegoObject object) {
      putObject(object);
    } else {
      out.append(value);
    }
  }

  private void putAll(Iterable<RegoValue> elements) {
    out.append('[');
    level++;
    boolean first = true;
    for (RegoValue element : elements) {
      next(first);
      put(element);
      first = false;
    }
    level--;
    close(first, ']');
  }

  private void putObject(RegoObject object) {
    boolean texts = true;
    for (RegoValue key : object.keys()) {
      texts = texts && key instanceof RegoString;
    }
    RegoObject entries = texts ? object : withTexts(object);
    out.append('{');
    level++;
    for (int i = 0; i < entries.size(); i++) {
      next(i == 0);
      put(entries.keyAt(i));
      out.append(indent == null ? ":" : ": ");
      put(entries.valueAt(i));
    }
    level--;
    close(entries.size() == 0, '}');
  }

  /** Its keys as JSON text; of two with one text the later one wins. */
  private static RegoObject withTexts(RegoObject object) {
    RegoObject.Builder out = RegoObject.builder(object.size());
    object.forEach(
        (k, v) ->
            out.put(
                k instanceof RegoString ? k : RegoString.of(new JsonText(false, null, "").write(k)),
                v));
    return out.build();
  }

  private void next(boolean first) {
    if (!first) {
      out.append(',');
    }
    line();
  }

  private void close(boolean empty, char bracket) {
    if (!empty) {
      line();
    }
    out.append(bracket);
  }

  private void line() {
    if (indent != null) {
      out.append('\n').append(prefix).append(indent.repeat(level));
    }
  }

  private void quote(String text) {
    out.append('"');
    int start = 0; // of what is not written yet
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPlain(c)) {
        continue;
      }
      out.append(text.substring(start, i)); // faster than from within the text
      start = i + 1;
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> out.append("\\u").append("%04x".formatted((int) c));
      }
    }
    out.append(start == 0 ? text : text.substring(start)).append('"');
  }

  private boolean isPlain(char c) {
    return c < plain.length ? plain[c] : c != 0x2028 && c != 0x2029;
  }

  private static boolean[] plainBut(String signs) {
    boolean[] plain = new boolean[128];
    Arrays.fill(plain, ' ', plain.length, true);
    signs.chars().forEach(c -> plain[c] = false);
    return plain;
  }
}
