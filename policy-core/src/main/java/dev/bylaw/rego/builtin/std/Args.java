package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Arguments by 0-based index as the type a built-in needs; errors name the operand from 1. */
final class Args {
  private static final long MAX_DIGITS = 100_000;

  private Args() {}

  static String string(RegoValue[] args, int index) throws BuiltinException {
    if (args[index] instanceof RegoString s) {
      return s.value();
    }
    throw BuiltinException.operand(index + 1, args[index], "string");
  }

  static RegoNumber number(RegoValue[] args, int index) throws BuiltinException {
    if (args[index] instanceof RegoNumber n) {
      return n;
    }
    throw BuiltinException.operand(index + 1, args[index], "number");
  }

  /** A whole number; beyond {@code int} it is the nearest one. */
  static int integer(RegoValue[] args, int index) throws BuiltinException {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, longInteger(args, index)));
  }

  static long longInteger(RegoValue[] args, int index) throws BuiltinException {
    RegoNumber n = number(args, index);
    if (!n.isLong()) {
      throw notInteger(index);
    }
    return n.longValue();
  }

  static BigInteger bigInteger(RegoValue[] args, int index) throws BuiltinException {
    if (!(args[index] instanceof RegoNumber n)) {
      throw BuiltinException.operand(index + 1, args[index], "integer");
    }
    if (!n.isInteger()) {
      throw notInteger(index);
    }
    return exact(n);
  }

  private static BuiltinException notInteger(int index) {
    return BuiltinException.type(
        "operand " + (index + 1) + " must be integer number but got floating-point number");
  }

  /** True if the text of the number has neither point nor exponent. */
  static boolean isIntegerText(RegoNumber n) {
    String text = n.toString();
    return text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
  }

  /** The amount of a number that has no fraction. */
  static BigInteger exact(RegoNumber n) throws BuiltinException {
    if (n.isLong()) {
      return BigInteger.valueOf(n.longValue());
    }
    if ((long) n.decimalValue().precision() - n.decimalValue().scale() > MAX_DIGITS) {
      throw BuiltinException.of("number has too many digits");
    }
    return n.decimalValue().toBigIntegerExact();
  }

  static RegoArray array(RegoValue[] args, int index) throws BuiltinException {
    if (args[index] instanceof RegoArray a) {
      return a;
    }
    throw BuiltinException.operand(index + 1, args[index], "array");
  }

  static RegoSet set(RegoValue[] args, int index) throws BuiltinException {
    if (args[index] instanceof RegoSet s) {
      return s;
    }
    throw BuiltinException.operand(index + 1, args[index], "set");
  }

  static RegoObject object(RegoValue[] args, int index) throws BuiltinException {
    if (args[index] instanceof RegoObject o) {
      return o;
    }
    throw BuiltinException.operand(index + 1, args[index], "object");
  }

  /** The elements of an array or set, in order. */
  static List<RegoValue> elements(RegoValue[] args, int index, String expected)
      throws BuiltinException {
    if (args[index] instanceof RegoArray a) {
      return a.toList();
    } else if (args[index] instanceof RegoSet s) {
      return s.toList();
    }
    throw BuiltinException.operand(index + 1, args[index], expected);
  }

  /** The elements of an array or set of strings. */
  static List<String> strings(RegoValue[] args, int index, String expected)
      throws BuiltinException {
    List<String> strings = new ArrayList<>();
    for (RegoValue element : elements(args, index, expected)) {
      if (!(element instanceof RegoString s)) {
        throw element(index, args[index], element, "string");
      }
      strings.add(s.value());
    }
    return strings;
  }

  /** {@code operand 1 must be array of numbers but got array containing string}. */
  static BuiltinException element(
      int index, RegoValue collection, RegoValue found, String expected) {
    String type = collection.typeName();
    return BuiltinException.type(
        "operand %d must be %s of %ss but got %s containing %s"
            .formatted(index + 1, type, expected, type, found.typeName()));
  }
}
