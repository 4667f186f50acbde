package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.List;

/** Paths of keys, as JSON pointers or as arrays. */
final class JsonPath {
  private JsonPath() {}

  static List<RegoValue> parse(RegoValue path) throws BuiltinException {
    if (path instanceof RegoArray array) {
      return array.toList();
    } else if (!(path instanceof RegoString text)) {
      throw BuiltinException.type(
          "operand 2 must be one of {set, array} containing string paths or array of path"
              + " segments but got "
              + path.typeName());
    } else if (text.value().isEmpty()) {
      return List.of();
    } else {
      String relative = text.value();
      while (relative.startsWith("/")) {
        relative = relative.substring(1);
      }
      return Strings.split(relative, "/").stream()
          .<RegoValue>map(s -> RegoString.of(s.replace("~1", "/").replace("~0", "~")))
          .toList();
    }
  }

  /** All paths as one object of objects whose leaves are null; a shorter path hides longer ones. */
  static RegoObject tree(RegoValue paths) throws BuiltinException {
    RegoObject tree = RegoObject.EMPTY;
    for (RegoValue path :
        Args.elements(new RegoValue[] {RegoNull.NULL, paths}, 1, "one of {set, array}")) {
      List<RegoValue> keys = parse(path);
      if (!keys.isEmpty()) {
        tree = add(tree, keys);
      }
    }
    return tree;
  }

  private static RegoObject add(RegoObject tree, List<RegoValue> keys) {
    RegoValue key = keys.get(0);
    if (keys.size() == 1) {
      return tree.with(key, RegoNull.NULL);
    }
    RegoValue child = tree.get(key);
    if (child instanceof RegoNull) {
      return tree;
    }
    RegoObject inner = child instanceof RegoObject o ? o : RegoObject.EMPTY;
    return tree.with(key, add(inner, keys.subList(1, keys.size())));
  }
}
