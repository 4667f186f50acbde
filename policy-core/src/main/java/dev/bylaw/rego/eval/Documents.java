package dev.bylaw.rego.eval;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoValue;
import org.jspecify.annotations.Nullable;

/** Look-ups in values, and in base documents with rules laid over them. */
final class Documents {
  private Documents() {}

  static @Nullable RegoValue get(RegoValue value, RegoValue key) {
    if (value instanceof RegoObject o) {
      return o.get(key);
    } else if (value instanceof RegoArray a) {
      return a.find(key);
    } else if (value instanceof RegoSet s) {
      return s.contains(key) ? key : null;
    }
    return null;
  }

  static @Nullable Mask child(@Nullable Mask mask, RegoValue key) {
    return mask == null ? null : mask.child(key);
  }

  static @Nullable RegoValue child(@Nullable RegoValue base, RegoValue key) {
    RegoValue found = base == null ? null : get(base, key);
    // paths of base documents are texts to OPA: data[2] finds the key "2"
    return found == null && key instanceof RegoNumber && base instanceof RegoObject o
        ? o.get(key.toString())
        : found;
  }

  /** Everything at and below a place in the tree of rules. */
  static @Nullable RegoValue whole(
      Context context, @Nullable VirtualNode node, @Nullable RegoValue base, @Nullable Mask mask) {
    if (node == null || (mask != null && mask.isHere())) {
      return base;
    }
    RuleGroup group = node.group();
    if (group != null) {
      RegoValue value = group.isFunction() ? base : context.value(group);
      return base != null && value != null ? overlay(value, base) : value;
    }
    RegoObject.Builder out =
        base instanceof RegoObject o ? o.toBuilder() : RegoObject.builder(node.children().size());
    for (RegoValue key : node.children().keySet()) {
      VirtualNode child = node.children().get(key);
      if (child == null || child.isFunction()) {
        continue;
      }
      RegoValue value = whole(context, child, child(base, key), child(mask, key));
      if (value != null) {
        out.put(key, value);
      }
    }
    return out.build();
  }

  /** The first document with what the second one has laid over it. */
  static RegoValue overlay(RegoValue value, RegoValue over) {
    if (value instanceof RegoObject v && over instanceof RegoObject o) {
      RegoObject.Builder out = v.toBuilder();
      for (RegoValue key : o.keys()) {
        RegoValue below = v.get(key);
        RegoValue above = o.get(key);
        if (above != null) {
          out.put(key, below == null ? above : overlay(below, above));
        }
      }
      return out.build();
    }
    return over;
  }
}
