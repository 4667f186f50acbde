package dev.bylaw.rules.sql.lineage;

import dev.bylaw.source.Span;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A column of a relation.
 *
 * @param name {@code *} where it stands for columns that are not known
 * @param span where it is named or computed
 * @param sources what it is made of, as far as that is known
 * @param resolved whether {@code sources} is all of it
 */
public record Field(String name, Span span, Set<Source> sources, boolean resolved) {
  public Field {
    sources = Collections.unmodifiableSet(new TreeSet<>(sources));
  }

  String key() {
    return name.toLowerCase(Locale.ROOT);
  }

  Field named(String other, Span place) {
    return new Field(other, place, sources, resolved);
  }

  /** The same column, made of another one too. */
  Field with(Field other) {
    Set<Source> both = new TreeSet<>(sources);
    both.addAll(other.sources);
    return new Field(name, span, both, resolved && other.resolved);
  }

  Field unresolved() {
    return new Field(name, span, sources, false);
  }

  boolean isStar() {
    return name.equals("*");
  }
}
