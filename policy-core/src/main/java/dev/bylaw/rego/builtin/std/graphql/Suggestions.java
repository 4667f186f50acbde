package dev.bylaw.rego.builtin.std.graphql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that somebody may have meant. */
final class Suggestions {
  private static final int MOST = 5;

  private Suggestions() {}

  /** The end of a message; nothing if no name is alike. */
  static String among(String prefix, String meant, Collection<String> names) {
    int threshold = meant.length() * 2 / 5 + 1;
    List<String> alike =
        names.stream()
            .filter(name -> distance(meant, name) <= threshold)
            .sorted(Comparator.comparingInt(name -> distance(meant, name)))
            .toList();
    return of(prefix, alike);
  }

  static String of(String prefix, List<String> names) {
    if (names.isEmpty()) {
      return "";
    }
    List<String> quoted = names.stream().limit(MOST).map(name -> "\"" + name + "\"").toList();
    int last = quoted.size() - 1;
    String all =
        switch (last) {
          case 0 -> quoted.get(0);
          case 1 -> quoted.get(0) + " or " + quoted.get(1);
          default -> String.join(", ", quoted.subList(0, last)) + ", or " + quoted.get(last);
        };
    return " Did you mean " + prefix + all + "?";
  }

  /** How many letters to insert, delete or replace; that only the case differs counts as one. */
  private static int distance(String meant, String name) {
    if (meant.equals(name)) {
      return 0;
    }
    String a = meant.toLowerCase(Locale.ROOT);
    String b = name.toLowerCase(Locale.ROOT);
    return a.equals(b) ? 1 : edits(a, b);
  }

  private static int edits(String a, String b) {
    List<Integer> before = new ArrayList<>();
    for (int j = 0; j <= b.length(); j++) {
      before.add(j);
    }
    for (int i = 1; i <= a.length(); i++) {
      List<Integer> row = new ArrayList<>(List.of(i));
      for (int j = 1; j <= b.length(); j++) {
        int replaced = before.get(j - 1) + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row.add(Math.min(replaced, 1 + Math.min(before.get(j), row.get(j - 1))));
      }
      before = row;
    }
    return before.get(b.length());
  }
}
