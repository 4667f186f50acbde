package dev.bylaw.rules.sql.lineage;

import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The relations that the expressions of a SELECT see, and those around it. */
final class Scope {
  private final List<Part> parts = new ArrayList<>();
  private final Set<String> merged = new HashSet<>();
  private final Map<String, Field> aliases = new HashMap<>();
  private final Optional<Scope> outer;

  /**
   * A relation by the name it has here.
   *
   * @param name key of each part of its name; a reference may leave out the first ones
   */
  record Part(List<String> name, Shape shape) {
    boolean isCalled(List<String> qualifier) {
      int from = name.size() - qualifier.size();
      return from >= 0 && name.subList(from, name.size()).equals(qualifier);
    }
  }

  Scope(Optional<Scope> outer) {
    this.outer = outer;
  }

  List<Part> parts() {
    return parts;
  }

  /** Names a column that stands once for those of several relations (USING). */
  void merge(String key) {
    merged.add(key);
  }

  /** Names an output column that later ones may refer to. */
  void alias(Field field) {
    aliases.putIfAbsent(field.key(), field);
  }

  /** What a reference means, or empty if that cannot be told. */
  Optional<Field> resolve(List<Identifier> reference) {
    List<String> keys = new ArrayList<>();
    for (Identifier part : reference) {
      keys.add(part.key());
    }
    Span span = reference.get(0).span().to(reference.get(reference.size() - 1).span());
    for (int qualifiers = Math.min(keys.size() - 1, 3); qualifiers > 0; qualifiers--) {
      List<String> qualifier = keys.subList(0, qualifiers);
      for (Part part : parts) {
        if (part.isCalled(qualifier)) {
          return column(part, reference.get(qualifiers), span);
        }
      }
    }
    Optional<Scope> around =
        keys.size() > 1 ? outer.filter(scope -> scope.knows(keys.get(0))) : Optional.empty();
    return around.isPresent() ? around.get().resolve(reference) : plain(reference, span);
  }

  private boolean knows(String qualifier) {
    return parts.stream().anyMatch(p -> p.isCalled(List.of(qualifier)))
        || outer.filter(scope -> scope.knows(qualifier)).isPresent();
  }

  private static Optional<Field> column(Part part, Identifier column, Span span) {
    Optional<Field> field = part.shape.field(column.key());
    return field.isPresent()
        ? field.map(f -> f.named(column.text(), span))
        : part.shape.rest().map(rest -> rest.column(column.text(), span));
  }

  /** A column without a qualifier; what follows it are fields of it. */
  private Optional<Field> plain(List<Identifier> reference, Span span) {
    Identifier column = reference.get(0);
    List<Field> found = new ArrayList<>();
    List<Part> open = new ArrayList<>();
    for (Part part : parts) {
      part.shape.field(column.key()).ifPresent(found::add);
      if (part.shape.rest().isPresent()) {
        open.add(part);
      }
    }
    if (merged.contains(column.key())) {
      return merged(column, span);
    } else if (found.size() == 1) {
      return Optional.of(found.get(0).named(column.text(), span));
    } else if (!found.isEmpty() || open.size() > 1) {
      return Optional.empty();
    }
    boolean elsewhere = aliases.containsKey(column.key()) || outer.isPresent();
    if (open.size() == 1) {
      return elsewhere && mayBeElsewhere(column)
          ? Optional.empty()
          : column(open.get(0), column, span);
    } else if (aliases.containsKey(column.key())) {
      return Optional.ofNullable(aliases.get(column.key())).map(f -> f.named(column.text(), span));
    }
    return outer.flatMap(scope -> scope.resolve(reference));
  }

  private boolean mayBeElsewhere(Identifier column) {
    return aliases.containsKey(column.key())
        || outer.flatMap(scope -> scope.resolve(List.of(column))).isPresent();
  }

  private Optional<Field> merged(Identifier column, Span span) {
    return parts.stream().flatMap(p -> column(p, column, span).stream()).reduce(Field::with);
  }

  /** The columns of {@code *}, or of those relations that the qualifier names. */
  List<Field> star(List<Identifier> qualifier, Span span) {
    List<String> keys = qualifier.stream().map(q -> q.text().toLowerCase(Locale.ROOT)).toList();
    List<Part> meant = parts.stream().filter(p -> keys.isEmpty() || p.isCalled(keys)).toList();
    if (meant.isEmpty()) {
      Set<Source> sources =
          resolve(qualifierOr(qualifier, span)).map(Field::sources).orElse(Set.of());
      return List.of(new Field("*", span, sources, false));
    }
    List<Field> fields = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Part part : meant) {
      for (Field field : part.shape.fields()) {
        boolean once = keys.isEmpty() && merged.contains(field.key());
        if (!once) {
          fields.add(field);
        } else if (seen.add(field.key())) {
          merged(new Identifier(field.name(), span), span).ifPresent(fields::add);
        }
      }
      part.shape.rest().ifPresent(rest -> fields.add(rest.star(span)));
    }
    return List.copyOf(fields);
  }

  private static List<Identifier> qualifierOr(List<Identifier> qualifier, Span span) {
    return qualifier.isEmpty() ? List.of(new Identifier("*", span)) : qualifier;
  }
}
