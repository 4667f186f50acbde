package dev.bylaw.rules.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the text of a {@link Path}, which is part of this library's own code. */
final class PathParser {
  private static final String ENDS = ".[{*";

  private final String text;
  private int at;

  PathParser(String text) {
    this.text = text;
  }

  Path path() {
    boolean absolute = text.startsWith("^");
    at = absolute ? 1 : 0;
    List<Step> steps = new ArrayList<>();
    while (at < text.length()) {
      Step step = step();
      if (step != SELF) {
        steps.add(step);
      }
    }
    return new Path(text, absolute, steps);
  }

  /** A dot between two steps, or alone. */
  private static final Step SELF = new Step.Field(List.of());

  private Step step() {
    return switch (text.charAt(at)) {
      case '.' -> skipped(1, SELF);
      case '*' -> either();
      case '{' -> members(Step.Holding.OBJECT, inside('}'));
      case '[' -> members(Step.Holding.LIST, inside(']'));
      default -> field(name());
    };
  }

  /** A list in brackets says which members of either are meant. */
  private Step either() {
    at++;
    boolean some = at < text.length() && text.charAt(at) == '[';
    return members(Step.Holding.EITHER, some ? inside(']') : "");
  }

  private Step skipped(int characters, Step step) {
    at += characters;
    return step;
  }

  private String name() {
    int start = at;
    while (at < text.length() && ENDS.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private static Step field(String name) {
    return switch (name) {
      case "@key" -> new Step.Key();
      case "@text" -> new Step.Text();
      default -> new Step.Field(List.of(name.split("\\|", -1)));
    };
  }

  private static Step members(Step.Holding holding, String inside) {
    int lookup = inside.indexOf("=$");
    return lookup > 0
        ? new Step.Lookup(
            holding, Path.of(inside.substring(0, lookup)), Path.of(inside.substring(lookup + 2)))
        : new Step.Members(holding, conditions(inside));
  }

  private static List<Step.Condition> conditions(String inside) {
    return inside.isEmpty()
        ? List.of()
        : Stream.of(inside.split(",", -1)).map(PathParser::condition).toList();
  }

  private String inside(char bracket) {
    int end = end(bracket);
    String inside = text.substring(at + 1, end);
    at = end + 1;
    return inside;
  }

  /** Where the bracket at this place closes; conditions may have brackets of their own. */
  private int end(char bracket) {
    int open = 0;
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      open += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      if (open == 0 && c == bracket) {
        return i;
      }
    }
    throw new IllegalArgumentException("a bracket is open in " + text);
  }

  private static Step.Condition condition(String text) {
    int equals = text.indexOf('=');
    if (equals > 0 && !text.endsWith("]")) {
      return new Step.Equal(Path.of(text.substring(0, equals)), text.substring(equals + 1));
    }
    return text.startsWith("!")
        ? new Step.Present(Path.of(text.substring(1)), false)
        : new Step.Present(Path.of(text), true);
  }
}
