package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Functions of templates on texts, lists and maps. Texts are taken byte by byte. */
final class GoTemplateLists {
  private GoTemplateLists() {}

  static Object length(Object value) throws BuiltinException {
    if (value instanceof RegoArray array) {
      return (long) array.size();
    } else if (value instanceof RegoObject object) {
      return (long) object.size();
    } else if (GoTemplateValues.isText(value)) {
      return (long) bytes(value).length;
    } else if (GoTemplateValues.isNothing(value)) {
      throw BuiltinException.of("reflect: call of reflect.Value.Type on zero Value");
    }
    throw BuiltinException.of("len of type " + GoTemplateValues.typeName(value));
  }

  private static byte[] bytes(Object text) {
    return GoTemplateValues.print(text).getBytes(StandardCharsets.UTF_8);
  }

  static Object index(List<Object> args) throws BuiltinException {
    Object value = args.get(0);
    for (Object key : args.subList(1, args.size())) {
      value = index(value, key);
    }
    return value;
  }

  private static Object index(Object value, Object key) throws BuiltinException {
    if (value instanceof RegoArray array) {
      return array.get(position(key, array.size() - 1));
    } else if (value instanceof RegoObject object) {
      if (!(key instanceof RegoString name)) {
        throw BuiltinException.of(
            "value has type %s; should be string".formatted(GoTemplateValues.typeName(key)));
      }
      return GoTemplateValues.get(object, name);
    } else if (GoTemplateValues.isText(value)) {
      byte[] bytes = bytes(value);
      return (long) Byte.toUnsignedInt(bytes[position(key, bytes.length - 1)]);
    } else if (GoTemplateValues.isNothing(value)) {
      throw BuiltinException.of("index of untyped nil");
    }
    throw BuiltinException.of("can't index item of type " + GoTemplateValues.typeName(value));
  }

  private static int position(Object key, int last) throws BuiltinException {
    if (!(key instanceof Long index)) {
      throw BuiltinException.of(
          GoTemplateValues.isNothing(key)
              ? "cannot index slice/array with nil"
              : "cannot index slice/array with type " + GoTemplateValues.typeName(key));
    } else if (index < 0 || index > last) {
      throw BuiltinException.of("index out of range: " + index);
    }
    return index.intValue();
  }

  static Object slice(List<Object> args) throws BuiltinException {
    Object value = args.get(0);
    if (args.size() > 4) {
      throw BuiltinException.of("too many slice indexes: " + (args.size() - 1));
    } else if (value instanceof RegoArray array) {
      int[] bounds = bounds(args, array.size());
      List<RegoValue> part = new ArrayList<>();
      for (int i = bounds[0]; i < bounds[1]; i++) {
        part.add(array.get(i));
      }
      return RegoArray.of(part);
    } else if (value instanceof RegoString) {
      if (args.size() > 3) {
        throw BuiltinException.of("cannot 3-index slice a string");
      }
      byte[] bytes = bytes(value);
      int[] bounds = bounds(args, bytes.length);
      return RegoString.of(
          new String(Arrays.copyOfRange(bytes, bounds[0], bounds[1]), StandardCharsets.UTF_8));
    } else if (GoTemplateValues.isNothing(value)) {
      throw BuiltinException.of("slice of untyped nil");
    }
    throw BuiltinException.of("can't slice item of type " + GoTemplateValues.typeName(value));
  }

  private static int[] bounds(List<Object> args, int size) throws BuiltinException {
    int start = args.size() > 1 ? position(args.get(1), size) : 0;
    int end = args.size() > 2 ? position(args.get(2), size) : size;
    if (start > end) {
      throw BuiltinException.of("invalid slice index: %d > %d".formatted(start, end));
    }
    return new int[] {start, end};
  }
}
