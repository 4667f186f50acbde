package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoObject;
import java.util.List;
import java.util.function.IntPredicate;

/** Comparisons in templates, which want two values of one type. */
final class GoTemplateComparison {
  private GoTemplateComparison() {}

  /** Whether the first value is one of the others. */
  static Object equal(List<Object> args) throws BuiltinException {
    if (args.size() == 1) {
      throw BuiltinException.of("missing argument for comparison");
    }
    for (Object other : args.subList(1, args.size())) {
      if (areEqual(args.get(0), other)) {
        return RegoBoolean.TRUE;
      }
    }
    return RegoBoolean.FALSE;
  }

  static Object different(List<Object> args) throws BuiltinException {
    return RegoBoolean.of(!areEqual(args.get(0), args.get(1)));
  }

  private static boolean areEqual(Object a, Object b) throws BuiltinException {
    if (GoTemplateValues.isNothing(a) || GoTemplateValues.isNothing(b)) {
      return GoTemplateValues.isNothing(a) && GoTemplateValues.isNothing(b);
    }
    for (Object value : List.of(a, b)) {
      if (value instanceof RegoArray || value instanceof RegoObject) {
        throw BuiltinException.of(
            "non-comparable type %s: %s"
                .formatted(GoTemplateValues.print(value), GoTemplateValues.typeName(value)));
      }
    }
    if (kind(a).equals(kind(b))) {
      return GoTemplateValues.isText(a)
          ? GoTemplateValues.print(a).equals(GoTemplateValues.print(b))
          : a.equals(b);
    }
    throw incompatible(a, b);
  }

  private static String kind(Object value) {
    return GoTemplateValues.isText(value) ? "string" : GoTemplateValues.typeName(value);
  }

  private static BuiltinException incompatible(Object a, Object b) {
    return BuiltinException.of(
        "incompatible types for comparison: %s and %s"
            .formatted(GoTemplateValues.typeName(a), GoTemplateValues.typeName(b)));
  }

  static Object order(List<Object> args, IntPredicate wanted) throws BuiltinException {
    Object a = args.get(0);
    Object b = args.get(1);
    if (a instanceof Long x && b instanceof Long y) {
      return RegoBoolean.of(wanted.test(x.compareTo(y)));
    } else if (a instanceof Double x && b instanceof Double y) {
      return RegoBoolean.of(wanted.test(x.compareTo(y)));
    } else if (GoTemplateValues.isText(a) && GoTemplateValues.isText(b)) {
      return RegoBoolean.of(
          wanted.test(GoTemplateValues.print(a).compareTo(GoTemplateValues.print(b))));
    }
    throw kind(a).equals(kind(b))
        ? BuiltinException.of("invalid type for comparison")
        : incompatible(a, b);
  }
}
