package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.BuiltinFunction;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigInteger;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Operators on numbers, and the set difference, which shares its sign with subtraction. */
final class Arithmetic {
  private Arithmetic() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "plus",
            "(x: number, y: number) => (z: number)",
            "Adds two numbers.",
            exact(Math::addExact, BigInteger::add, BinaryFloat::plus)),
        Builtin.of(
            "minus",
            "(x: any<number, set[any]>, y: any<number, set[any]>) => (z: any<number, set[any]>)",
            "Subtracts numbers or sets.",
            (c, args) -> minus(args)),
        Builtin.of(
            "mul",
            "(x: number, y: number) => (z: number)",
            "Multiplies two numbers.",
            exact(
                Math::multiplyExact,
                BigInteger::multiply,
                (a, b) -> a.times(b, BinaryFloat.PRECISION))),
        Builtin.of(
            "div",
            "(x: number, y: number) => (z: number)",
            "Divides the first number by the second.",
            (c, args) -> div(args)),
        Builtin.of(
            "rem",
            "(x: number, y: number) => (z: number)",
            "Gives the remainder of a division.",
            (c, args) -> rem(args)),
        Builtin.of(
            "abs",
            "(x: number) => (y: number)",
            "Gives a number without its sign.",
            (c, args) -> BinaryFloat.of(Args.number(args, 0)).abs().toNumber()),
        Builtin.of(
            "round",
            "(x: number) => (y: number)",
            "Rounds to the nearest whole number.",
            whole(Arithmetic::round)),
        Builtin.of(
            "ceil",
            "(x: number) => (y: number)",
            "Rounds up to a whole number.",
            whole(Arithmetic::ceil)),
        Builtin.of(
            "floor",
            "(x: number) => (y: number)",
            "Rounds down to a whole number.",
            whole(Arithmetic::floor)));
  }

  /** Addition, subtraction or multiplication of longs. */
  private interface LongOperation {
    long apply(long a, long b); // throws ArithmeticException on overflow
  }

  private static RegoNumber compute(
      RegoNumber x,
      RegoNumber y,
      LongOperation small,
      BinaryOperator<BigInteger> whole,
      BinaryOperator<BinaryFloat> fraction)
      throws BuiltinException {
    if (x.isLong() && y.isLong()) {
      try {
        return RegoNumber.of(small.apply(x.longValue(), y.longValue()));
      } catch (ArithmeticException e) {
        return RegoNumber.of(whole.apply(Args.exact(x), Args.exact(y)));
      }
    }
    return x.isInteger() && y.isInteger()
        ? RegoNumber.of(whole.apply(Args.exact(x), Args.exact(y)))
        : fraction.apply(BinaryFloat.of(x), BinaryFloat.of(y)).toNumber();
  }

  private static BuiltinFunction exact(
      LongOperation small, BinaryOperator<BigInteger> whole, BinaryOperator<BinaryFloat> fraction) {
    return (c, args) -> compute(Args.number(args, 0), Args.number(args, 1), small, whole, fraction);
  }

  /** As in OPA, all digits of a whole number count, not only those that tell it from others. */
  private static BuiltinFunction whole(UnaryOperator<BinaryFloat> operation) {
    return (c, args) ->
        RegoNumber.of(operation.apply(BinaryFloat.of(Args.number(args, 0))).truncated());
  }

  private static RegoValue minus(RegoValue[] args) throws BuiltinException {
    if (args[0] instanceof RegoNumber x && args[1] instanceof RegoNumber y) {
      return compute(x, y, Math::subtractExact, BigInteger::subtract, BinaryFloat::minus);
    }
    if (args[0] instanceof RegoSet a && args[1] instanceof RegoSet b) {
      return Sets.difference(a, b);
    }
    if (!(args[0] instanceof RegoNumber) && !(args[0] instanceof RegoSet)) {
      throw BuiltinException.operand(1, args[0], "one of {number, set}");
    }
    throw BuiltinException.operand(2, args[1], args[1] instanceof RegoNumber ? "set" : "number");
  }

  private static RegoValue div(RegoValue[] args) throws BuiltinException {
    RegoNumber x = Args.number(args, 0);
    RegoNumber y = Args.number(args, 1);
    if (y.signum() == 0) {
      throw BuiltinException.of("divide by zero");
    }
    return BinaryFloat.of(x).dividedBy(BinaryFloat.of(y)).toNumber();
  }

  private static RegoValue rem(RegoValue[] args) throws BuiltinException {
    RegoNumber x = Args.number(args, 0);
    RegoNumber y = Args.number(args, 1);
    if (!x.isInteger() || !y.isInteger()) {
      throw BuiltinException.of("modulo on floating-point number");
    }
    if (y.signum() == 0) {
      throw BuiltinException.of("modulo by zero");
    }
    return x.isLong() && y.isLong()
        ? RegoNumber.of(x.longValue() % y.longValue())
        : RegoNumber.of(Args.exact(x).remainder(Args.exact(y)));
  }

  /** Halves go away from zero. */
  private static BinaryFloat round(BinaryFloat a) {
    return BinaryFloat.of(
        (a.signum() < 0 ? a.minus(BinaryFloat.HALF) : a.plus(BinaryFloat.HALF)).truncated());
  }

  /** Between -1 and 0 OPA gives 1: it looks at the sign of what is left, and zero has none. */
  private static BinaryFloat ceil(BinaryFloat a) {
    BinaryFloat whole = BinaryFloat.of(a.truncated());
    return whole.signum() < 0 || a.isInteger() ? whole : whole.plus(BinaryFloat.ONE);
  }

  /** Between -1 and 0 OPA gives 0, as {@link #ceil} explains. */
  private static BinaryFloat floor(BinaryFloat a) {
    BinaryFloat whole = BinaryFloat.of(a.truncated());
    return whole.signum() >= 0 || a.isInteger() ? whole : whole.minus(BinaryFloat.ONE);
  }
}
