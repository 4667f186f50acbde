package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Applies a JSON patch.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6902">RFC 6902</a>
 */
final class JsonPatch {
  private JsonPatch() {}

  static @Nullable RegoValue apply(RegoValue target, RegoArray operations) throws BuiltinException {
    RegoValue document = target;
    for (RegoValue operation : operations) {
      if (!(operation instanceof RegoObject object)) {
        throw BuiltinException.of(
            "must be an array of JSON-Patch objects, but at least one element is not an object");
      }
      document = apply(document, object);
    }
    return document;
  }

  private static RegoValue apply(RegoValue document, RegoObject operation) throws BuiltinException {
    RegoValue pathValue = attribute(operation, "path");
    RegoValue op = attribute(operation, "op");
    if (!(op instanceof RegoString name)) {
      throw BuiltinException.of("attribute 'op' must be a string but found: " + op.typeName());
    }
    List<RegoValue> path = JsonPath.parse(pathValue);
    return switch (name.value()) {
      case "add" -> insert(document, path, attribute(operation, "value"));
      case "remove" -> delete(document, path);
      case "replace" ->
          insert(
              path.isEmpty() ? document : delete(document, path),
              path,
              attribute(operation, "value"));
      case "move" -> {
        List<RegoValue> from = JsonPath.parse(attribute(operation, "from"));
        RegoValue moved = find(document, from);
        yield insert(from.isEmpty() ? document : delete(document, from), path, moved);
      }
      case "copy" ->
          insert(document, path, find(document, JsonPath.parse(attribute(operation, "from"))));
      case "test" -> test(document, path, attribute(operation, "value"));
      default -> throw BuiltinException.of("unrecognized op: '" + name.value() + "'");
    };
  }

  private static RegoValue test(RegoValue document, List<RegoValue> path, RegoValue value)
      throws BuiltinException {
    RegoValue found = find(document, path);
    if (!found.equals(value)) {
      throw BuiltinException.of(
          "value from EditTree != patch value.\n\nExpected: %s\n\nFound: %s"
              .formatted(value, found));
    }
    return document;
  }

  private static RegoValue attribute(RegoObject operation, String name) throws BuiltinException {
    RegoValue value = operation.get(name);
    if (value == null) {
      throw BuiltinException.of("missing required attribute '" + name + "'");
    }
    return value;
  }

  private static RegoValue find(RegoValue document, List<RegoValue> path) throws BuiltinException {
    RegoValue current = document;
    for (RegoValue key : path) {
      current = child(current, key);
    }
    return current;
  }

  private static RegoValue child(RegoValue parent, RegoValue key) throws BuiltinException {
    RegoValue child = null;
    if (parent instanceof RegoObject object) {
      child = object.get(key);
    } else if (parent instanceof RegoArray array) {
      int index = index(key, array.size());
      if (index == array.size()) {
        throw BuiltinException.of("index for array delete out of bounds");
      }
      child = array.get(index);
    } else if (parent instanceof RegoSet set) {
      child = set.contains(key) ? key : null;
    }
    if (child == null) {
      throw missing(parent, key);
    }
    return child;
  }

  private static BuiltinException missing(RegoValue parent, RegoValue key) {
    return parent instanceof RegoObject || parent instanceof RegoSet
        ? BuiltinException.of(
            "path %s does not exist in %s term %s".formatted(key, parent.typeName(), parent))
        : notComposite(parent);
  }

  private static BuiltinException notComposite(RegoValue value) {
    String type = value.typeName();
    String name = Character.toUpperCase(type.charAt(0)) + type.substring(1);
    return BuiltinException.of(
        "expected composite type, found value: %s (type: ast.%s)".formatted(value, name));
  }

  /** A number, a text of digits without leading zeros, or {@code -} for the end. */
  private static int index(RegoValue key, int size) throws BuiltinException {
    String text = key instanceof RegoString s ? s.value() : key.toString();
    if (text.equals("-")) {
      return size;
    }
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!(key instanceof RegoString || key instanceof RegoNumber) || !digits) {
      throw BuiltinException.of("invalid string for indexing");
    }
    if (text.length() > 1 && text.charAt(0) == '0') {
      throw BuiltinException.of("leading zeros are not allowed in JSON paths");
    }
    if (text.length() > 9 || Integer.parseInt(text) > size) {
      throw BuiltinException.of("index for array insertion out of bounds");
    }
    return Integer.parseInt(text);
  }

  private static RegoValue insert(RegoValue document, List<RegoValue> path, RegoValue value)
      throws BuiltinException {
    if (path.isEmpty()) {
      return value;
    }
    RegoValue key = path.get(0);
    if (path.size() > 1) {
      RegoValue child = child(document, key);
      return replace(document, key, insert(child, path.subList(1, path.size()), value));
    }
    if (document instanceof RegoObject object) {
      return object.with(key, value);
    } else if (document instanceof RegoArray array) {
      List<RegoValue> elements = new ArrayList<>(array.toList());
      elements.add(index(key, array.size()), value);
      return RegoArray.of(elements);
    } else if (document instanceof RegoSet set) {
      if (!key.equals(value)) {
        throw BuiltinException.of(
            "set key " + key + " does not equal value to be inserted " + value);
      }
      return with(set, value);
    }
    throw notComposite(document);
  }

  private static RegoSet with(RegoSet set, RegoValue value) {
    RegoSet.Builder elements = RegoSet.builder(set.size() + 1);
    set.forEach(elements::add);
    elements.add(value);
    return elements.build();
  }

  private static RegoValue delete(RegoValue document, List<RegoValue> path)
      throws BuiltinException {
    if (path.isEmpty()) {
      throw BuiltinException.of("the whole document cannot be removed");
    }
    RegoValue key = path.get(0);
    if (path.size() == 1 && document instanceof RegoObject object && !object.containsKey(key)) {
      throw BuiltinException.of("cannot delete child key " + key + " that does not exist");
    }
    RegoValue child = child(document, key);
    if (path.size() > 1) {
      return replace(document, key, delete(child, path.subList(1, path.size())));
    }
    if (document instanceof RegoObject object) {
      return object.without(key);
    } else if (document instanceof RegoSet set) {
      return Sets.difference(set, RegoSet.of(key));
    } else if (document instanceof RegoArray array) {
      List<RegoValue> elements = new ArrayList<>(array.toList());
      elements.remove(index(key, array.size()));
      return RegoArray.of(elements);
    }
    throw notComposite(document);
  }

  private static RegoValue replace(RegoValue parent, RegoValue key, RegoValue child)
      throws BuiltinException {
    if (parent instanceof RegoObject object) {
      return object.with(key, child);
    } else if (parent instanceof RegoSet set) {
      return with(Sets.difference(set, RegoSet.of(key)), child);
    } else if (parent instanceof RegoArray array) {
      List<RegoValue> elements = new ArrayList<>(array.toList());
      elements.set(index(key, array.size()), child);
      return RegoArray.of(elements);
    }
    throw notComposite(parent);
  }
}
