package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A type.
 *
 * @param name upper case, for example {@code DECIMAL}, {@code ARRAY}, {@code INTERVAL DAY TO
 *     SECOND}
 * @param arguments numbers, such as precision and scale
 * @param elements of an array or a map
 * @param fields of a struct
 */
public record DataType(
    String name,
    List<Integer> arguments,
    List<DataType> elements,
    List<ColumnDefinition> fields,
    Span span)
    implements SqlNode {
  public DataType {
    arguments = List.copyOf(arguments);
    elements = List.copyOf(elements);
    fields = List.copyOf(fields);
  }

  /** Without spaces that mean nothing, for example {@code MAP<STRING,DECIMAL(10,2)>}. */
  public String text() {
    if (!fields.isEmpty()) {
      return fields.stream()
          .map(f -> f.name().text() + ":" + f.type().map(DataType::text).orElse(""))
          .collect(Collectors.joining(",", name + "<", ">"));
    }
    if (!elements.isEmpty()) {
      return elements.stream()
          .map(DataType::text)
          .collect(Collectors.joining(",", name + "<", ">"));
    }
    return arguments.isEmpty()
        ? name
        : arguments.stream().map(String::valueOf).collect(Collectors.joining(",", name + "(", ")"));
  }

  @Override
  public List<SqlNode> children() {
    return new Children().add(elements).add(fields).list();
  }
}
