package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One value out of many. */
final class Aggregates {
  /** OPA multiplies fractions with a shorter mantissa than it adds them. */
  private static final int PRODUCT_PRECISION = 53;

  private static final String COLLECTION = "one of {set, array}";

  private Aggregates() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "count",
            "(collection: any<string, array[any], object[any: any], set[any]>) => (n: number)",
            "Counts elements, entries or characters.",
            (c, args) -> RegoNumber.of(count(args))),
        Builtin.of(
            "sum",
            "(collection: any<array[number], set[number]>) => (n: number)",
            "Adds up numbers.",
            (c, args) -> sum(args)),
        Builtin.of(
            "product",
            "(collection: any<array[number], set[number]>) => (n: number)",
            "Multiplies numbers.",
            (c, args) -> product(args)),
        Builtin.of(
            "max",
            "(collection: any<array[any], set[any]>) => (n: any)",
            "Gives the greatest element, none of nothing.",
            (c, args) -> max(args)),
        Builtin.of(
            "min",
            "(collection: any<array[any], set[any]>) => (n: any)",
            "Gives the least element, none of nothing.",
            (c, args) -> min(args)),
        Builtin.of(
            "sort",
            "(collection: any<array[any], set[any]>) => (n: array[any])",
            "Lists elements in ascending order.",
            (c, args) -> sort(args)),
        Builtin.of(
                "all",
                "(any<array[any], set[any]>) => boolean",
                "Tells whether every element is true.",
                (c, args) -> RegoBoolean.of(all(args)))
            .with(Builtin.Trait.DEPRECATED),
        Builtin.of(
                "any",
                "(any<array[any], set[any]>) => boolean",
                "Tells whether some element is true.",
                (c, args) ->
                    RegoBoolean.of(
                        Args.elements(args, 0, "one of {array, set}").contains(RegoBoolean.TRUE)))
            .with(Builtin.Trait.DEPRECATED));
  }

  private static long count(RegoValue[] args) throws BuiltinException {
    if (args[0] instanceof RegoArray a) {
      return a.size();
    } else if (args[0] instanceof RegoObject o) {
      return o.size();
    } else if (args[0] instanceof RegoSet s) {
      return s.size();
    } else if (args[0] instanceof RegoString s) {
      return s.value().codePointCount(0, s.value().length());
    }
    throw BuiltinException.operand(1, args[0], "one of {array, object, set, string}");
  }

  private static List<RegoValue> numbers(RegoValue[] args) throws BuiltinException {
    List<RegoValue> elements = Args.elements(args, 0, COLLECTION);
    for (RegoValue element : elements) {
      if (!(element instanceof RegoNumber)) {
        throw Args.element(0, args[0], element, "number");
      }
    }
    return elements;
  }

  private static boolean allInteger(List<RegoValue> numbers) {
    return numbers.stream().allMatch(n -> ((RegoNumber) n).isInteger());
  }

  private static RegoValue sum(RegoValue[] args) throws BuiltinException {
    List<RegoValue> numbers = numbers(args);
    if (allInteger(numbers)) {
      BigInteger sum = BigInteger.ZERO;
      for (RegoValue number : numbers) {
        sum = sum.add(Args.exact((RegoNumber) number));
      }
      return RegoNumber.of(sum);
    }
    BinaryFloat sum = BinaryFloat.ZERO;
    for (RegoValue number : numbers) {
      sum = sum.plus(BinaryFloat.of((RegoNumber) number));
    }
    return sum.toNumber();
  }

  private static RegoValue product(RegoValue[] args) throws BuiltinException {
    List<RegoValue> numbers = numbers(args);
    if (allInteger(numbers)) {
      BigInteger product = BigInteger.ONE;
      for (RegoValue number : numbers) {
        product = product.multiply(Args.exact((RegoNumber) number));
      }
      return RegoNumber.of(product);
    }
    BinaryFloat product = BinaryFloat.ONE;
    for (RegoValue number : numbers) {
      product = product.times(BinaryFloat.of((RegoNumber) number), PRODUCT_PRECISION);
    }
    return product.toNumber(PRODUCT_PRECISION);
  }

  private static @Nullable RegoValue max(RegoValue[] args) throws BuiltinException {
    List<RegoValue> elements = Args.elements(args, 0, COLLECTION);
    return elements.isEmpty() ? null : Collections.max(elements);
  }

  private static @Nullable RegoValue min(RegoValue[] args) throws BuiltinException {
    List<RegoValue> elements = Args.elements(args, 0, COLLECTION);
    return elements.isEmpty() ? null : Collections.min(elements);
  }

  private static RegoValue sort(RegoValue[] args) throws BuiltinException {
    return RegoArray.of(Args.elements(args, 0, COLLECTION).stream().sorted().toList());
  }

  private static boolean all(RegoValue[] args) throws BuiltinException {
    return Args.elements(args, 0, "one of {array, set}").stream()
        .allMatch(RegoBoolean.TRUE::equals);
  }
}
