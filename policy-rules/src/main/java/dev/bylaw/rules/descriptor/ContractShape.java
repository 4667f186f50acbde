package dev.bylaw.rules.descriptor;

import static dev.bylaw.rules.document.ValueType.ANY;
import static dev.bylaw.rules.document.ValueType.BOOLEAN;
import static dev.bylaw.rules.document.ValueType.OPAQUE;
import static dev.bylaw.rules.document.ValueType.TEXT;
import static dev.bylaw.rules.document.ValueType.VERBATIM;
import static dev.bylaw.rules.document.ValueType.later;
import static dev.bylaw.rules.document.ValueType.listOf;

import dev.bylaw.rules.document.Reading;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.rules.document.ValueType;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A contract by ODCS 3.0 and 3.1. */
final class ContractShape {
  /** ODCS 3.1 renamed {@code rule} to {@code metric}; whichever is written, both are there. */
  private static final ValueType QUALITY =
      listOf(
          Shape.closed()
              .fields(TEXT, "name", "type")
              .field("metric", List.of("metric", "rule"), TEXT)
              .field("rule", List.of("rule", "metric"), TEXT)
              .field("query", VERBATIM)
              .fields(TEXT, "description", "dimension", "severity", "unit", "engine")
              .fields(TEXT, "businessImpact", "scheduler", "schedule")
              .field("implementation", OPAQUE)
              .fields(ANY, "arguments", "mustBe", "mustNotBe")
              .fields(ANY, "mustBeGreaterThan", "mustBeGreaterOrEqualTo")
              .fields(ANY, "mustBeLessThan", "mustBeLessOrEqualTo")
              .fields(ANY, "mustBeBetween", "mustNotBeBetween"));

  private static final Shape COLUMN =
      Shape.closed()
          .fields(TEXT, "name", "logicalType", "physicalType", "description")
          .fields(BOOLEAN, "required", "unique", "primaryKey")
          .field("classification", TEXT)
          .field("tags", listOf(TEXT))
          .field("quality", QUALITY)
          .derived("columns", listOf(later(() -> ContractShape.COLUMN)), ContractShape::columns)
          .named("column");

  private static final Shape TABLE =
      Shape.closed()
          .fields(TEXT, "name", "physicalName", "physicalType", "logicalType", "description")
          .field("tags", listOf(TEXT))
          .derived("columns", listOf(COLUMN), ContractShape::columns)
          .field("quality", QUALITY);

  static final Shape CONTRACT =
      Header.of("odcs")
          .fields(TEXT, "id", "name", "version", "status", "domain", "dataProduct", "tenant")
          .field("description", People.DESCRIPTION)
          .derived("owner", TEXT, People::owner)
          .derived("team", People.MEMBERS, People::team)
          .field("support", People.SUPPORT)
          .field("tags", listOf(TEXT))
          .field(
              "roles",
              listOf(
                  Shape.closed()
                      .fields(TEXT, "role", "access")
                      .derived("approvers", listOf(TEXT), ContractShape::approvers)))
          .field(
              "servers",
              listOf(
                  Shape.closed()
                      .fields(TEXT, "server", "type", "catalog", "schema", "host", "environment")))
          .field("schema", listOf(TABLE))
          .field(
              "sla",
              List.of("slaProperties"),
              listOf(
                  Shape.closed()
                      .field("property", TEXT)
                      .field("value", ANY)
                      .fields(TEXT, "unit", "element", "driver")));

  private ContractShape() {}

  /**
   * Those of an object stand in {@code properties}, those of a list's elements in {@code items}.
   */
  private static Optional<Located.Entry> columns(Located.Object source, Reading at) {
    if (Shape.entry(source, "properties").isPresent()) {
      return Shape.read(source, "properties", listOf(COLUMN), at.writtenAs("properties"));
    }
    return Shape.entry(source, "items")
        .flatMap(
            items ->
                items.value() instanceof Located.Object element
                    ? columns(element, at)
                    : at.writtenAs("items")
                        .unexpected(items.value(), "an object")
                        .map(v -> new Located.Entry(items.keySpan(), v)));
  }

  /** First and second level, in this order. */
  private static Optional<Located.Entry> approvers(Located.Object source, Reading at) {
    List<Located.Entry> approvers = new ArrayList<>();
    for (String key : List.of("firstLevelApprovers", "secondLevelApprovers")) {
      Shape.read(source, key, TEXT, at.below(approvers.size()).writtenAs(key))
          .ifPresent(approvers::add);
    }
    if (approvers.isEmpty()) {
      return Optional.empty();
    }
    List<Located> texts = approvers.stream().map(Located.Entry::value).toList();
    Span span = texts.get(0).span().to(texts.get(texts.size() - 1).span());
    return Optional.of(
        new Located.Entry(approvers.get(0).keySpan(), new Located.Array(texts, span)));
  }
}
