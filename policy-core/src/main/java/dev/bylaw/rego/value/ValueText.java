package dev.bylaw.rego.value;

/** The Rego text of a value. */
final class ValueText {
  private ValueText() {}

  static String of(RegoValue value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(RegoValue value, StringBuilder out) {
    if (value instanceof RegoArray array) {
      out.append('[');
      writeAll(array, out);
      out.append(']');
    } else if (value instanceof RegoSet set) {
      if (set.size() == 0) {
        out.append("set()");
      } else {
        out.append('{');
        writeAll(set, out);
        out.append('}');
      }
    } else if (value instanceof RegoObject object) {
      out.append('{');
      String separator = "";
      for (var entry : object.toMap().entrySet()) {
        out.append(separator);
        write(entry.getKey(), out);
        out.append(": ");
        write(entry.getValue(), out);
        separator = ", ";
      }
      out.append('}');
    } else {
      out.append(value);
    }
  }

  private static void writeAll(Iterable<RegoValue> values, StringBuilder out) {
    String separator = "";
    for (RegoValue value : values) {
      out.append(separator);
      write(value, out);
      separator = ", ";
    }
  }

  static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
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
          if (c < 0x20) {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }
}
