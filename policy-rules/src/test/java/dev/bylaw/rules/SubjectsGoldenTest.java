package dev.bylaw.rules;

import dev.bylaw.Golden;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each case is a folder that is loaded, and all that policies see of it: a line for each value with
 * the place that a finding would show, which is the value's own, or that of the key of a container.
 */
class SubjectsGoldenTest {
  static List<Path> cases() {
    return Golden.cases("rules/subjects");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void subjects(Path folder) {
    SubjectLoader.Loaded loaded = SubjectLoader.load(folder.resolve("input"), List.of());
    StringBuilder out = new StringBuilder();
    loaded.diagnostics().forEach(d -> out.append(d.severity()).append(' ').append(d).append('\n'));
    loaded.ignored().forEach(name -> out.append("IGNORED ").append(name).append('\n'));
    loaded.subjects().forEach(subject -> describe(subject, out));
    Golden.check(folder.resolve("expected.txt"), out.toString());
  }

  private static void describe(Subject subject, StringBuilder out) {
    out.append("\n# ").append(subject.input().value().get("subject")).append('\n');
    subject
        .input()
        .entries()
        .forEach(
            (key, entry) -> {
              if (!key.equals("subject") && !key.equals("raw")) {
                describe("/" + key, entry, out);
              }
            });
  }

  private static void describe(String pointer, Located.Entry entry, StringBuilder out) {
    Located value = entry.value();
    if (value instanceof Located.Object object) {
      line(entry.keySpan(), pointer, "{}", out);
      object.entries().forEach((key, child) -> describe(pointer + "/" + key, child, out));
    } else if (value instanceof Located.Array array) {
      line(entry.keySpan(), pointer, "[]", out);
      for (int i = 0; i < array.elements().size(); i++) {
        Located element = array.elements().get(i);
        describe(pointer + "/" + i, new Located.Entry(element.span(), element), out);
      }
    } else {
      line(value.span(), pointer, value.value().toString(), out);
    }
  }

  private static void line(Span place, String pointer, String value, StringBuilder out) {
    out.append(pointer).append(' ').append(value).append(" @ ").append(place).append('\n');
  }
}
