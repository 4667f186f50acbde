package dev.bylaw.rego.eval;

import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The paths below {@code data} that a {@code with} modifier replaced: no rule counts there.
 * Immutable.
 */
final class Mask {
  static final Mask HERE = new Mask(Map.of(), true);

  private final Map<RegoValue, Mask> children;
  private final boolean here;

  private Mask(Map<RegoValue, Mask> children, boolean here) {
    this.children = children;
    this.here = here;
  }

  boolean isHere() {
    return here;
  }

  @Nullable Mask child(RegoValue key) {
    return children.get(key);
  }

  static Mask add(@Nullable Mask mask, List<RegoValue> path) {
    if (path.isEmpty() || (mask != null && mask.here)) {
      return HERE;
    }
    Map<RegoValue, Mask> children = new HashMap<>(mask == null ? Map.of() : mask.children);
    children.put(path.get(0), add(children.get(path.get(0)), path.subList(1, path.size())));
    return new Mask(children, false);
  }

  /** A copy of a document with one value replaced; parents that are no objects become objects. */
  static RegoValue replace(@Nullable RegoValue document, List<RegoValue> path, RegoValue value) {
    if (path.isEmpty()) {
      return value;
    }
    RegoObject object = document instanceof RegoObject o ? o : RegoObject.EMPTY;
    RegoValue key = path.get(0);
    return object.with(key, replace(object.get(key), path.subList(1, path.size()), value));
  }
}
