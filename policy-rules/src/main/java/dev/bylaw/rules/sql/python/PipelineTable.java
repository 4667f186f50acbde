package dev.bylaw.rules.sql.python;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A data set that a pipeline in Python makes.
 *
 * @param type as in the model: {@code table}, {@code view}, {@code materialized view} or {@code
 *     streaming table}
 * @param span from the first decorator to the name of the function
 * @param name of the {@code name} argument, or else of the function
 * @param arguments the named ones of the call, by name
 * @param computed a name or arguments that are no literals, such as {@code **options}
 */
record PipelineTable(
    String type,
    Span span,
    Optional<Value> name,
    Map<String, Value> arguments,
    List<Expectation> expectations,
    List<Value> reads,
    boolean computed) {
  PipelineTable {
    arguments = Map.copyOf(arguments);
    expectations = List.copyOf(expectations);
    reads = List.copyOf(reads);
  }

  /**
   * A rule that rows should keep.
   *
   * @param action {@code WARN}, {@code DROP} or {@code FAIL}
   */
  record Expectation(Value name, Value condition, String action, Span span, Span actionSpan) {}
}
