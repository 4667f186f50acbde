package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON text, and parts of documents by path. */
final class JsonFunctions {
  private JsonFunctions() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "json.marshal",
            "(x: any) => (result: string)",
            "Writes a value as JSON text.",
            (c, args) -> RegoString.of(RegoJson.writeEscaped(args[0]))),
        Builtin.of(
            "json.marshal_with_options",
            "(x: any, opts: object<indent: string, prefix: string, pretty: boolean>[string: any]) => (y: string)",
            "Writes a value as JSON text, on many lines if wanted.",
            (c, args) -> marshal(args)),
        Builtin.of(
            "json.unmarshal",
            "(x: string) => (y: any)",
            "Reads JSON text.",
            (c, args) -> unmarshal(args)),
        Builtin.of(
            "json.is_valid",
            "(x: string) => (result: boolean)",
            "Tells whether a text is JSON.",
            (c, args) -> RegoBoolean.of(isValid(args[0]))),
        Builtin.of(
            "json.filter",
            "(object: object[any: any], paths: any<array[any<string, array[any]>], set[any<string, array[any]>]>) => (filtered: object[any: any])",
            "Gives the parts of an object that lie on some paths.",
            (c, args) -> filter(Args.object(args, 0), JsonPath.tree(args[1]))),
        Builtin.of(
            "json.remove",
            "(object: object[any: any], paths: any<array[any<string, array[any]>], set[any<string, array[any]>]>) => (output: object[any: any])",
            "Gives an object without what lies on some paths.",
            (c, args) -> remove(Args.object(args, 0), JsonPath.tree(args[1]))),
        Builtin.of(
            "json.patch",
            "(target: any, patches: array[object<op: string, path: any>[any: any]]) => (output: any)",
            "Applies the operations of a JSON patch.",
            (c, args) -> JsonPatch.apply(args[0], Args.array(args, 1))));
  }

  private static RegoValue marshal(RegoValue[] args) throws BuiltinException {
    RegoObject options = Args.object(args, 1);
    String prefix = "";
    String indent = "\t";
    boolean pretty = false;
    Boolean explicit = null;
    for (RegoValue key : options.keys()) {
      RegoValue value = options.get(key);
      String name = key instanceof RegoString s ? s.value() : key.toString();
      switch (name) {
        case "prefix" -> {
          prefix = option(name, value);
          pretty = true;
        }
        case "indent" -> {
          indent = option(name, value);
          pretty = true;
        }
        case "pretty" -> {
          if (!(value instanceof RegoBoolean b)) {
            throw BuiltinException.type("operand 2 key pretty failed cast to bool");
          }
          explicit = b.value();
        }
        default -> throw BuiltinException.type("operand 2 object contained unknown key " + key);
      }
    }
    return RegoString.of(
        (explicit == null ? pretty : explicit)
            ? prefix + RegoJson.writeIndented(args[0], prefix, indent)
            : RegoJson.writeEscaped(args[0]));
  }

  private static String option(String name, @Nullable RegoValue value) throws BuiltinException {
    if (value instanceof RegoString s) {
      return s.value();
    }
    throw BuiltinException.type("operand 2 key " + name + " failed cast to string");
  }

  private static RegoValue unmarshal(RegoValue[] args) throws BuiltinException {
    return JsonInput.parse(Args.string(args, 0));
  }

  static boolean isValid(RegoValue value) {
    try {
      if (value instanceof RegoString s) {
        RegoJson.parse(s.value());
        return true;
      }
      return false;
    } catch (ParseException e) {
      return false;
    }
  }

  /** Keeps what the tree has; null in the tree keeps all. */
  private static RegoValue filter(RegoValue value, @Nullable RegoValue tree) {
    if (!(tree instanceof RegoObject paths)) {
      return value;
    }
    if (value instanceof RegoObject object) {
      RegoObject.Builder kept = RegoObject.builder();
      for (RegoValue key : paths.keys()) {
        RegoValue child = object.get(key);
        if (child != null) {
          kept.put(key, filter(child, paths.get(key)));
        }
      }
      return kept.build();
    } else if (value instanceof RegoArray array) {
      List<RegoValue> kept = new ArrayList<>();
      for (int i = 0; i < array.size(); i++) {
        RegoValue path = paths.get(Integer.toString(i));
        path = path == null ? paths.get(RegoNumber.of(i)) : path;
        if (path != null) {
          kept.add(filter(array.get(i), path));
        }
      }
      return RegoArray.of(kept);
    } else if (value instanceof RegoSet set) {
      RegoSet.Builder kept = RegoSet.builder();
      for (RegoValue element : set) {
        RegoValue path = paths.get(element);
        if (path != null) {
          kept.add(filter(element, path));
        }
      }
      return kept.build();
    }
    return value;
  }

  /** Null where all was removed. */
  private static @Nullable RegoValue remove(RegoValue value, @Nullable RegoValue tree) {
    if (tree instanceof RegoNull) {
      return null;
    }
    if (!(tree instanceof RegoObject paths)) {
      return value;
    }
    if (value instanceof RegoObject object) {
      RegoObject.Builder kept = RegoObject.builder();
      object
          .toMap()
          .forEach(
              (key, child) -> {
                RegoValue left = remove(child, paths.get(key));
                if (left != null) {
                  kept.put(key, left);
                }
              });
      return kept.build();
    } else if (value instanceof RegoArray array) {
      List<RegoValue> kept = new ArrayList<>();
      for (int i = 0; i < array.size(); i++) {
        RegoValue left = remove(array.get(i), paths.get(Integer.toString(i)));
        if (left != null) {
          kept.add(left);
        }
      }
      return RegoArray.of(kept);
    } else if (value instanceof RegoSet set) {
      RegoSet.Builder kept = RegoSet.builder();
      for (RegoValue element : set) {
        RegoValue left = remove(element, paths.get(element));
        if (left != null) {
          kept.add(left);
        }
      }
      return kept.build();
    }
    return value;
  }
}
