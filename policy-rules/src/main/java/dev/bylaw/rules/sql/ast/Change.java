package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/** What an ALTER statement does to its object. */
public sealed interface Change extends SqlNode {
  /** Columns are added, or the list of columns replaced. */
  record AddColumns(List<ColumnDefinition> columns, boolean replace, Span span) implements Change {
    public AddColumns {
      columns = List.copyOf(columns);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(columns).list();
    }
  }

  /** Columns, or fields of structs, are dropped. */
  record DropColumns(List<Name> columns, Span span) implements Change {
    public DropColumns {
      columns = List.copyOf(columns);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(columns).list();
    }
  }

  /** A column gets another name. */
  record RenameColumn(Name column, Identifier to, Span span) implements Change {
    @Override
    public List<SqlNode> children() {
      return Children.of(column, to);
    }
  }

  /** Something of a column changes. */
  record AlterColumn(Name column, List<ColumnChange> changes, Span span) implements Change {
    public AlterColumn {
      changes = List.copyOf(changes);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(column).add(changes).list();
    }
  }

  /** The object gets another name. */
  record Rename(Name to, Span span) implements Change {
    @Override
    public List<SqlNode> children() {
      return Children.of(to);
    }
  }

  /** Another owner. */
  record SetOwner(Identifier owner, Span span) implements Change {
    @Override
    public List<SqlNode> children() {
      return Children.of(owner);
    }
  }

  /** Tags of the object. */
  record SetTags(List<Property> tags, Span span) implements Change {
    public SetTags {
      tags = List.copyOf(tags);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(tags).list();
    }
  }

  /** Tags are taken off the object. */
  record UnsetTags(List<Identifier> tags, Span span) implements Change {
    public UnsetTags {
      tags = List.copyOf(tags);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(tags).list();
    }
  }

  /** Properties or options; {@code word} as in {@link Clause.Properties}. */
  record SetProperties(String word, List<Property> properties, Span span) implements Change {
    public SetProperties {
      properties = List.copyOf(properties);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(properties).list();
    }
  }

  /** Properties are removed. */
  record UnsetProperties(List<Identifier> properties, Span span) implements Change {
    public UnsetProperties {
      properties = List.copyOf(properties);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(properties).list();
    }
  }

  /** A constraint more. */
  record AddConstraint(Constraint constraint, Span span) implements Change {
    @Override
    public List<SqlNode> children() {
      return Children.of(constraint);
    }
  }

  /**
   * A constraint less.
   *
   * @param name absent for the primary key, and for a foreign key that is told by its columns
   */
  record DropConstraint(Optional<Identifier> name, List<Identifier> columns, Span span)
      implements Change {
    public DropConstraint {
      columns = List.copyOf(columns);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(name).add(columns).list();
    }
  }

  /** A clause as in a definition: comment, location, clustering, row filter, collation. */
  record SetClause(Clause clause, Span span) implements Change {
    @Override
    public List<SqlNode> children() {
      return Children.of(clause);
    }
  }

  /** No row filter any more. */
  record DropRowFilter(Span span) implements Change {
    @Override
    public List<SqlNode> children() {
      return List.of();
    }
  }

  /** Another query makes the rows. */
  record SetQuery(Query query, Span span) implements Change {
    @Override
    public List<SqlNode> children() {
      return Children.of(query);
    }
  }

  /**
   * What a share holds.
   *
   * @param action upper case: {@code ADD TABLE}, {@code REMOVE SCHEMA}
   * @param history whether recipients see past versions
   * @param partition the partitions that are shared; empty for all
   * @param options comment and names
   */
  record Shared(
      String action,
      Name object,
      boolean history,
      List<SqlNode> partition,
      List<SqlNode> options,
      Span span)
      implements Change {
    public Shared {
      partition = List.copyOf(partition);
      options = List.copyOf(options);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(object).add(partition).add(options).list();
    }
  }

  /**
   * Another change.
   *
   * @param action its first words, upper case: {@code ADD PARTITION}, {@code ADD TABLE}
   */
  record Other(String action, List<SqlNode> children, Span span) implements Change {
    public Other {
      children = List.copyOf(children);
    }
  }

  /** What changes of a column. */
  sealed interface ColumnChange extends Change {
    /** TYPE. */
    record SetType(DataType type, Span span) implements ColumnChange {
      @Override
      public List<SqlNode> children() {
        return Children.of(type);
      }
    }

    /** COMMENT. */
    record SetComment(Expression.Literal comment, Span span) implements ColumnChange {
      @Override
      public List<SqlNode> children() {
        return Children.of(comment);
      }
    }

    /** SET NOT NULL, or DROP NOT NULL. */
    record SetNullable(boolean nullable, Span span) implements ColumnChange {
      @Override
      public List<SqlNode> children() {
        return List.of();
      }
    }

    /** SET DEFAULT; empty for DROP DEFAULT. */
    record SetDefault(Optional<Expression> value, Span span) implements ColumnChange {
      @Override
      public List<SqlNode> children() {
        return new Children().add(value).list();
      }
    }

    /** SET MASK; empty for DROP MASK. */
    record SetMask(Optional<Clause.Mask> mask, Span span) implements ColumnChange {
      @Override
      public List<SqlNode> children() {
        return new Children().add(mask).list();
      }
    }

    /** SET TAGS. */
    record SetColumnTags(List<Property> tags, Span span) implements ColumnChange {
      public SetColumnTags {
        tags = List.copyOf(tags);
      }

      @Override
      public List<SqlNode> children() {
        return new Children().add(tags).list();
      }
    }

    /** UNSET TAGS. */
    record UnsetColumnTags(List<Identifier> tags, Span span) implements ColumnChange {
      public UnsetColumnTags {
        tags = List.copyOf(tags);
      }

      @Override
      public List<SqlNode> children() {
        return new Children().add(tags).list();
      }
    }

    /** Another: FIRST, AFTER, SYNC IDENTITY, COLLATE. */
    record OtherColumnChange(String action, List<SqlNode> children, Span span)
        implements ColumnChange {
      public OtherColumnChange {
        children = List.copyOf(children);
      }
    }
  }
}
