package dev.bylaw.rego.parser;

import dev.bylaw.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** What version 1 asks of rules and version 0 does not. */
final class VersionCheck {
  private final Places places;
  private final List<Diagnostic> problems = new ArrayList<>();

  VersionCheck(Places places) {
    this.places = places;
  }

  List<Diagnostic> problems() {
    return problems;
  }

  private void problem(Token at, String message) {
    problems.add(Diagnostic.error(SyntaxErrors.CODE, places.span(at), message));
  }

  void check(RegoParser.DefinitionContext d) {
    if (d.DEFAULT() != null) {
      return;
    }
    RegoParser.ClauseContext clause = Flat.first(d.phrase(0).literal(0));
    List<RegoParser.SuffixContext> head = clause.expr(0).operand(0).suffix();
    boolean function = false;
    for (RegoParser.SuffixContext suffix : head) {
      function |= suffix instanceof RegoParser.CallSuffixContext;
    }
    String missing =
        "`if` keyword is required before " + (function ? "function" : "rule") + " body";
    if (d.IF() == null && !d.braces().isEmpty()) {
      problem(d.getStart(), missing);
      d.braces().subList(1, d.braces().size()).forEach(b -> problem(b.getStart(), missing));
    }
    boolean plain = clause.expr().size() == 1 && d.CONTAINS() == null && !function;
    if (plain && d.IF() == null) {
      form(d, head.size());
    }
    for (RegoParser.ElseBranchContext e : d.elseBranch()) {
      if (e.braces() != null) {
        problem(e.getStart(), missing);
      }
    }
  }

  /** A head without value, and without {@code if}. */
  private void form(RegoParser.DefinitionContext d, int steps) {
    if (steps == 1) {
      problem(d.getStart(), "`contains` keyword is required for partial set rules");
    } else if (d.braces().isEmpty()) {
      problem(d.getStart(), "rule must have value assignment and/or body declaration");
    }
  }
}
