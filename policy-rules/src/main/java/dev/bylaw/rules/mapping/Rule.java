package dev.bylaw.rules.mapping;

import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.rules.document.Reading;
import dev.bylaw.subject.Located;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Where a field of the new document comes from. The first path that leads somewhere counts. */
public sealed interface Rule permits Copied, Worded, Constant, Listed, Each, Nested, Together {
  /** The field. */
  String target();

  /** The paths that the value itself is at. */
  Paths paths();

  /** Finds the value, with the place of its key. */
  Optional<Located.Entry> from(Node node, Reading at);

  /**
   * What the rule says, for people.
   *
   * @param outer the mappings that the rule stands in
   */
  Stream<Row> rows(Set<Mapping> outer);

  /** A value as it is. */
  static Rule copy(String target, String... paths) {
    return new Copied(target, Paths.of(paths));
  }

  /** Values as they are, under their own names. */
  static List<Rule> same(String... names) {
    return Stream.of(names).map(name -> copy(name, name)).toList();
  }

  /** A word that stands for another value, in any case; any other word is left out. */
  static Rule word(String target, Map<String, RegoValue> words, String... paths) {
    return new Worded(target, words, false, Paths.of(paths));
  }

  /** A word that has another name, in any case; any other word stays. */
  static Rule alias(String target, Map<String, RegoValue> words, String... paths) {
    return new Worded(target, words, true, Paths.of(paths));
  }

  /** A text with the place of what stands for it. */
  static Rule constant(String target, String text, String... places) {
    return new Constant(target, text, Paths.of(places));
  }

  /** A list of what all the paths lead to, each value once. */
  static Rule list(String target, String... paths) {
    return new Listed(target, Paths.of(paths));
  }

  /** A list of objects, one for each member. */
  static Rule each(String target, Mapping element, String... paths) {
    return each(target, () -> element, paths);
  }

  /** The same for a mapping that stands within itself. */
  static Rule each(String target, Supplier<Mapping> element, String... paths) {
    return new Each(target, element, false, Paths.of(paths));
  }

  /** A list of objects, one for each member of what all the paths lead to. */
  static Rule all(String target, Mapping element, String... paths) {
    return new Each(target, () -> element, true, Paths.of(paths));
  }

  /** An object from one place. */
  static Rule nested(String target, Mapping mapping, String... paths) {
    return new Nested(target, mapping, Paths.of(paths));
  }

  /** An object of values from several places. */
  static Rule together(String target, Mapping mapping) {
    return new Together(target, mapping, false);
  }

  /** A list of one such object. */
  static Rule one(String target, Mapping mapping) {
    return new Together(target, mapping, true);
  }
}
