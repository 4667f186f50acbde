/**
 * SQL as a tree whose every node knows its place, whatever dialect it was written in.
 *
 * <p>The way of a script: source text, masked to the same length where it holds templates; the tree
 * of a dialect's parser, which stays in that parser's package; this tree; and from it what policies
 * see, lineage, and the state of the schema. Nodes are data. {@link
 * dev.bylaw.rules.sql.ast.SqlNode#children} is all the behaviour that they have.
 */
@NullMarked
package dev.bylaw.rules.sql.ast;

import org.jspecify.annotations.NullMarked;
