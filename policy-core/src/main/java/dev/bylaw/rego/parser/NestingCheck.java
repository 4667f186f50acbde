package dev.bylaw.rego.parser;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Limits;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.jspecify.annotations.Nullable;

/**
 * Measures how deep trees will be before they are made, so that nesting ends in a message, not in a
 * full stack. Brackets nest what is in them; each operator nests all that stands to its left.
 */
final class NestingCheck {
  /** Brackets and operators around one operand, steps of a reference, branches of a rule. */
  static final int MAX_DEPTH = 500;

  private static final Set<Integer> OPERATORS =
      Set.of(
          RegoLexer.AND,
          RegoLexer.OR,
          RegoLexer.IN,
          RegoLexer.EQUAL,
          RegoLexer.NEQ,
          RegoLexer.LT,
          RegoLexer.LTE,
          RegoLexer.GT,
          RegoLexer.GTE,
          RegoLexer.PIPE,
          RegoLexer.AMP,
          RegoLexer.PLUS,
          RegoLexer.MINUS,
          RegoLexer.MUL,
          RegoLexer.DIV,
          RegoLexer.REM);

  /** What is open: the text, or a bracket in it. */
  private static final class Level {
    private final int outer;
    private int operators;
    private int inner;
    private int deepest;
    private int steps;

    private Level(int outer) {
      this.outer = outer;
    }

    private int depth() {
      return operators + inner;
    }

    /** The next element, or the next expression. */
    private void next() {
      deepest = Math.max(deepest, depth());
      operators = 0;
      inner = 0;
    }
  }

  private final Places places;
  private final Deque<Level> open = new ArrayDeque<>();
  private Level level = new Level(0);

  private NestingCheck(Places places) {
    this.places = places;
  }

  static Optional<Diagnostic> check(Places places) {
    NestingCheck check = new NestingCheck(places);
    CommonToken before = null;
    for (CommonToken t : places.tokens().code()) {
      check.step(t, before);
      if (before != null && isNext(before, t)) {
        check.level.next();
      }
      check.take(t);
      Optional<Diagnostic> problem = check.problem(t);
      if (problem.isPresent()) {
        return problem;
      }
      before = t;
    }
    return Optional.empty();
  }

  /**
   * Counts the steps of a reference: what stands right behind a term, with a dot or in brackets.
   */
  private void step(CommonToken t, @Nullable CommonToken before) {
    switch (t.getType()) {
      case RegoLexer.DOT_ADJ, RegoLexer.LBRACK_ADJ -> level.steps++;
      case RegoLexer.RBRACK -> {
        // the reference goes on behind it
      }
      default -> {
        if (before == null || before.getType() != RegoLexer.DOT_ADJ) {
          level.steps = 0;
        }
      }
    }
  }

  /** Whether an expression ends with one line, and another starts with the next. */
  private static boolean isNext(CommonToken before, CommonToken t) {
    return before.getLine() < t.getLine() && !isOperator(before) && !isOperator(t) && !isClosing(t);
  }

  private static boolean isOperator(CommonToken t) {
    return OPERATORS.contains(t.getType());
  }

  private static boolean isClosing(CommonToken t) {
    return t.getType() == RegoLexer.RBRACE
        || t.getType() == RegoLexer.RBRACK
        || t.getType() == RegoLexer.RPAREN;
  }

  private void take(CommonToken t) {
    switch (t.getType()) {
      case RegoLexer.LBRACE,
          RegoLexer.LBRACK,
          RegoLexer.LBRACK_ADJ,
          RegoLexer.LPAREN,
          RegoLexer.LPAREN_ADJ -> {
        open.push(level);
        level = new Level(level.outer + level.operators + 1);
      }
      case RegoLexer.RBRACE, RegoLexer.RBRACK, RegoLexer.RPAREN -> close();
      case RegoLexer.COMMA, RegoLexer.LAST_COMMA, RegoLexer.SEMI, RegoLexer.COLON -> level.next();
      default -> level.operators += isOperator(t) ? 1 : 0;
    }
  }

  /** Brackets that nothing opened are left to the parser. */
  private void close() {
    if (!open.isEmpty()) {
      level.next();
      int inside = level.deepest + 1;
      level = open.pop();
      level.inner = Math.max(level.inner, inside);
    }
  }

  private Optional<Diagnostic> problem(CommonToken t) {
    int limit = Limits.DEFAULT.maxNesting();
    if (open.size() > limit) {
      return error(t, "brackets nest more than " + limit + " levels deep");
    }
    if (level.steps > MAX_DEPTH) {
      return error(t, "a reference has more than " + MAX_DEPTH + " steps");
    }
    return level.outer + level.depth() > MAX_DEPTH
        ? error(
            t,
            "brackets and operators nest more than "
                + MAX_DEPTH
                + " levels deep (assign parts of the expression to variables)")
        : Optional.empty();
  }

  private Optional<Diagnostic> error(CommonToken t, String message) {
    return Optional.of(Diagnostic.error(SyntaxErrors.CODE, places.span(t), message));
  }
}
