package dev.bylaw.rules.clusterpolicy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.rules.clusterpolicy.Problem.Kind;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the rule of one attribute. Used by one thread. */
final class RuleReader {
  private static final Set<String> LIMITING = Set.of("defaultValue", "isOptional");

  /** What a rule of a type has besides {@code type} and {@code hidden}. */
  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          "fixed", Set.of("value"),
          "forbidden", Set.of(),
          "allowlist", limiting("values"),
          "blocklist", limiting("values"),
          "regex", limiting("pattern", "value"),
          "range", limiting("minValue", "maxValue"),
          "unlimited", LIMITING);

  private final AttributePath path;
  private final Located.Object rule;
  private final List<Problem> problems;

  private RuleReader(AttributePath path, Located.Object rule, List<Problem> problems) {
    this.path = path;
    this.rule = rule;
    this.problems = problems;
  }

  private static Set<String> limiting(String... fields) {
    Set<String> all = new TreeSet<>(LIMITING);
    all.addAll(List.of(fields));
    return all;
  }

  /** The rule; none where it limits nothing that can be told. */
  static Optional<PolicyRule> read(String name, Located.Entry entry, List<Problem> problems) {
    AttributePath path = AttributePath.of(name);
    path(path, entry.keySpan(), problems);
    if (entry.value() instanceof Located.Object rule) {
      return new RuleReader(path, rule, problems).rule();
    }
    problems.add(
        Problem.of(
                Kind.MALFORMED,
                entry.value().span(),
                "the rule of %s is no object".formatted(path.text()))
            .withWanted("{\"type\": \"fixed\", \"value\": ...}"));
    return Optional.empty();
  }

  private static void path(AttributePath path, Span place, List<Problem> problems) {
    if (path.steps().stream().anyMatch(String::isEmpty)) {
      problems.add(
          Problem.of(
              Kind.MALFORMED, place, "the path %s has an empty part".formatted(path.text())));
    } else if (path.isEveryKey()) {
      problems.add(
          Problem.of(
              Kind.MALFORMED,
              place,
              "%s names no key; write a rule for each key".formatted(path.text())));
    } else if (!Attributes.isKnown(path)) {
      problems.add(
          Problem.of(
              Kind.MALFORMED,
              place,
              Attributes.isBlock(path)
                  ? "%s is a block; write a rule for each attribute in it".formatted(path.text())
                  : "a cluster has no attribute %s that a policy can limit"
                      .formatted(path.text())));
    }
  }

  private Optional<PolicyRule> rule() {
    Optional<String> type = Shape.text(rule, "type");
    Optional<Set<String>> offered = type.flatMap(t -> Optional.ofNullable(FIELDS.get(t)));
    if (type.isEmpty() || offered.isEmpty()) {
      malformed(
          Shape.entry(rule, "type").map(e -> e.value().span()).orElse(rule.span()),
          type.map(t -> "there is no rule of type " + t).orElse("the rule has no type"),
          String.join(", ", new TreeSet<>(FIELDS.keySet())));
      return Optional.empty();
    }
    Set<String> fields = offered.get();
    for (Map.Entry<String, Located.Entry> field : rule.entries().entrySet()) {
      boolean known =
          field.getKey().equals("type")
              || field.getKey().equals("hidden")
              || fields.contains(field.getKey());
      if (!known) {
        malformed(
            field.getValue().keySpan(),
            "a rule of type %s has no %s".formatted(type.get(), field.getKey()),
            fields.isEmpty() ? "nothing" : String.join(", ", new TreeSet<>(fields)));
      }
    }
    flag("hidden");
    boolean optional = flag("isOptional");
    return limit(type.get())
        .map(
            limit ->
                new PolicyRule(
                    path,
                    limit,
                    Shape.entry(rule, "defaultValue")
                        .map(Located.Entry::value)
                        .filter(value -> fields.contains("defaultValue")),
                    optional,
                    rule));
  }

  private boolean flag(String field) {
    Optional<Located> value = Shape.entry(rule, field).map(Located.Entry::value);
    value
        .filter(v -> !(v.value() instanceof RegoBoolean))
        .ifPresent(v -> malformed(v.span(), field + " is no truth value", "true or false"));
    return value.filter(v -> v.value().equals(RegoBoolean.TRUE)).isPresent();
  }

  private Optional<Limit> limit(String type) {
    return switch (type) {
      case "fixed" -> fixed();
      case "forbidden" -> Optional.of(new Limit.Forbidden());
      case "allowlist" -> values().map(Limit.OneOf::new);
      case "blocklist" -> values().map(Limit.NoneOf::new);
      case "regex" -> matches();
      case "range" -> between();
      default -> Optional.of(new Limit.Unlimited());
    };
  }

  private Optional<Limit> fixed() {
    Optional<Located> value = Shape.entry(rule, "value").map(Located.Entry::value);
    if (value.isEmpty()) {
      malformed(rule.span(), "the fixed rule has no value", "value");
      return Optional.empty();
    } else if (!Values.isScalar(value.get().value())) {
      malformed(value.get().span(), "the fixed value is no single value", "a text or a number");
      return Optional.empty();
    }
    return Optional.of(new Limit.Fixed(value.get().value()));
  }

  private Optional<List<RegoValue>> values() {
    Optional<Located> values = Shape.entry(rule, "values").map(Located.Entry::value);
    if (!(values.orElse(rule) instanceof Located.Array list) || list.elements().isEmpty()) {
      malformed(
          values.map(Located::span).orElse(rule.span()),
          values.isPresent() ? "values is no list with elements" : "the rule has no values",
          "a list of values");
      return Optional.empty();
    }
    List<RegoValue> all = new ArrayList<>();
    for (Located element : list.elements()) {
      if (Values.isScalar(element.value())) {
        all.add(element.value());
      } else {
        malformed(element.span(), "an element of values is no single value", "a text or a number");
      }
    }
    return Optional.of(all);
  }

  private Optional<Limit> matches() {
    Optional<Located> pattern = Shape.entry(rule, "pattern").map(Located.Entry::value);
    Optional<Located> value = Shape.entry(rule, "value").map(Located.Entry::value);
    value.ifPresent(
        v -> malformed(v.span(), "a rule of type regex has its expression in pattern", "pattern"));
    Optional<Located> expression = pattern.or(() -> value);
    if (!(expression.map(Located::value).orElse(RegoBoolean.FALSE) instanceof RegoString text)) {
      malformed(
          expression.map(Located::span).orElse(rule.span()),
          expression.isPresent() ? "pattern is no text" : "the rule has no pattern",
          "a regular expression");
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Limit.Matches(text.value(), Optional.of(Pattern.compile(text.value()))));
    } catch (PatternSyntaxException e) {
      boolean isJava = isJava(text.value());
      Kind kind = isJava ? Kind.INCONSISTENT : Kind.MALFORMED;
      String why = isJava ? "cannot be run in linear time" : "cannot be read";
      problems.add(
          Problem.of(
                  kind,
                  expression.orElseThrow().span(),
                  "%s: the expression %s: %s".formatted(path.text(), why, e.getDescription()))
              .withWanted("an expression without look-around and back-references"));
      return Optional.of(new Limit.Matches(text.value(), Optional.empty()));
    }
  }

  /** It is only compiled here, never run. */
  private static boolean isJava(String expression) {
    try {
      return java.util.regex.Pattern.compile(expression).pattern().equals(expression);
    } catch (java.util.regex.PatternSyntaxException e) {
      return false;
    }
  }

  private Optional<Limit> between() {
    Optional<BigDecimal> min = bound("minValue");
    Optional<BigDecimal> max = bound("maxValue");
    if (Shape.entry(rule, "minValue").isEmpty() && Shape.entry(rule, "maxValue").isEmpty()) {
      malformed(rule.span(), "the range has no bound", "minValue or maxValue");
    }
    return Optional.of(new Limit.Between(min, max));
  }

  private Optional<BigDecimal> bound(String field) {
    Optional<Located> bound = Shape.entry(rule, field).map(Located.Entry::value);
    bound
        .filter(b -> !(b.value() instanceof RegoNumber))
        .ifPresent(b -> malformed(b.span(), field + " is no number", "a number without quotes"));
    return bound.flatMap(b -> Values.decimal(b.value()));
  }

  private void malformed(Span place, String message, String wanted) {
    problems.add(
        Problem.of(Kind.MALFORMED, place, path.text() + ": " + message).withWanted(wanted));
  }
}
