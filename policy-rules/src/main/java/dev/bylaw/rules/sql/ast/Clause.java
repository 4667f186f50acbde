package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/** What a definition says beside name, columns, constraints and query. */
public sealed interface Clause extends SqlNode {
  /** COMMENT. */
  record Comment(Expression.Literal text, Span span) implements Clause {
    @Override
    public List<SqlNode> children() {
      return Children.of(text);
    }
  }

  /**
   * A list of keys and values.
   *
   * @param word {@code TBLPROPERTIES}, {@code DBPROPERTIES}, {@code OPTIONS}, {@code TAGS} and the
   *     like
   */
  record Properties(String word, List<Property> entries, Span span) implements Clause {
    public Properties {
      entries = List.copyOf(entries);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(entries).list();
    }
  }

  /** PARTITIONED BY; columns where types are given, expressions otherwise. */
  record Partitioning(List<ColumnDefinition> columns, List<Expression> expressions, Span span)
      implements Clause {
    public Partitioning {
      columns = List.copyOf(columns);
      expressions = List.copyOf(expressions);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(columns).add(expressions).list();
    }
  }

  /**
   * CLUSTER BY, or CLUSTERED BY of tables with buckets.
   *
   * @param mode {@code AUTO}, {@code NONE}, {@code COLUMNS} or {@code BUCKETS}
   */
  record Clustering(String mode, List<Expression> columns, Span span) implements Clause {
    public Clustering {
      columns = List.copyOf(columns);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(columns).list();
    }
  }

  /**
   * Where data are stored.
   *
   * @param managed whether Databricks manages what is there
   */
  record Location(Expression.Literal path, boolean managed, Optional<Name> credential, Span span)
      implements Clause {
    @Override
    public List<SqlNode> children() {
      return new Children().add(path).add(credential).list();
    }
  }

  /** USING: the data source or file format, or the connection of a foreign catalog. */
  record Using(Name format, Span span) implements Clause {
    @Override
    public List<SqlNode> children() {
      return Children.of(format);
    }
  }

  /**
   * A function that masks a column.
   *
   * @param arguments of USING COLUMNS
   */
  record Mask(Name function, List<Expression> arguments, Span span) implements Clause {
    public Mask {
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(function).add(arguments).list();
    }
  }

  /** A function that chooses the rows that one may see. */
  record RowFilter(Name function, List<Expression> arguments, Span span) implements Clause {
    public RowFilter {
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(function).add(arguments).list();
    }
  }

  /** The table is a copy. */
  record CloneOf(Name source, boolean shallow, Optional<Expression> version, Span span)
      implements Clause {
    @Override
    public List<SqlNode> children() {
      return new Children().add(source).add(version).list();
    }
  }

  /** The table has the columns of another. */
  record Like(Name source, Span span) implements Clause {
    @Override
    public List<SqlNode> children() {
      return Children.of(source);
    }
  }

  /** DEFAULT COLLATION. */
  record Collation(Name name, Span span) implements Clause {
    @Override
    public List<SqlNode> children() {
      return Children.of(name);
    }
  }

  /**
   * A time, name or flag of another kind.
   *
   * @param word what it begins with, upper case: {@code SCHEDULE}, {@code KEYS}, {@code WATERMARK}
   */
  record Other(String word, List<SqlNode> children, Span span) implements Clause {
    public Other {
      children = List.copyOf(children);
    }
  }
}
