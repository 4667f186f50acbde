package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The type of a value, and changing it. */
final class Types {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
  private static final Pattern NOT_FINITE = Pattern.compile("(?i)[+-]*(?:inf|infinity|nan)");

  private Types() {}

  static List<Builtin> all() {
    List<Builtin> all = new ArrayList<>();
    for (String type : List.of("array", "boolean", "null", "number", "object", "set", "string")) {
      all.add(
          Builtin.of(
              "is_" + type,
              "(x: any) => (result: boolean)",
              "Tells whether a value is of type " + type + ".",
              (c, args) -> RegoBoolean.of(args[0].typeName().equals(type))));
    }
    for (String type : List.of("boolean", "null", "object", "string")) {
      all.add(cast(type, "(any) => " + (type.equals("object") ? "object[any: any]" : type)));
    }
    all.add(
        Builtin.of(
                "cast_array",
                "(any) => (result: array[any])",
                "Makes an array of a set.",
                (c, args) -> RegoArray.of(Args.elements(args, 0, "one of {array, set}")))
            .with(Builtin.Trait.DEPRECATED));
    all.add(
        Builtin.of(
                "cast_set",
                "(any) => (result: set[any])",
                "Makes a set of an array.",
                (c, args) -> RegoSet.of(Args.elements(args, 0, "one of {array, set}")))
            .with(Builtin.Trait.DEPRECATED));
    all.add(
        Builtin.of(
            "type_name",
            "(x: any) => (result: string)",
            "Gives the name of a value's type.",
            (c, args) -> RegoString.of(args[0].typeName())));
    all.add(
        Builtin.of(
            "to_number",
            "(value: any<null, boolean, number, string>) => (num: number)",
            "Makes a number of a text, a boolean or null.",
            (c, args) -> toNumber(args[0])));
    return all;
  }

  private static Builtin cast(String type, String signature) {
    return Builtin.of(
            "cast_" + type,
            signature,
            "Gives back a value of type " + type + ".",
            (c, args) -> {
              if (!args[0].typeName().equals(type)) {
                throw BuiltinException.operand(1, args[0], type);
              }
              return args[0];
            })
        .with(Builtin.Trait.DEPRECATED);
  }

  private static RegoValue toNumber(RegoValue value) throws BuiltinException {
    if (value instanceof RegoNumber) {
      return value;
    } else if (value instanceof RegoNull) {
      return RegoNumber.ZERO;
    } else if (value instanceof RegoBoolean b) {
      return b.value() ? RegoNumber.ONE : RegoNumber.ZERO;
    } else if (value instanceof RegoString s) {
      return parse(s);
    }
    throw BuiltinException.operand(1, value, "one of {null, boolean, number, string}");
  }

  private static RegoValue parse(RegoString value) throws BuiltinException {
    String text = value.value();
    if (NOT_FINITE.matcher(text).matches()) {
      throw BuiltinException.operand(1, value, "valid number string");
    }
    if (!DECIMAL.matcher(text).matches()) {
      throw BuiltinException.of("strconv.ParseFloat: parsing " + value + ": invalid syntax");
    }
    if (Double.isInfinite(Double.parseDouble(text))) {
      throw BuiltinException.of("strconv.ParseFloat: parsing " + value + ": value out of range");
    }
    try {
      return RegoNumber.parse(text);
    } catch (NumberFormatException e) {
      throw BuiltinException.of("strconv.ParseFloat: parsing " + value + ": value out of range");
    }
  }
}
