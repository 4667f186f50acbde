package dev.bylaw.rules.sql.lineage;

import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of the columns of a relation.
 *
 * @param fields in their order
 * @param rest what is known of columns beside these; empty if there are none
 */
record Shape(List<Field> fields, Optional<Rest> rest) {
  Shape {
    fields = List.copyOf(fields);
  }

  /**
   * Columns whose names are not known.
   *
   * @param table that they are columns of; empty where they are made of something
   * @param sources that each of them is made of
   * @param resolved whether that is all that each is made of
   */
  record Rest(Optional<String> table, Set<Source> sources, boolean resolved) {
    Field column(String name, Span span) {
      return table
          .map(t -> new Field(name, span, Set.of(new Source(t, name)), true))
          .orElseGet(() -> new Field(name, span, sources, resolved));
    }

    Field star(Span span) {
      return column("*", span).unresolved();
    }
  }

  /** All columns are known. */
  static Shape of(List<Field> fields) {
    return new Shape(fields, Optional.empty());
  }

  /** A table of which only the name is known. */
  static Shape ofTable(String name) {
    return new Shape(List.of(), Optional.of(new Rest(Optional.of(name), Set.of(), true)));
  }

  /** Columns that are made of these. */
  static Shape madeOf(Set<Source> sources, boolean resolved) {
    return new Shape(List.of(), Optional.of(new Rest(Optional.empty(), sources, resolved)));
  }

  /** Of a query's columns; a star among them leaves the rest open. */
  static Shape ofQuery(List<Field> fields) {
    List<Field> known = new ArrayList<>();
    Set<Source> sources = new TreeSet<>();
    for (Field field : fields) {
      if (field.isStar()) {
        sources.addAll(field.sources());
      } else {
        known.add(field);
      }
    }
    if (known.size() == fields.size()) {
      return of(fields);
    }
    boolean one = sources.size() == 1 && sources.iterator().next().column().equals("*");
    Optional<String> table =
        one ? Optional.of(sources.iterator().next().table()) : Optional.empty();
    return new Shape(known, Optional.of(new Rest(table, sources, false)));
  }

  /** With other names for the first columns. */
  Shape renamed(List<Identifier> names) {
    if (names.isEmpty()) {
      return this;
    }
    List<Field> renamed = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Identifier name = names.get(i);
      if (rest.isEmpty() && i < fields.size()) {
        renamed.add(fields.get(i).named(name.text(), name.span()));
      } else if (fields.isEmpty() && rest.filter(r -> r.table().isEmpty()).isPresent()) {
        renamed.add(rest.orElseThrow().column(name.text(), name.span()));
      } else {
        renamed.add(new Field(name.text(), name.span(), Set.of(), false));
      }
    }
    return of(renamed);
  }

  Optional<Field> field(String key) {
    for (Field field : fields) {
      if (field.key().equals(key)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** Without some of the fields, by their keys. */
  Shape without(Set<String> keys) {
    return new Shape(fields.stream().filter(f -> !keys.contains(f.key())).toList(), rest);
  }

  /** With another field in the place of the one of its name, where that is known. */
  Shape replaced(Field field) {
    return new Shape(
        fields.stream().map(f -> f.key().equals(field.key()) ? field : f).toList(), rest);
  }

  /** The index of a field from its number in a text, counted from 1; -1 where that is not known. */
  int place(String number) {
    boolean digits = number.length() < 5 && number.chars().allMatch(c -> c >= '0' && c <= '9');
    int at = digits && !number.isEmpty() ? Integer.parseInt(number) - 1 : -1;
    return rest.isEmpty() && at < fields.size() ? at : -1;
  }

  /** Whether another one has the same columns, made of the same, wherever that is written. */
  boolean isLike(Shape other) {
    return rest.equals(other.rest)
        && fields.stream()
            .map(Shape::content)
            .toList()
            .equals(other.fields.stream().map(Shape::content).toList());
  }

  private static List<Object> content(Field field) {
    return List.of(field.key(), field.sources(), field.resolved());
  }
}
