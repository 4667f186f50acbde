package dev.bylaw.rego.eval;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import org.jspecify.annotations.Nullable;

/** Look-ups in values, and in base documents with rules laid over them. */
final class Documents {
  /** No array has more elements. */
  private static final int MAX_DIGITS = 9;

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

  /**
   * A part of a base document. Its keys are texts to OPA: {@code data[2]} finds the key {@code
   * "2"}, and {@code data.xs["2"]} the third element.
   */
  static @Nullable RegoValue child(@Nullable RegoValue base, RegoValue key) {
    RegoValue found = base == null ? null : get(base, key);
    if (found == null && key instanceof RegoNumber && base instanceof RegoObject o) {
      return o.get(key.toString());
    } else if (found == null && key instanceof RegoString s && base instanceof RegoArray a) {
      int index = index(s.value());
      return index >= 0 && index < a.size() ? a.get(index) : null;
    }
    return found;
  }

  /** The whole number that a text is, perhaps with a sign and zeros behind a point, or -1. */
  private static int index(String text) {
    int from = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
    int point = text.indexOf('.');
    int to = point < 0 ? text.length() : point;
    if (from >= to || to - from > MAX_DIGITS) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < text.length(); i++) {
      char digit = text.charAt(i);
      if (i < to && digit >= '0' && digit <= '9') {
        number = number * 10 + (digit - '0');
      } else if (i < to || (i > to && digit != '0')) {
        return -1;
      }
    }
    return text.startsWith("-") && number > 0 ? -1 : number;
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
