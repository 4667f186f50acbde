package dev.bylaw.rego.value;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes one value as JSON text. */
final class JsonText {
  private final boolean html;
  private final @Nullable String indent; // null: all on one line
  private final String prefix;
  private final StringBuilder out = new StringBuilder();
  private int level;

  JsonText(boolean html, @Nullable String indent, String prefix) {
    this.html = html;
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
    TreeMap<RegoString, RegoValue> entries = new TreeMap<>();
    object
        .toMap()
        .forEach(
            (k, v) ->
                entries.put(
                    k instanceof RegoString s
                        ? s
                        : RegoString.of(new JsonText(false, null, "").write(k)),
                    v));
    out.append('{');
    level++;
    boolean first = true;
    for (var entry : entries.entrySet()) {
      next(first);
      quote(entry.getKey().value());
      out.append(indent == null ? ":" : ": ");
      put(entry.getValue());
      first = false;
    }
    level--;
    close(first, '}');
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
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < 0x20
              || c == 0x2028
              || c == 0x2029
              || (html && (c == '<' || c == '>' || c == '&'))) {
            out.append("\\u").append("%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
