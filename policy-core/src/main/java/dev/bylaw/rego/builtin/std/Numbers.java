package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.CallContext;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Ranges of whole numbers. */
final class Numbers {
  private static final int CHUNK = 1024;

  private Numbers() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "numbers.range",
            "(a: number, b: number) => (range: array[number])",
            "Lists the whole numbers between two, both inclusive, up or down.",
            (c, args) ->
                range(c, Args.bigInteger(args, 0), Args.bigInteger(args, 1), BigInteger.ONE)),
        Builtin.of(
            "numbers.range_step",
            "(a: number, b: number, step: number) => (range: array[number])",
            "Lists whole numbers between two, both inclusive, up or down by a step.",
            Numbers::rangeStep));
  }

  private static RegoValue rangeStep(CallContext context, RegoValue[] args)
      throws BuiltinException {
    BigInteger from = Args.bigInteger(args, 0);
    BigInteger to = Args.bigInteger(args, 1);
    BigInteger step = Args.bigInteger(args, 2);
    if (step.signum() <= 0) {
      throw BuiltinException.of("numbers.range_step: step must be a positive integer");
    }
    return range(context, from, to, step);
  }

  private static RegoValue range(
      CallContext context, BigInteger from, BigInteger to, BigInteger step)
      throws BuiltinException {
    List<RegoValue> numbers = new ArrayList<>();
    int direction = from.compareTo(to) <= 0 ? 1 : -1;
    BigInteger delta = direction > 0 ? step : step.negate();
    for (BigInteger i = from; i.compareTo(to) * direction <= 0; i = i.add(delta)) {
      numbers.add(RegoNumber.of(i));
      if (numbers.size() % CHUNK == 0) {
        context.spend(CHUNK);
      }
    }
    return RegoArray.of(numbers);
  }
}
