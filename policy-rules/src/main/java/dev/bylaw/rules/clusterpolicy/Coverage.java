package dev.bylaw.rules.clusterpolicy;

import dev.bylaw.rules.clusterpolicy.Problem.Kind;
import dev.bylaw.subject.Located;
import java.util.List;
import java.util.Set;

/** What remains possible although a rule forbids it. */
final class Coverage {
  private static final String SCRIPTS = "init_scripts.*.";

  private Coverage() {}

  static void check(Located.Object definition, List<Problem> problems) {
    Set<String> paths = definition.entries().keySet();
    List<String> covered =
        Attributes.SOURCES.stream().filter(source -> paths.contains(path(source))).toList();
    if (covered.isEmpty()) {
      return;
    }
    List<String> open = Attributes.SOURCES.stream().filter(s -> !covered.contains(s)).toList();
    if (!open.isEmpty()) {
      String first = path(covered.get(0));
      problems.add(
          Problem.of(
                  Kind.OPEN,
                  definition.keySpan(first).orElse(definition.span()),
                  "%s is limited, but init scripts may still come from %s"
                      .formatted(first, String.join(", ", open)))
              .withWanted("a rule for " + SCRIPTS + "SOURCE.destination of each source"));
    }
  }

  private static String path(String source) {
    return SCRIPTS + source + ".destination";
  }
}
