package dev.bylaw.rego.builtin.std.graphql;

import java.util.ArrayList;
import java.util.List;

/**
 * What a block string says: without the indentation that its lines share, and blank outer lines.
 */
final class BlockText {
  private BlockText() {}

  static String of(String raw) {
    List<String> lines = new ArrayList<>(List.of(raw.split("\n", -1)));
    int shared =
        lines.stream().filter(l -> !l.isBlank()).mapToInt(BlockText::indent).min().orElse(0);
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i);
      lines.set(i, line.substring(Math.min(shared, line.length())));
    }
    while (!lines.isEmpty() && lines.get(0).isBlank()) {
      lines.remove(0);
    }
    while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
      lines.remove(lines.size() - 1);
    }
    return String.join("\n", lines);
  }

  private static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && " \t".indexOf(line.charAt(indent)) >= 0) {
      indent++;
    }
    return indent;
  }
}
