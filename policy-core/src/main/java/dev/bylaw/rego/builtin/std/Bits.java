package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigInteger;
import java.util.List;
import java.util.function.BinaryOperator;

/** Whole numbers as bits, in two's complement without end. */
final class Bits {
  private static final int MAX_SHIFT = 1 << 16;

  private Bits() {}

  static List<Builtin> all() {
    return List.of(
        binary("bits.and", "Gives the bits that both numbers have.", BigInteger::and),
        binary("bits.or", "Gives the bits that some number has.", BigInteger::or),
        binary("bits.xor", "Gives the bits that just one number has.", BigInteger::xor),
        Builtin.of(
            "bits.negate",
            "(x: number) => (z: number)",
            "Flips all bits.",
            (c, args) -> RegoNumber.of(Args.bigInteger(args, 0).not())),
        Builtin.of(
            "bits.lsh",
            "(x: number, s: number) => (z: number)",
            "Shifts bits to the left.",
            (c, args) -> shift(args, true)),
        Builtin.of(
            "bits.rsh",
            "(x: number, s: number) => (z: number)",
            "Shifts bits to the right.",
            (c, args) -> shift(args, false)));
  }

  private static Builtin binary(
      String name, String documentation, BinaryOperator<BigInteger> operation) {
    return Builtin.of(
        name,
        "(x: number, y: number) => (z: number)",
        documentation,
        (c, args) ->
            RegoNumber.of(operation.apply(Args.bigInteger(args, 0), Args.bigInteger(args, 1))));
  }

  private static RegoValue shift(RegoValue[] args, boolean left) throws BuiltinException {
    BigInteger value = Args.bigInteger(args, 0);
    BigInteger by = Args.bigInteger(args, 1);
    if (by.signum() < 0) {
      throw BuiltinException.type(
          "operand 2 must be an unsigned integer number but got a negative integer");
    }
    if (!left) {
      return RegoNumber.of(
          value.shiftRight(by.min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue()));
    }
    if (by.compareTo(BigInteger.valueOf(MAX_SHIFT)) > 0 && value.signum() != 0) {
      throw BuiltinException.of("shift by more than " + MAX_SHIFT + " bits");
    }
    return value.signum() == 0 ? RegoNumber.ZERO : RegoNumber.of(value.shiftLeft(by.intValue()));
  }
}
