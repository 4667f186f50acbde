package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;

/** A piece of SQL. */
public sealed interface SqlNode
    permits Alias,
        Assignment,
        Change,
        Clause,
        ColumnDefinition,
        CommonTable,
        Constraint,
        DataType,
        Expression,
        Identifier,
        Merge,
        Name,
        PipeStep,
        Privilege,
        Property,
        QueryBody,
        Relation,
        SelectItem,
        SortItem,
        Statement,
        Window {
  /** The text of the node, from its first sign to its last. */
  Span span();

  /** What the node consists of, in no particular order. */
  List<SqlNode> children();
}
