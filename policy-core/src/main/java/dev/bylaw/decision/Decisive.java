package dev.bylaw.decision;

import dev.bylaw.rego.explain.Attempt;
import dev.bylaw.rego.explain.Condition;
import dev.bylaw.rego.explain.Condition.Comparison;
import dev.bylaw.rego.explain.Part;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.List;
import java.util.Optional;

/**
 * The value of the input that decided an attempt: that of the last condition which looked at one,
 * in the rule itself or in a rule that it asked.
 *
 * @param path into {@code input}
 * @param wanted what would have made the condition come out the other way, where a comparison tells
 */
record Decisive(List<RegoValue> path, Optional<RegoValue> wanted) {
  /** A longer list of what is wanted says nothing to a reader. */
  private static final int MOST_CHOICES = 20;

  static Optional<Decisive> of(Attempt attempt) {
    List<Condition> conditions = attempt.conditions();
    for (int i = conditions.size() - 1; i >= 0; i--) {
      Optional<Decisive> found = of(conditions.get(i));
      if (found.isPresent()) {
        return attempt.holds() ? found : found.map(d -> d.outOf(conditions));
      }
    }
    return Optional.empty();
  }

  /** Where no element of a collection will do, it is the collection that lacks one. */
  private Decisive outOf(List<Condition> conditions) {
    return conditions.stream()
        .flatMap(c -> c.parts().stream())
        .filter(p -> p.isInput() && p.through().isPresent())
        .map(p -> p.through().orElseThrow())
        .map(p -> new Decisive(p.subList(1, p.size()), Optional.empty()))
        .filter(this::isWithin)
        .findFirst()
        .orElse(this);
  }

  private static Optional<Decisive> of(Condition condition) {
    Optional<Decisive> direct = compared(condition).or(() -> named(condition));
    for (Attempt asked : condition.because()) {
      Optional<Decisive> inner = asked.rule().isEmpty() ? Optional.empty() : of(asked);
      inner = inner.or(() -> of(asked));
      if (inner.isPresent() && direct.stream().allMatch(inner.get()::isWithin)) {
        return inner;
      }
    }
    return direct;
  }

  private boolean isWithin(Decisive other) {
    return path.size() > other.path.size() && path.subList(0, other.path.size()).equals(other.path);
  }

  private static Optional<Decisive> named(Condition condition) {
    List<Part> inputs = condition.parts().stream().filter(Decisive::isContent).toList();
    return inputs.isEmpty()
        ? Optional.empty()
        : Optional.of(new Decisive(below(inputs.get(inputs.size() - 1)), Optional.empty()));
  }

  private static Optional<Decisive> compared(Condition condition) {
    return condition
        .comparison()
        .flatMap(
            c -> {
              boolean left = isContent(c.left());
              boolean right = isContent(c.right());
              if (left == right) {
                return Optional.empty();
              }
              Part input = left ? c.left() : c.right();
              Optional<RegoValue> other = (left ? c.right() : c.left()).value();
              boolean wanted = !condition.holds() ^ c.negated();
              return Optional.of(
                  new Decisive(below(input), other.flatMap(v -> wanted(c, left, wanted, v))));
            });
  }

  /** Who the subject is decides nothing that its document could mend. */
  private static boolean isContent(Part part) {
    return part.isInput()
        && below(part).size() > 0
        && !below(part).get(0).equals(RegoString.of("subject"));
  }

  private static List<RegoValue> below(Part part) {
    List<RegoValue> path = part.path().orElseThrow();
    return path.subList(1, path.size());
  }

  private static Optional<RegoValue> wanted(
      Comparison c, boolean inputIsLeft, boolean wanted, RegoValue other) {
    String operator = inputIsLeft ? c.operator() : mirrored(c.operator());
    return switch (wanted ? operator : opposite(operator)) {
      case "equal" -> Optional.of(other);
      case "neq" -> words("other than", other);
      case "lt" -> words("less than", other);
      case "lte" -> words("at most", other);
      case "gt" -> words("more than", other);
      case "gte" -> words("at least", other);
      case "internal.member_2" -> choices("one of", other);
      case "not member" -> choices("none of", other);
      default -> Optional.empty();
    };
  }

  private static Optional<RegoValue> words(String relation, RegoValue other) {
    return Optional.of(RegoString.of(relation + " " + text(other)));
  }

  private static Optional<RegoValue> choices(String relation, RegoValue other) {
    List<RegoValue> elements =
        other instanceof RegoSet s
            ? s.toList()
            : other instanceof RegoArray a ? a.toList() : List.<RegoValue>of();
    return elements.isEmpty() || elements.size() > MOST_CHOICES
        ? Optional.empty()
        : Optional.of(
            RegoString.of(
                relation
                    + " "
                    + String.join(", ", elements.stream().map(Decisive::text).toList())));
  }

  private static String text(RegoValue value) {
    return value instanceof RegoString s && !s.value().isBlank() ? s.value() : value.toString();
  }

  private static String mirrored(String operator) {
    return switch (operator) {
      case "lt" -> "gt";
      case "lte" -> "gte";
      case "gt" -> "lt";
      case "gte" -> "lte";
      // of a collection in the input nothing can be said in a word
      case "internal.member_2" -> "";
      default -> operator;
    };
  }

  private static String opposite(String operator) {
    return switch (operator) {
      case "equal" -> "neq";
      case "neq" -> "equal";
      case "lt" -> "gte";
      case "lte" -> "gt";
      case "gt" -> "lte";
      case "gte" -> "lt";
      case "internal.member_2" -> "not member";
      default -> operator;
    };
  }
}
