package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/** One statement. */
public sealed interface Statement extends SqlNode
    permits Definition,
        Manipulation,
        Statement.Command,
        Statement.Grants,
        Statement.Rows,
        Statement.Script,
        Statement.Unread {
  /** Verb and type of object, upper case: {@code CREATE TABLE}, {@code INSERT INTO}. */
  String kind();

  /** A query. */
  record Rows(Query query, Span span) implements Statement {
    @Override
    public String kind() {
      return "SELECT";
    }

    @Override
    public List<SqlNode> children() {
      return Children.of(query);
    }
  }

  /**
   * GRANT, REVOKE or DENY.
   *
   * @param type of securable, upper case, for example {@code EXTERNAL LOCATION}; {@code TABLE}
   *     where none is written
   * @param typeSpan where it is written; that of the name where it is not
   * @param name absent for the metastore
   */
  record Grants(
      String kind,
      List<Privilege> privileges,
      String type,
      Span typeSpan,
      Optional<Name> name,
      List<Identifier> principals,
      boolean grantOption,
      Span span)
      implements Statement {
    public Grants {
      privileges = List.copyOf(privileges);
      principals = List.copyOf(principals);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(privileges).add(name).add(principals).list();
    }
  }

  /**
   * A statement that neither defines nor changes anything that policies look into: OPTIMIZE,
   * VACUUM, SHOW, DESCRIBE, SET, USE, CALL.
   *
   * @param type of the object, upper case; empty where there is no object
   * @param parts conditions, queries, arguments, options
   */
  record Command(String kind, String type, Optional<Name> target, List<SqlNode> parts, Span span)
      implements Statement {
    public Command {
      parts = List.copyOf(parts);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(target).add(parts).list();
    }
  }

  /**
   * A statement with statements inside: BEGIN, IF, WHILE, REPEAT, LOOP, FOR, CASE, and handlers.
   *
   * @param parts conditions, queries and declarations, before or between the statements
   */
  record Script(
      String kind,
      Optional<Identifier> label,
      List<SqlNode> parts,
      List<Statement> statements,
      Span span)
      implements Statement {
    public Script {
      parts = List.copyOf(parts);
      statements = List.copyOf(statements);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(label).add(parts).add(statements).list();
    }
  }

  /** A statement that could not be read. */
  record Unread(String kind, Optional<Name> target, Span span) implements Statement {
    @Override
    public List<SqlNode> children() {
      return new Children().add(target).list();
    }
  }
}
