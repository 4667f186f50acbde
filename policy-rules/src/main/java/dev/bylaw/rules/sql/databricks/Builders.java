package dev.bylaw.rules.sql.databricks;

import dev.bylaw.source.SourceFile;

/** Everything that makes our tree out of ANTLR's, for one script. */
final class Builders {
  final Text text;
  final Names names = new Names(this);
  final Expressions expressions = new Expressions(this);
  final Primaries primaries = new Primaries(this);
  final Types types = new Types(this);
  final Queries queries = new Queries(this);
  final Relations relations = new Relations(this);
  final Pipes pipes = new Pipes(this);
  final Clauses clauses = new Clauses(this);
  final Columns columns = new Columns(this);
  final Creations creations = new Creations(this);
  final Functions functions = new Functions(this);
  final Alterations alterations = new Alterations(this);
  final ColumnChanges columnChanges = new ColumnChanges(this);
  final Manipulations manipulations = new Manipulations(this);
  final Securables securables = new Securables(this);
  final Commands commands = new Commands(this);
  final Scripts scripts = new Scripts(this);
  final Statements statements = new Statements(this);
  final Parts parts = new Parts(this);
  final Immediate immediate = new Immediate(this);

  Builders(SourceFile file, String masked, int from) {
    this.text = new Text(file, masked, from);
  }
}
