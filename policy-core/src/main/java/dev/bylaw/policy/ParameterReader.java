package dev.bylaw.policy;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the declaration of a parameter, and holds values against it. */
record ParameterReader(Fields fields) {
  Optional<Parameter> read(String name, Located declaration) {
    if (!(declaration instanceof Located.Object object)) {
      fields.problem(
          Metadata.CODE,
          declaration.span(),
          "found " + declaration.value().typeName() + ", expected a mapping with type and default");
      return Optional.empty();
    }
    fields.only(
        object,
        Metadata.CODE,
        List.of("type", "items", "enum", "default", "order", "description"),
        List.of());
    Optional<Parameter.Type> type = type(object);
    Optional<Parameter.Type> items = fields.get(object, "items").flatMap(this::items);
    if (fields.get(object, "type").isEmpty()) {
      fields.problem(Metadata.CODE, object.span(), "expected a type for the parameter " + name);
    }
    List<RegoValue> allowed = fields.get(object, "enum").map(this::list).orElse(List.of());
    Optional<Parameter.Order> order =
        fields
            .get(object, "order")
            .flatMap(o -> fields.word(o, Parameter.Order.class, "the order", Metadata.CODE));
    Optional<Located> initial = fields.get(object, "default");
    return type.map(
        t -> {
          Parameter parameter =
              new Parameter(
                  name,
                  t,
                  items,
                  allowed,
                  initial.map(Located::value),
                  order,
                  fields.text(object, "description", Metadata.CODE),
                  object.span());
          allowed(parameter, object);
          ordered(parameter, object);
          initial.ifPresent(i -> check(parameter, i.value(), i.span(), Metadata.CODE));
          return parameter;
        });
  }

  private void allowed(Parameter parameter, Located.Object declaration) {
    fields
        .get(declaration, "enum")
        .filter(e -> e.value() instanceof RegoArray)
        .ifPresent(
            e -> {
              if (parameter.allowed().isEmpty()) {
                fields.problem(
                    Metadata.CODE, e.span(), "found an empty list, expected the values there are");
              }
              for (RegoValue value : parameter.allowed()) {
                if (!isOf(parameter.type(), value)) {
                  fields.problem(
                      Metadata.CODE,
                      e.span(),
                      "found %s in the enum of %s, expected %s"
                          .formatted(value, parameter.name(), expected(parameter)));
                }
              }
            });
  }

  /** An order that the type does not have could never tell which value is tighter. */
  private void ordered(Parameter parameter, Located.Object declaration) {
    boolean isNumber =
        parameter.type() == Parameter.Type.NUMBER || parameter.type() == Parameter.Type.INTEGER;
    parameter
        .order()
        .filter(
            order ->
                switch (order) {
                  case MIN, MAX -> !isNumber && parameter.allowed().isEmpty();
                  case SUBSET, SUPERSET -> parameter.type() != Parameter.Type.ARRAY;
                  case FIXED -> false;
                })
        .ifPresent(
            order ->
                fields.problem(
                    Metadata.CODE,
                    fields.get(declaration, "order").orElse(declaration).span(),
                    "found the order %s for %s of type %s, expected %s"
                        .formatted(
                            Federation.word(order),
                            parameter.name(),
                            Federation.word(parameter.type()),
                            order == Parameter.Order.MIN || order == Parameter.Order.MAX
                                ? "a number, or an enum that lists the values in order"
                                : "an array")));
  }

  private Optional<Parameter.Type> type(Located.Object declaration) {
    return fields
        .get(declaration, "type")
        .flatMap(t -> fields.word(t, Parameter.Type.class, "the type", Metadata.CODE));
  }

  private Optional<Parameter.Type> items(Located declaration) {
    if (!(declaration instanceof Located.Object object)) {
      fields.problem(
          Metadata.CODE,
          declaration.span(),
          "found " + declaration.value().typeName() + ", expected a mapping with type");
      return Optional.empty();
    }
    fields.only(object, Metadata.CODE, List.of("type"), List.of());
    return type(object);
  }

  private List<RegoValue> list(Located value) {
    if (value.value() instanceof RegoArray array) {
      return array.toList();
    }
    fields.problem(
        Metadata.CODE,
        value.span(),
        "found " + value.value().typeName() + ", expected a list of the values there are");
    return List.of();
  }

  /** Whether the parameter takes a value. */
  static boolean fits(Parameter parameter, RegoValue value) {
    return isOf(parameter.type(), value)
        && elementsFit(parameter, value)
        && (parameter.allowed().isEmpty() || parameter.allowed().contains(value));
  }

  /** Reports a value that the parameter does not take. */
  void check(Parameter parameter, RegoValue value, Span span, String code) {
    if (!isOf(parameter.type(), value) || !elementsFit(parameter, value)) {
      fields.problem(
          code,
          span,
          "found %s for the parameter %s, expected %s"
              .formatted(
                  value instanceof RegoArray ? value : value.typeName(),
                  parameter.name(),
                  expected(parameter)));
    } else if (!fits(parameter, value)) {
      fields.problem(
          code,
          span,
          "found %s for the parameter %s, expected one of: %s"
              .formatted(
                  value,
                  parameter.name(),
                  parameter.allowed().stream()
                      .map(RegoValue::toString)
                      .collect(Collectors.joining(", "))));
    }
  }

  private static String expected(Parameter parameter) {
    String type = parameter.type().name().toLowerCase(Locale.ROOT);
    return parameter
        .items()
        .map(i -> type + " of " + i.name().toLowerCase(Locale.ROOT))
        .orElse(type);
  }

  private static boolean elementsFit(Parameter parameter, RegoValue value) {
    return parameter.items().isEmpty()
        || (value instanceof RegoArray array
            && array.toList().stream().allMatch(e -> isOf(parameter.items().get(), e)));
  }

  private static boolean isOf(Parameter.Type type, RegoValue value) {
    return switch (type) {
      case STRING -> value instanceof RegoString;
      case NUMBER -> value instanceof RegoNumber;
      case INTEGER -> value instanceof RegoNumber n && n.isInteger();
      case BOOLEAN -> value instanceof RegoBoolean;
      case ARRAY -> value instanceof RegoArray;
      case OBJECT -> value instanceof RegoObject;
    };
  }
}
