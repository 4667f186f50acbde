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
      if (subject.kind() == SubjectKind.TABLE) {
        document.ifPresent(table -> table(table, catalogue));
      } else if (subject.kind() == SubjectKind.CONTRACT) {
        document.ifPresent(contract -> contract(contract, contracts));
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
      Optional<String> name = text(table, "physicalName").or(() -> text(table, "name"));
      name.ifPresent(n -> names(n, schemas).forEach(full -> add(full, table, known)));
    }
  }

  private static List<String> names(String name, Set<String> schemas) {
    long dots = name.chars().filter(c -> c == '.').count();
    return dots == 2
        ? List.of(name)
        : dots == 0 ? schemas.stream().map(schema -> schema + "." + name).toList() : List.of();
  }

  /** Where a column has no name that is known, nothing is known of the table. */
  private static void add(String name, Located table, KnownTables known) {
    List<String> columns = new ArrayList<>();
    List<Located> described = elements(table, "columns");
    described.forEach(column -> text(column, "name").ifPresent(columns::add));
    if (!columns.isEmpty() && columns.size() == described.size()) {
      known.add(name, columns, table.span());
    }
  }

  private static Optional<String> text(Located object, String key) {
    return object
        .child(RegoString.of(key))
        .flatMap(
            v -> v.value() instanceof RegoString s ? Optional.of(s.value()) : Optional.empty());
  }

  private static List<Located> elements(Located object, String key) {
    return object
        .child(RegoString.of(key))
        .flatMap(
            v ->
                v instanceof Located.Array array ? Optional.of(array.elements()) : Optional.empty())
        .orElse(List.of());
  }
}
