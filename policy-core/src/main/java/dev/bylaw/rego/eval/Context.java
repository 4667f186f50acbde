package dev.bylaw.rego.eval;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoValue;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The documents that rules see, and what was computed from them. A {@code with} modifier makes a
 * new one, which shares the results of the rules that do not read what was replaced. Not
 * thread-safe.
 */
final class Context {
  final Session session;
  final @Nullable RegoValue input;
  final @Nullable RegoValue data;
  final @Nullable Mask mask;
  final Map<String, Mock> mocks;
  private final Map<RuleGroup, Object> values = new HashMap<>();
  private final Map<RuleGroup, Lookups> lookups = new HashMap<>();
  private final Map<RuleGroup, Map<RegoArray, Object>> calls = new HashMap<>();

  private final @Nullable Context outer;
  private final BitSet changed;
  private final Constants constants;
  private @Nullable Context unmocked;

  /** Stands for undefined among the remembered results. */
  static final Object UNDEFINED = new Object();

  private static final BitSet NOTHING = new BitSet();

  /**
   * Of a query.
   *
   * @param constants results that are the same for all queries
   */
  Context(
      Session session, @Nullable RegoValue input, @Nullable RegoValue data, Constants constants) {
    this(session, input, data, null, Map.of(), null, NOTHING, constants);
  }

  private Context(
      Session session,
      @Nullable RegoValue input,
      @Nullable RegoValue data,
      @Nullable Mask mask,
      Map<String, Mock> mocks,
      @Nullable Context outer,
      BitSet changed,
      Constants constants) {
    this.session = session;
    this.input = input;
    this.data = data;
    this.mask = mask;
    this.mocks = mocks;
    this.outer = outer;
    this.changed = changed;
    this.constants = constants;
  }

  /** With another input; the results of rules that are not among the changed ones stay. */
  Context withInput(@Nullable RegoValue other, BitSet readers) {
    return new Context(session, other, data, mask, mocks, this, readers, Constants.NONE);
  }

  /** With another document at a path below {@code data}. */
  Context withData(List<RegoValue> path, RegoValue value, BitSet readers) {
    return new Context(
        session,
        input,
        Mask.replace(data, path, value),
        Mask.add(mask, path),
        mocks,
        this,
        readers,
        Constants.NONE);
  }

  /** With a function replaced. */
  Context withMock(String function, Mock mock, BitSet callers) {
    Map<String, Mock> more = new HashMap<>(mocks);
    more.put(function, mock);
    return new Context(session, input, data, mask, more, this, callers, Constants.NONE);
  }

  /** What stands for a function under {@code with}: another function, a rule, or a value. */
  record Mock(@Nullable RuleGroup rule, @Nullable String builtin, @Nullable RegoValue value) {}

  /** The same documents for a rule that does not look at the input, with a new budget. */
  Context alone() {
    return new Context(session.again(), null, data, constants);
  }

  /** The same documents with no function replaced. */
  Context withoutMocks() {
    Context context = unmocked;
    if (context == null) {
      context = new Context(session, input, data, mask, Map.of(), null, NOTHING, Constants.NONE);
      unmocked = context;
    }
    return context;
  }

  @Nullable RegoValue value(RuleGroup group) {
    if (outer != null && !changed.get(group.id())) {
      return outer.value(group);
    } else if (constants.has(group)) {
      return constants.value(group, this);
    }
    Object known = values.get(group);
    if (known == null) {
      session.enter();
      RegoValue value = group.compute(this);
      session.leave();
      values.put(group, value == null ? UNDEFINED : value);
      return value;
    }
    return known == UNDEFINED ? null : (RegoValue) known;
  }

  /**
   * The value of a partial rule for the first of some keys. All of the rule is computed where many
   * keys are asked for, and no more than the other keys lead to where that alone has an answer.
   */
  @Nullable RegoValue valueAt(RuleGroup group, RegoValue[] keys) {
    int depth = session.depth();
    try {
      return valueAt(group, keys[0]);
    } catch (Halt e) {
      int known = Math.min(keys.length, group.keys());
      if (known == 1 || e.isCancelled()) {
        throw e;
      }
      session.backTo(depth);
      session.enter();
      RegoValue value = group.at(readerOf(group), keys, known);
      session.leave();
      return value;
    }
  }

  /** The context in which a rule is computed. */
  private Context readerOf(RuleGroup group) {
    return outer != null && !changed.get(group.id()) ? outer.readerOf(group) : this;
  }

  private @Nullable RegoValue valueAt(RuleGroup group, RegoValue key) {
    if (outer != null && !changed.get(group.id())) {
      return outer.valueAt(group, key);
    }
    Lookups found = lookups.computeIfAbsent(group, g -> new Lookups());
    if (values.containsKey(group) || found.wantsAll(this, group)) {
      RegoValue all = value(group);
      return all == null ? null : Documents.get(all, key);
    }
    Object known = found.byKey.get(key);
    if (known == null) {
      session.enter();
      RegoValue value = group.at(this, key);
      session.leave();
      known = value == null ? UNDEFINED : value;
      if (session.mayRemember()) {
        found.byKey.put(key, known);
      }
    }
    return known == UNDEFINED ? null : (RegoValue) known;
  }

  /** What single keys of one rule gave. */
  private static final class Lookups {
    /** So many keys are looked up one by one before all are computed at once. */
    private static final int MANY = 16;

    private final Map<RegoValue, Object> byKey = new HashMap<>();
    private boolean allFails;

    boolean wantsAll(Context context, RuleGroup group) {
      boolean many = byKey.size() >= MANY || !group.isSelective();
      if (allFails || !(many || context.constants.has(group))) {
        return false;
      }
      int depth = context.session.depth();
      try {
        context.value(group);
        return true;
      } catch (Halt e) {
        if (e.isCancelled()) {
          throw e;
        }
        // another key than those asked for has no answer; that is not the asker's error
        allFails = true;
        context.session.backTo(depth);
        return false;
      }
    }
  }

  /**
   * What a function gives.
   *
   * @param args kept; the caller must not change them
   */
  @Nullable RegoValue call(RuleGroup group, RegoValue[] args) {
    return call(group, args, null);
  }

  /**
   * What a function gives of the answers that count. As in OPA, what was given once stands for the
   * function's value from then on.
   *
   * @param args kept; the caller must not change them
   * @param wanted tells the answers that count; null for all of them
   */
  @Nullable RegoValue call(
      RuleGroup group, RegoValue[] args, @Nullable Predicate<RegoValue> wanted) {
    if (outer != null && !changed.get(group.id())) {
      return outer.call(group, args, wanted);
    }
    session.step();
    Map<RegoArray, Object> results = calls.computeIfAbsent(group, g -> new HashMap<>());
    RegoArray key = RegoArray.adopt(args);
    Object known = results.get(key);
    if (known == null) {
      session.enter();
      RegoValue value = group.call(this, args, wanted);
      session.leave();
      if ((value != null || wanted == null) && session.mayRemember()) {
        results.put(key, value == null ? UNDEFINED : value);
      }
      return value;
    }
    return known == UNDEFINED ? null : (RegoValue) known;
  }
}
