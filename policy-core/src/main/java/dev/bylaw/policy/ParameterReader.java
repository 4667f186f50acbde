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
        List.of("type", "enum", "default", "order", "description"),
        List.of("items"));
    Optional<Parameter.Type> type =
        fields
            .get(object, "type")
            .flatMap(t -> fields.word(t, Parameter.Type.class, "the type", Metadata.CODE));
    if (fields.get(object, "type").isEmpty()) {
      fields.problem(Metadata.CODE, object.span(), "expected a type for the parameter " + name);
    }
    List<RegoValue> allowed =
        fields.get(object, "enum").map(Located::value).orElse(RegoArray.EMPTY)
                instanceof RegoArray a
            ? a.toList()
            : List.of();
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
                  allowed,
                  initial.map(Located::value),
                  order,
                  fields.text(object, "description", Metadata.CODE),
                  object.span());
          initial.ifPresent(i -> check(parameter, i.value(), i.span(), Metadata.CODE));
          return parameter;
        });
  }

  /** Reports a value that the parameter does not take. */
  void check(Parameter parameter, RegoValue value, Span span, String code) {
    if (!isOf(parameter.type(), value)) {
      fields.problem(
          code,
          span,
          "found %s for the parameter %s, expected %s"
              .formatted(
                  value.typeName(),
                  parameter.name(),
                  parameter.type().name().toLowerCase(Locale.ROOT)));
    } else if (!parameter.allowed().isEmpty() && !parameter.allowed().contains(value)) {
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
