package dev.bylaw.rules.sql.state;

import dev.bylaw.rules.sql.ast.Change;
import dev.bylaw.rules.sql.ast.Name;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What ALTER does to a table. */
final class Alteration {
  private static final Set<String> PROPERTIES = Set.of("TBLPROPERTIES", "PROPERTIES");

  private final TableState table;

  Alteration(TableState table) {
    this.table = table;
  }

  /** Makes the changes, and returns the new name if there is one. */
  Optional<Name> apply(List<Change> changes) {
    Optional<Name> name = Optional.empty();
    for (Change change : changes) {
      if (change instanceof Change.Rename rename) {
        name = Optional.of(rename.to());
      } else if (change instanceof Change.AlterColumn column) {
        table
            .column(column.column().key())
            .ifPresent(c -> column.changes().forEach(x -> column(c, x)));
      } else {
        apply(change);
      }
    }
    return name;
  }

  private void apply(Change change) {
    Facts facts = table.facts;
    if (change instanceof Change.AddColumns add) {
      if (add.replace()) {
        table.dropColumns();
      }
      add.columns().forEach(table::add);
    } else if (change instanceof Change.DropColumns drop) {
      drop.columns().forEach(c -> table.drop(c.key()));
    } else if (change instanceof Change.RenameColumn rename) {
      table.rename(rename.column().key(), rename.to());
    } else if (change instanceof Change.SetOwner owner) {
      facts.set("owner", owner.owner().text(), owner.owner().span());
    } else if (change instanceof Change.SetTags tags) {
      TableState.tags(facts, tags.tags());
    } else if (change instanceof Change.UnsetTags tags) {
      tags.tags().forEach(tag -> facts.remove("tags", tag.text()));
    } else if (change instanceof Change.SetProperties set && PROPERTIES.contains(set.word())) {
      set.properties()
          .forEach(
              p -> facts.put("properties", p.key().text(), p.key().span(), TableState.value(p)));
    } else if (change instanceof Change.UnsetProperties unset) {
      unset.properties().forEach(p -> facts.remove("properties", p.text()));
    } else if (change instanceof Change.AddConstraint add) {
      Catalog.constraint(table, add.constraint());
    } else if (change instanceof Change.DropConstraint drop) {
      drop.name().ifPresent(n -> table.constraints.remove(n.text().toLowerCase(Locale.ROOT)));
    } else if (change instanceof Change.SetClause set) {
      Catalog.clause(table, set.clause());
    } else if (change instanceof Change.DropRowFilter) {
      facts.remove("rowFilter");
    }
  }

  private static void column(Facts column, Change.ColumnChange change) {
    if (change instanceof Change.ColumnChange.SetType set) {
      column.set("type", set.type().text(), set.type().span());
    } else if (change instanceof Change.ColumnChange.SetComment set) {
      column.set("comment", set.comment().value(), set.comment().span());
    } else if (change instanceof Change.ColumnChange.SetNullable set) {
      column.set("nullable", set.nullable(), set.span());
    } else if (change instanceof Change.ColumnChange.SetMask set) {
      set.mask().ifPresentOrElse(m -> TableState.mask(column, m), () -> column.remove("mask"));
    } else if (change instanceof Change.ColumnChange.SetColumnTags set) {
      TableState.tags(column, set.tags());
    } else if (change instanceof Change.ColumnChange.UnsetColumnTags unset) {
      unset.tags().forEach(tag -> column.remove("tags", tag.text()));
    }
  }
}
