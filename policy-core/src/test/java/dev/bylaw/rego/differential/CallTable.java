package dev.bylaw.rego.differential;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The calls of built-ins and operators that are generated, from {@code calls.txt}. */
final class CallTable {
  /** Parts in turns: text, the name of a kind, text, and so on. */
  record Template(List<String> parts) {
    boolean isSetOperation() {
      return parts.contains(" | ") || parts.contains(" & ");
    }
  }

  private static final Map<Kind, List<Template>> BY_KIND = read();

  private CallTable() {}

  static List<Template> of(Kind kind) {
    return BY_KIND.getOrDefault(kind, List.of());
  }

  private static Map<Kind, List<Template>> read() {
    Map<Kind, List<Template>> out = new EnumMap<>(Kind.class);
    try (InputStream in = CallTable.class.getResourceAsStream("calls.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(
              line -> {
                int space = line.indexOf(' ');
                Kind kind = Kind.valueOf(line.substring(0, space));
                out.computeIfAbsent(kind, k -> new ArrayList<>())
                    .add(template(line.substring(space + 1)));
              });
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out;
  }

  private static Template template(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int open = kindAt(text, 0); open >= 0; open = kindAt(text, from)) {
      int close = text.indexOf('>', open);
      parts.add(text.substring(from, open));
      parts.add(text.substring(open + 1, close));
      from = close + 1;
    }
    parts.add(text.substring(from));
    return new Template(parts);
  }

  /**
   * Where the next kind stands in angle brackets; those of comparisons have a space behind them.
   */
  private static int kindAt(String text, int from) {
    int open = text.indexOf('<', from);
    while (open >= 0 && !Character.isUpperCase(text.charAt(open + 1))) {
      open = text.indexOf('<', open + 1);
    }
    return open;
  }
}
