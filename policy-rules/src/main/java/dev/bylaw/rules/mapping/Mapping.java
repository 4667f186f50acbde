package dev.bylaw.rules.mapping;

import dev.bylaw.rules.document.Reading;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The fields of an object and where each comes from. Immutable. */
public final class Mapping {
  private final List<Rule> rules;

  private Mapping(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  public static Mapping of(Rule... rules) {
    return new Mapping(List.of(rules));
  }

  /** The fields that keep their names. */
  public static Mapping same(String... names) {
    return new Mapping(Rule.same(names));
  }

  /** And more fields, behind these. */
  public Mapping and(Rule... more) {
    return and(List.of(more));
  }

  /** And more fields under their own names, behind these. */
  public Mapping andSame(String... names) {
    return and(Rule.same(names));
  }

  private Mapping and(List<Rule> more) {
    List<Rule> all = new ArrayList<>(rules);
    all.addAll(more);
    return new Mapping(all);
  }

  /** The new object of an old one. */
  public Located.Object object(Node node, Reading at) {
    return new Located.Object(entries(node, at), node.value().span());
  }

  Map<String, Located.Entry> entries(Node node, Reading at) {
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    for (Rule rule : rules) {
      rule.from(node, at.below(rule.target())).ifPresent(e -> entries.put(rule.target(), e));
    }
    return entries;
  }

  /** The same for anything; what has no field of a new object stays what it is. */
  Located value(Node node, Reading at) {
    if (node.value() instanceof Located.Object) {
      return object(node, at);
    }
    boolean readsScalars = rules.stream().anyMatch(rule -> rule.paths().readScalars());
    return readsScalars && node.isScalar()
        ? new Mapping(rules.stream().filter(Mapping::readsAnything).toList()).object(node, at)
        : node.value();
  }

  private static boolean readsAnything(Rule rule) {
    return rule.paths().readScalars() || rule.paths().readKeys();
  }

  /** The table, in the order of the new document. */
  public List<Row> rows() {
    return rows(Set.of()).toList();
  }

  Stream<Row> rows(Set<Mapping> outer) {
    Set<Mapping> inner = new HashSet<>(outer);
    inner.add(this);
    return rules.stream().flatMap(rule -> rule.rows(inner));
  }

  /** A row with those of the objects within it; a mapping within itself is not spelt out again. */
  static Stream<Row> rows(Row row, Mapping mapping, Set<Mapping> outer) {
    return outer.contains(mapping)
        ? Stream.of(new Row(row.target(), row.source(), "with the same fields", row.verbatim()))
        : Stream.concat(Stream.of(row), mapping.rows(outer).map(r -> r.below(row.target())));
  }
}
