package dev.bylaw.rules.sql;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.sql.lineage.KnownTables;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The columns of tables as the catalogue, or else contracts, describe them. */
final class TableColumns {
  private TableColumns() {}

  static KnownTables of(List<Subject> subjects) {
    KnownTables contracts = new KnownTables();
    KnownTables catalogue = new KnownTables(contracts);
    for (Subject subject : subjects) {
      Optional<Located> document = subject.input().child(RegoString.of(subject.kind().word()));
      if (document.isPresent() && subject.kind() == SubjectKind.TABLE) {
        table(document.get(), catalogue);
      } else if (document.isPresent() && subject.kind() == SubjectKind.CONTRACT) {
        contract(document.get(), contracts);
      }
    }
    return catalogue;
  }

  private static void table(Located table, KnownTables known) {
    Optional<String> parts =
        text(table, "catalog_name")
            .flatMap(c -> text(table, "schema_name").map(s -> c + "." + s))
            .flatMap(schema -> text(table, "name").map(name -> schema + "." + name));
    text(table, "full_name").or(() -> parts).ifPresent(name -> add(name, table, known));
  }

  /** A table of a contract is one of each of its servers that has a catalog and a schema. */
  private static void contract(Located contract, KnownTables known) {
    Set<String> schemas = new LinkedHashSet<>();
    for (Located server : elements(contract, "servers")) {
      text(server, "catalog")
          .flatMap(c -> text(server, "schema").map(s -> c + "." + s))
          .ifPresent(schemas::add);
    }
    for (Located table : elements(contract, "schema")) {
      Optional<String> physical = text(table, "physicalName");
      Optional<String> name = physical.isPresent() ? physical : text(table, "name");
      if (name.isPresent()) {
        for (String full : names(name.get(), schemas)) {
          add(full, table, known);
        }
      }
    }
  }

  private static List<String> names(String name, Set<String> schemas) {
    if (name.indexOf('.') >= 0) {
      return name.split("\\.", -1).length == 3 ? List.of(name) : List.of();
    }
    List<String> names = new ArrayList<>();
    for (String schema : schemas) {
      names.add(schema + "." + name);
    }
    return names;
  }

  /** Where a column has no name that is known, nothing is known of the table. */
  private static void add(String name, Located table, KnownTables known) {
    List<String> columns = new ArrayList<>();
    List<Located> described = elements(table, "columns");
    for (Located column : described) {
      text(column, "name").ifPresent(columns::add);
    }
    if (!columns.isEmpty() && columns.size() == described.size()) {
      known.add(name, columns, table.span());
    }
  }

  private static Optional<String> text(Located object, String key) {
    Located value = object.child(RegoString.of(key)).orElse(null);
    return value != null && value.value() instanceof RegoString s
        ? Optional.of(s.value())
        : Optional.empty();
  }

  private static List<Located> elements(Located object, String key) {
    return object.child(RegoString.of(key)).orElse(null) instanceof Located.Array array
        ? array.elements()
        : List.of();
  }
}
