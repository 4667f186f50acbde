package dev.bylaw.rego.format;

import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import java.util.Map;
import java.util.Optional;

/** Functions that are written between their operands. */
final class Signs {
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("assign", ":="),
          Map.entry("eq", "="),
          Map.entry("equal", "=="),
          Map.entry("neq", "!="),
          Map.entry("lt", "<"),
          Map.entry("lte", "<="),
          Map.entry("gt", ">"),
          Map.entry("gte", ">="),
          Map.entry("or", "|"),
          Map.entry("and", "&"),
          Map.entry("plus", "+"),
          Map.entry("minus", "-"),
          Map.entry("mul", "*"),
          Map.entry("div", "/"),
          Map.entry("rem", "%"));

  private Signs() {}

  /** Of a call with two operands, or with three of which the last is the result. */
  static Optional<String> of(Call call) {
    int operands = call.args().size();
    return operands == 2 || operands == 3
        ? Optional.ofNullable(SIGNS.get(name(call)))
        : Optional.empty();
  }

  /** {@code x in xs}, or {@code k, x in xs}. */
  static boolean isMembership(Term term) {
    if (!(term instanceof Call c)) {
      return false;
    }
    String name = name(c);
    return (name.equals("internal.member_2") && c.args().size() == 2)
        || (name.equals("internal.member_3") && c.args().size() == 3);
  }

  /** A union: a bar. */
  static boolean isUnion(Term term) {
    return term instanceof Call c && c.args().size() == 2 && name(c).equals("or");
  }

  private static String name(Call call) {
    return call.operator() instanceof Var v ? v.name() : call.operator().span().text();
  }
}
