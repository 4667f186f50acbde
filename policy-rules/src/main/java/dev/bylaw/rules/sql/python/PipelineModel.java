package dev.bylaw.rules.sql.python;

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectDocument.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pipeline's data set as an entry of {@code input.sql.tables}. */
final class PipelineModel {
  private static final Map<String, String> ARGUMENTS =
      Map.of("comment", "comment", "path", "location");
  private static final Map<String, String> LISTS =
      Map.of("partition_cols", "partitionedBy", "cluster_by", "clusterBy");

  private final List<Unknown> unknown = new ArrayList<>();

  /** What is not known, by pointers into {@code input}. */
  List<Unknown> unknown() {
    return List.copyOf(unknown);
  }

  /**
   * Describes a data set.
   *
   * @param pointer of the entry
   */
  Located table(PipelineTable table, String pointer) {
    Map<String, Located> out = new LinkedHashMap<>();
    table.name().ifPresent(name -> name(name, pointer, out));
    out.put("type", SubjectDocument.text(table.type(), table.span()));
    out.put("language", SubjectDocument.text("python", table.span()));
    ARGUMENTS.forEach(
        (from, to) -> argument(table, from).ifPresent(v -> text(v, pointer + "/" + to, to, out)));
    LISTS.forEach(
        (from, to) -> argument(table, from).ifPresent(v -> texts(v, pointer + "/" + to, to, out)));
    argument(table, "table_properties").ifPresent(v -> properties(v, pointer + "/properties", out));
    List<Located> expectations = new ArrayList<>();
    for (PipelineTable.Expectation expectation : table.expectations()) {
      String at = pointer + "/expectations/" + expectations.size();
      expectations.add(expectation(expectation, at));
    }
    out.put("expectations", new Located.Array(expectations, table.span()));
    out.put("reads", reads(table, pointer + "/reads"));
    if (table.computed()) {
      unknown(pointer, table.span(), "Python computes some arguments");
    }
    return SubjectDocument.object(table.span(), out);
  }

  private static Optional<Value> argument(PipelineTable table, String name) {
    return Optional.ofNullable(table.arguments().get(name))
        .filter(value -> !(value instanceof Value.None));
  }

  private void unknown(String pointer, Span span, String reason) {
    unknown.add(new Unknown(pointer, reason, span));
  }

  private void computed(String pointer, Value value) {
    unknown(pointer, value.span(), "Python computes the value: it is not a plain text");
  }

  private void text(Value value, String pointer, String key, Map<String, Located> out) {
    if (value instanceof Value.Text text) {
      out.put(key, located(text));
    } else {
      computed(pointer, value);
    }
  }

  private static Located located(Value.Text text) {
    return SubjectDocument.text(text.text(), text.span());
  }

  private void name(Value value, String pointer, Map<String, Located> out) {
    if (!(value instanceof Value.Text text)) {
      computed(pointer + "/name", value);
      computed(pointer + "/fullName", value);
      return;
    }
    out.put("fullName", located(text));
    String[] parts = text.text().split("\\.", -1);
    List<String> keys = List.of("name", "schema", "catalog");
    for (int i = 0; i < Math.min(parts.length, keys.size()); i++) {
      String part = parts[parts.length - 1 - i];
      out.put(keys.get(i), SubjectDocument.text(part, text.span()));
    }
  }

  private void texts(Value value, String pointer, String key, Map<String, Located> out) {
    List<Value> items = value instanceof Value.Items list ? list.items() : List.of(value);
    List<Located> texts = new ArrayList<>();
    for (Value item : items) {
      if (item instanceof Value.Text text) {
        texts.add(located(text));
      } else {
        computed(pointer, item);
      }
    }
    out.put(key, new Located.Array(texts, value.span()));
  }

  private void properties(Value value, String pointer, Map<String, Located> out) {
    if (!(value instanceof Value.Dictionary dictionary)) {
      computed(pointer, value);
      return;
    }
    Map<String, Located.Entry> properties = new LinkedHashMap<>();
    dictionary
        .entries()
        .forEach(
            (key, v) -> {
              if (v instanceof Value.Text text) {
                properties.put(key.text(), new Located.Entry(key.span(), located(text)));
              } else if (v instanceof Value.Flag flag) {
                properties.put(key.text(), new Located.Entry(key.span(), located(flag)));
              } else {
                computed(pointer, v);
              }
            });
    out.put("properties", new Located.Object(properties, value.span()));
  }

  /** Properties are texts. */
  private static Located located(Value.Flag flag) {
    return SubjectDocument.text(RegoBoolean.of(flag.on()).toString(), flag.span());
  }

  private Located expectation(PipelineTable.Expectation expectation, String pointer) {
    Map<String, Located> out = new LinkedHashMap<>();
    text(expectation.name(), pointer + "/name", "name", out);
    text(expectation.condition(), pointer + "/condition", "condition", out);
    out.put("action", SubjectDocument.text(expectation.action(), expectation.actionSpan()));
    return SubjectDocument.object(expectation.span(), out);
  }

  private Located reads(PipelineTable table, String pointer) {
    List<Located> reads = new ArrayList<>();
    for (Value read : table.reads()) {
      Map<String, Located> entry = new LinkedHashMap<>();
      if (read instanceof Value.Text text) {
        String name = text.text().substring(text.text().lastIndexOf('.') + 1);
        entry.put("name", SubjectDocument.text(name, text.span()));
        entry.put("fullName", located(text));
        reads.add(SubjectDocument.object(read.span(), entry));
      } else {
        computed(pointer, read);
      }
    }
    return new Located.Array(reads, table.span());
  }
}
