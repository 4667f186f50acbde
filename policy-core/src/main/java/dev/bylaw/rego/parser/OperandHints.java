package dev.bylaw.rego.parser;

import org.antlr.v4.runtime.Token;

/** Says how to write what braces at the start of an operand cannot mean. */
final class OperandHints {
  private final Places places;

  OperandHints(Places places) {
    this.places = places;
  }

  /**
   * @param prefix {@code not} and a space, or empty
   */
  SyntaxException ambiguous(
      RegoParser.BracesContext b, RegoParser.ItemsContext items, String prefix) {
    String text = places.text(items, items);
    String union = places.text(items.item(0), items.item(0));
    return SyntaxErrors.plain(
        places,
        b.getStart(),
        "ambiguous `{ ... | ... }` operand: read as a body holding a set-union expression, not as"
            + " a comprehension (hint: write `"
            + prefix
            + "({"
            + text
            + "})` for the comprehension, or `"
            + prefix
            + "{("
            + union
            + ")"
            + text.substring(union.length())
            + "}` for the set union)");
  }

  SyntaxException value(
      RegoParser.BracesContext start, RegoParser.ClauseContext c, String connective) {
    return SyntaxErrors.plain(
        places,
        start.getStart(),
        "operand of `"
            + connective
            + "` cannot begin with `{` unless the braces hold a body (hint: wrap the operand to"
            + " keep the value: `("
            + places.text(start, c)
            + ") "
            + connective
            + " ...`)");
  }

  SyntaxException negatedValue(RegoParser.NotClauseContext n) {
    RegoParser.OperandContext first = n.expr(0).operand(0);
    String text = places.text(n.expr(0), n.expr(n.expr().size() - 1));
    return SyntaxErrors.plain(
        places,
        first.getStart(),
        "`{...}` in an operand position must contain expression(s), got: "
            + kind(first)
            + " (hint: write `not ("
            + text
            + ")` to negate the value, or `not {"
            + text
            + "}` for a body holding it)");
  }

  private static String kind(RegoParser.OperandContext o) {
    RegoParser.BracesContext b = ((RegoParser.BracedContext) o.primary()).braces();
    if (!o.suffix().isEmpty()) {
      return "ref";
    }
    boolean object = b.items() == null || b.items().item(0).COLON() != null;
    return object ? "object" : "set";
  }

  /** A modifier on one operand of a connective. */
  static SyntaxException with(Places places, Token with, String connective) {
    return SyntaxErrors.plain(
        places,
        with,
        "`with` modifier is not allowed on operand of `"
            + connective
            + "` (hint: Wrap the operand in `(...)` or `{...}` to scope, or move `with` after the `"
            + connective
            + "` expression to apply it to the whole expression)");
  }

  SyntaxException parenthesized(RegoParser.ParenthesisContext p, RegoParser.BracesContext body) {
    return SyntaxErrors.plain(
        places,
        p.getStart(),
        "`(...)` in an operand position cannot contain a body (hint: drop the parens to keep the"
            + " body: `not "
            + places.text(body, body)
            + "`)");
  }
}
