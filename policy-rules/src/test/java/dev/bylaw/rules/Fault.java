package dev.bylaw.rules;

import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An edit of one scalar of a document's text.
 *
 * @param path of the scalar in the document
 * @param text of the whole file after the edit
 * @param place 0-based offset in that text where a finding about the scalar should point
 */
record Fault(Edit edit, List<RegoValue> path, String text, int place) {
  /** What is done to a scalar. */
  enum Edit {
    DELETE,
    RETYPE,
    RENAME,
    BLANK
  }

  /**
   * A scalar that can be edited.
   *
   * @param holder the object that has it
   * @param holderPlace 0-based offset of what stands for the holder: its key, or its first key
   */
  record Target(
      List<RegoValue> path, Located.Object holder, int holderPlace, String key, Located value) {}

  /** The scalars below the first level of a document that stand behind keys of their own. */
  static List<Target> targets(Located.Object document) {
    List<Target> targets = new ArrayList<>();
    document
        .entries()
        .forEach(
            (key, entry) ->
                below(
                    entry.value(),
                    entry.keySpan().start(),
                    List.of(RegoString.of(key)),
                    targets::add));
    return targets;
  }

  private static void below(
      Located value, int place, List<RegoValue> path, Consumer<Target> targets) {
    if (value instanceof Located.Array array) {
      for (int i = 0; i < array.elements().size(); i++) {
        Located element = array.elements().get(i);
        below(element, first(element), plus(path, RegoNumber.of(i)), targets);
      }
    } else if (value instanceof Located.Object object) {
      for (Map.Entry<String, Located.Entry> e : object.entries().entrySet()) {
        Located child = e.getValue().value();
        List<RegoValue> inner = plus(path, RegoString.of(e.getKey()));
        if (child instanceof Located.Scalar && child.span().end() > child.span().start()) {
          targets.accept(new Target(inner, object, place, e.getKey(), child));
        }
        below(child, e.getValue().keySpan().start(), inner, targets);
      }
    }
  }

  private static int first(Located element) {
    return element instanceof Located.Object o && !o.entries().isEmpty()
        ? o.entries().values().iterator().next().keySpan().start()
        : element.span().start();
  }

  private static List<RegoValue> plus(List<RegoValue> path, RegoValue key) {
    List<RegoValue> longer = new ArrayList<>(path);
    longer.add(key);
    return longer;
  }

  /** The edit of a target, if its text allows it. */
  static Optional<Fault> of(Target target, Edit edit) {
    Span value = target.value().span();
    Span key = target.holder().keySpan(target.key()).orElseThrow();
    boolean firstKey = first(target.holder()) == key.start();
    String text = value.source().text();
    return switch (edit) {
      case RETYPE -> {
        String other = target.value().value() instanceof RegoString ? "12345" : "\"text\"";
        yield Optional.of(fault(edit, target, replaced(text, value, other), value.start()));
      }
      case BLANK -> Optional.of(fault(edit, target, replaced(text, value, "\"\""), value.start()));
      case RENAME -> {
        boolean quoted = key.text().endsWith("\"") || key.text().endsWith("'");
        int end = quoted ? key.end() - 1 : key.end();
        String renamed = text.substring(0, end) + "_x" + text.substring(end);
        yield Optional.of(fault(edit, target, renamed, target.holderPlace()));
      }
      case DELETE ->
          firstKey
              ? Optional.empty()
              : withoutLines(value.source(), key, value)
                  .map(rest -> fault(edit, target, rest, target.holderPlace()));
    };
  }

  private static Fault fault(Edit edit, Target target, String text, int place) {
    return new Fault(edit, target.path(), text, place);
  }

  private static String replaced(String text, Span span, String by) {
    int end = span.start() + span.text().stripTrailing().length(); // without a block's last line
    return text.substring(0, span.start()) + by + text.substring(end);
  }

  /** The text without the lines of an entry, where it has lines of its own. */
  private static Optional<String> withoutLines(SourceFile file, Span key, Span value) {
    String text = file.text();
    int start = text.lastIndexOf('\n', key.start() - 1) + 1;
    int end = text.indexOf('\n', Math.max(value.start(), value.end() - 1));
    if (end < 0 || !text.substring(start, key.start()).isBlank()) {
      return Optional.empty();
    }
    String behind = text.substring(value.end(), Math.max(value.end(), end)).strip();
    boolean json = file.name().endsWith(".json");
    boolean alone = json ? behind.equals(",") : behind.isEmpty() || behind.startsWith("#");
    return alone
        ? Optional.of(text.substring(0, start) + text.substring(end + 1))
        : Optional.empty();
  }
}
