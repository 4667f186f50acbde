package dev.bylaw.rego.parser;

import dev.bylaw.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Words syntax errors as OPA does: what was found, what was expected there, and then what each
 * enclosing construct missed by it, from the inside out.
 */
final class SyntaxErrors {
  static final String CODE = "rego_parse_error";

  private final Places places;
  private final Token token;
  private final List<Diagnostic> found = new ArrayList<>();
  // an operand behind an operator failed: the operand before it stands for the whole expression
  private boolean partial;

  private SyntaxErrors(Places places, Token token) {
    this.places = places;
    this.token = token;
  }

  /** What stopped the parser. */
  static SyntaxException of(Places places, RecognitionException e) {
    Token token = e.getOffendingToken();
    ParserRuleContext inner = (ParserRuleContext) e.getCtx();
    Token before = places.before(token);
    if (inner instanceof RegoParser.TemplateLiteralContext t
        && t.getChild(t.getChildCount() - 1) instanceof TerminalNode
        && TokenNames.endsLine(token)) {
      return plain(places, t.getStart(), "non-terminated string");
    } else if (before.getType() == RegoLexer.DEFAULT && token != before) {
      return plain(places, before, "unexpected default keyword");
    } else if (token.getType() == RegoLexer.AND || token.getType() == RegoLexer.OR) {
      Optional<RegoParser.LiteralContext> l = Flat.last(inner);
      if (l.isPresent() && !l.get().withModifier().isEmpty() && !Flat.hasLogic(l.get())) {
        return OperandHints.with(places, l.get().withModifier(0).getStart(), token.getText());
      }
    } else if (Expectations.isEmptyGroup(places, before, token)) {
      return plain(places, before, "empty parenthesized group");
    }
    Optional<Misfits.Misfit> earlier = new Misfits(places).around(inner);
    if (earlier.isPresent()) {
      ParserRuleContext c = earlier.get().container();
      Token misfit = earlier.get().token();
      return at(places, c, misfit, new Expectations(places).closing(c, misfit));
    }
    String expected = new Expectations(places).in(inner, token);
    return Expectations.isMissingOperand(inner) && !TokenNames.isIllegal(token)
        ? new SyntaxException(new SyntaxErrors(places, token).only(expected))
        : at(places, inner, token, expected);
  }

  /**
   * A token that may not stand where it does.
   *
   * @param inner the innermost construct that it is part of
   * @param expected empty if there is nothing to say
   */
  static SyntaxException at(Places places, ParserRuleContext inner, Token token, String expected) {
    SyntaxErrors errors = new SyntaxErrors(places, token);
    errors.add(expected);
    if (TokenNames.isIllegal(token)) {
      return new SyntaxException(errors.found);
    }
    ParserRuleContext child = inner;
    for (ParserRuleContext c = inner.getParent(); c != null; c = c.getParent()) {
      errors.step(c, child);
      child = c;
    }
    return new SyntaxException(errors.found);
  }

  /** A message of its own, without what the enclosing constructs say. */
  static SyntaxException plain(Places places, Token token, String message) {
    return new SyntaxException(List.of(Diagnostic.error(CODE, places.span(token), message)));
  }

  private List<Diagnostic> only(String expected) {
    add(expected);
    return found;
  }

  private void add(String expected) {
    String message =
        switch (expected) {
          case "" -> TokenNames.unexpected(token);
          case Expectations.OPEN_PARENTHESIS,
              Expectations.OPEN_TEMPLATE,
              Expectations.BAD_TEMPLATE,
              Expectations.OPEN_GROUP,
              Expectations.NO_PATH ->
              expected;
          default -> TokenNames.unexpected(token) + ": " + expected;
        };
    found.add(Diagnostic.error(CODE, places.span(token), message));
  }

  private void step(ParserRuleContext c, ParserRuleContext child) {
    if (c instanceof RegoParser.ExprContext e) {
      partial |= Expectations.isBehindOperator(e, child);
    } else if (c instanceof RegoParser.TemplateLiteralContext) {
      add(partial ? Expectations.OPEN_TEMPLATE : Expectations.BAD_TEMPLATE);
      partial = false;
    } else if (c instanceof RegoParser.EveryClauseContext) {
      every(child);
    } else if (Expectations.isContainer(c)) {
      if (partial) {
        container(c);
      }
      partial = false;
    } else if (!partial) {
      new RuleExpectations(places).lacks(c, child).ifPresent(this::add);
    }
  }

  private void container(ParserRuleContext c) {
    String closing = new Expectations(places).closing(c, token);
    if (!closing.isEmpty() && !closing.startsWith("expected \\n")) {
      add(closing);
    }
  }

  private void every(ParserRuleContext child) {
    if (!(child instanceof RegoParser.BracesContext)) {
      add(partial ? "missing body" : Expectations.EVERY);
    }
    partial = false;
  }
}
