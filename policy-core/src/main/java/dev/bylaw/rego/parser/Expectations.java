package dev.bylaw.rego.parser;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** What OPA says it expected, by the construct that could not go on. */
final class Expectations {
  static final String OPEN_PARENTHESIS = "non-terminated expression";
  static final String OPEN_GROUP = "expected ) to close parenthesized group";
  static final String OPEN_TEMPLATE = "expected } to end template string expression";
  static final String BAD_TEMPLATE = "invalid template-string expression";
  static final String EVERY = "expected `x[, y] in xs { ... }` expression";
  static final String SOME = "expected `x in xs` or `x, y in xs` expression";

  static final String NO_PATH = "expected path";

  private final Places places;

  Expectations(Places places) {
    this.places = places;
  }

  /**
   * Parentheses around nothing where {@code not}, {@code and} or {@code or} asks for an operand.
   */
  static boolean isEmptyGroup(Places places, Token before, Token token) {
    if (before.getType() != RegoLexer.LPAREN || token.getType() != RegoLexer.RPAREN) {
      return false;
    }
    return switch (places.before(before).getType()) {
      case RegoLexer.AND, RegoLexer.OR -> true;
      case RegoLexer.NOT -> places.tokens().notTakesBody();
      default -> false;
    };
  }

  /** Nothing stands behind an operator. */
  static boolean isMissingOperand(ParserRuleContext inner) {
    return inner instanceof RegoParser.PrimaryContext
        && inner.getParent().getParent() instanceof RegoParser.ExprContext e
        && isBehindOperator(e, inner.getParent());
  }

  /** Whether an operand has others before it that stand for the expression if it fails. */
  static boolean isBehindOperator(RegoParser.ExprContext e, ParserRuleContext operand) {
    int index = e.operand().indexOf(operand);
    boolean domain =
        e.getParent() instanceof RegoParser.EveryClauseContext
            && index > 0
            && e.operator(index - 1).getStart().getType() == RegoLexer.IN;
    return index > 0 && !domain;
  }

  /** Empty where a term or an expression as such is missing. */
  String in(ParserRuleContext inner, Token token) {
    if (inner.getParent() instanceof RegoParser.EveryClauseContext e
        && inner.getChildCount() == 0) {
      return every(e);
    } else if (isContainer(inner)) {
      return closing(inner, token);
    } else if (inner instanceof RegoParser.ItemsContext) {
      return closing(inner.getParent(), token);
    } else if (inner instanceof RegoParser.NameContext) {
      return inner.getParent() instanceof RegoParser.ImportDeclarationContext
          ? "expected var"
          : "expected identifier";
    } else if (inner instanceof RegoParser.PrimaryContext) {
      return operand(inner.getParent().getParent(), token);
    } else if (inner instanceof RegoParser.WithModifierContext) {
      return "expected as keyword";
    } else if (inner instanceof RegoParser.EveryClauseContext e) {
      return every(e);
    } else if (inner instanceof RegoParser.ClauseContext
        && places.before(token).getType() == RegoLexer.IF) {
      return token.getType() == Token.EOF && isElse(inner) ? "rule body expected" : "";
    }
    return "";
  }

  private static String every(RegoParser.EveryClauseContext e) {
    boolean whole = Flat.has(e.expr(e.expr().size() - 1), RegoLexer.IN);
    return whole ? "missing body" : EVERY;
  }

  private static boolean isElse(ParserRuleContext inner) {
    for (ParserRuleContext c = inner; c != null; c = c.getParent()) {
      if (c instanceof RegoParser.ElseBranchContext) {
        return true;
      }
    }
    return false;
  }

  private static String operand(ParserRuleContext c, Token token) {
    if (c instanceof RegoParser.WithModifierContext) {
      return "expected ident";
    }
    ParserRuleContext outer = c.getParent();
    if (outer instanceof RegoParser.NotClauseContext
        && Keywords.leadsClause(token.getType())
        && token.getType() != RegoLexer.NOT) {
      return "illegal negation of '" + token.getText() + "'";
    }
    return outer instanceof RegoParser.SomeClauseContext ? "expected var" : "";
  }

  static boolean isContainer(ParserRuleContext c) {
    return c instanceof RegoParser.BracketsContext
        || c instanceof RegoParser.BracesContext
        || c instanceof RegoParser.IndexSuffixContext
        || c instanceof RegoParser.CallSuffixContext
        || c instanceof RegoParser.ParenthesisContext
        || c instanceof RegoParser.TemplateLiteralContext;
  }

  /** What would have gone on with a container, or ended it. */
  String closing(ParserRuleContext c, Token token) {
    if (c instanceof RegoParser.IndexSuffixContext) {
      return "expected [";
    } else if (c instanceof RegoParser.CallSuffixContext call) {
      return call.expr().isEmpty() ? "" : "expected \",\" or \")\"";
    } else if (c instanceof RegoParser.TemplateLiteralContext) {
      return OPEN_TEMPLATE;
    } else if (c instanceof RegoParser.ParenthesisContext p) {
      return Flat.hasLogic(p.phrase()) ? OPEN_GROUP : OPEN_PARENTHESIS;
    } else if (c instanceof RegoParser.BracketsContext b) {
      return brackets(b.items(), token);
    }
    return braces((RegoParser.BracesContext) c, token);
  }

  private String brackets(RegoParser.ItemsContext items, Token token) {
    if (items == null) {
      return "";
    }
    return Flat.hasBar(items) ? separator("]", token) : "expected \",\" or \"]\"";
  }

  /** Empty behind a line break: there an expression could have started. */
  private String separator(String end, Token token) {
    boolean sameLine = places.before(token).getLine() == token.getLine();
    return sameLine ? "expected \\n or ; or " + end : "";
  }

  private String braces(RegoParser.BracesContext b, Token token) {
    RegoParser.ItemsContext items = b.items();
    if (items == null) {
      return "";
    } else if (isBody(b)) {
      String separator = separator("}", token);
      return separator.isEmpty() ? "" : separator + KeywordHints.of(places, token);
    }
    if (items.item(0).COLON() != null) {
      return "non-terminated object";
    } else if (Flat.hasBar(items)) {
      return separator("}", token);
    }
    return Flat.index(items, token) < 2 ? "non-terminated set" : "expected \",\" or \"}\"";
  }

  /** Braces of a rule, of {@code every}, or of an operand. */
  boolean isBody(RegoParser.BracesContext b) {
    if (!(b.getParent() instanceof RegoParser.BracedContext)) {
      return true;
    }
    return switch (places.before(b.getStart()).getType()) {
      case RegoLexer.IF, RegoLexer.AND, RegoLexer.OR -> true;
      case RegoLexer.NOT -> places.tokens().notTakesBody();
      default -> false;
    };
  }
}
