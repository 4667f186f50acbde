package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/** A statement that changes rows. */
public sealed interface Manipulation extends Statement {
  /** WITH before the statement. */
  List<CommonTable> with();

  /** Where rows are written; a path has one part, its text. */
  Name target();

  /**
   * INSERT.
   *
   * @param columns empty for all
   * @param partition of the PARTITION clause; a key without value is a dynamic partition
   * @param replaceWhere rows that are replaced
   */
  record Insert(
      List<CommonTable> with,
      boolean overwrite,
      Name target,
      List<Identifier> columns,
      List<Property> partition,
      boolean byName,
      Optional<Expression> replaceWhere,
      Query source,
      Span span)
      implements Manipulation {
    public Insert {
      with = List.copyOf(with);
      columns = List.copyOf(columns);
      partition = List.copyOf(partition);
    }

    @Override
    public String kind() {
      return overwrite ? "INSERT OVERWRITE" : "INSERT INTO";
    }

    @Override
    public List<SqlNode> children() {
      return new Children()
          .add(with)
          .add(target)
          .add(columns)
          .add(partition)
          .add(replaceWhere)
          .add(source)
          .list();
    }
  }

  /** MERGE INTO. */
  record MergeInto(
      List<CommonTable> with,
      Name target,
      Optional<Alias> alias,
      Relation source,
      Expression on,
      List<Merge> actions,
      Span span)
      implements Manipulation {
    public MergeInto {
      with = List.copyOf(with);
      actions = List.copyOf(actions);
    }

    @Override
    public String kind() {
      return "MERGE INTO";
    }

    @Override
    public List<SqlNode> children() {
      return new Children()
          .add(with)
          .add(target)
          .add(alias)
          .add(source)
          .add(on)
          .add(actions)
          .list();
    }
  }

  /** UPDATE. */
  record Update(
      List<CommonTable> with,
      Name target,
      Optional<Alias> alias,
      List<Assignment> assignments,
      Optional<Expression> where,
      Span span)
      implements Manipulation {
    public Update {
      with = List.copyOf(with);
      assignments = List.copyOf(assignments);
    }

    @Override
    public String kind() {
      return "UPDATE";
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(with).add(target).add(alias).add(assignments).add(where).list();
    }
  }

  /** DELETE FROM. */
  record Delete(
      List<CommonTable> with,
      Name target,
      Optional<Alias> alias,
      Optional<Expression> where,
      Span span)
      implements Manipulation {
    public Delete {
      with = List.copyOf(with);
    }

    @Override
    public String kind() {
      return "DELETE";
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(with).add(target).add(alias).add(where).list();
    }
  }

  /**
   * COPY INTO and LOAD DATA.
   *
   * @param source a relation where rows are transformed, else the path as a literal
   */
  record Copy(
      String kind,
      Name target,
      List<Identifier> columns,
      SqlNode source,
      List<Clause> clauses,
      Span span)
      implements Manipulation {
    public Copy {
      columns = List.copyOf(columns);
      clauses = List.copyOf(clauses);
    }

    @Override
    public List<CommonTable> with() {
      return List.of();
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(target).add(columns).add(source).add(clauses).list();
    }
  }

  /**
   * APPLY CHANGES INTO and AUTO CDC INTO.
   *
   * @param keys what tells rows apart
   * @param clauses SEQUENCE BY, APPLY AS, COLUMNS, STORED AS and the like
   */
  record ApplyChanges(
      String kind,
      Name target,
      Relation source,
      List<Expression> keys,
      List<Clause> clauses,
      Span span)
      implements Manipulation {
    public ApplyChanges {
      keys = List.copyOf(keys);
      clauses = List.copyOf(clauses);
    }

    @Override
    public List<CommonTable> with() {
      return List.of();
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(target).add(source).add(keys).add(clauses).list();
    }
  }
}
