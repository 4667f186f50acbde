package dev.bylaw.rego.eval;

import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All definitions of one name. Written while a program is planned, only read afterwards. */
final class RuleGroup {
  /** What the definitions make together. */
  enum Kind {
    COMPLETE,
    FUNCTION,
    SET,
    OBJECT
  }

  private final int id;
  private final String path;
  private final Kind kind;
  private final int arity;
  private final List<RuleIndex.Entry> entries = new ArrayList<>();
  private final List<RulePlan> rules = new ArrayList<>();
  private @Nullable RuleIndex index;
  private @Nullable RulePlan byDefault;

  /** Grows while queries are planned. */
  private volatile List<List<RulePlan>> keyed = List.of();

  /** Whether all definitions have the same constant as their value: then one answer is enough. */
  private boolean oneValue;

  /** Only written by the one who plans. */
  private volatile int lookedUp;

  private boolean selective;

  private static final RegoValue[] NO_ARGS = {};

  /** Fewer definitions with conditions on constants are not worth an index. */
  private static final int INDEXED = 4;

  RuleGroup(int id, String path, Kind kind, int arity) {
    this.id = id;
    this.path = path;
    this.kind = kind;
    this.arity = arity;
  }

  /** In the {@link ReadGraph}. */
  int id() {
    return id;
  }

  /** With dots, {@code data} first. */
  String path() {
    return path;
  }

  Kind kind() {
    return kind;
  }

  int arity() {
    return arity;
  }

  /** How many there are without the default. */
  int definitions() {
    return Math.max(entries.size(), rules.size());
  }

  boolean isPartial() {
    return kind == Kind.SET || kind == Kind.OBJECT;
  }

  boolean isOneValue() {
    return oneValue;
  }

  boolean isFunction() {
    return kind == Kind.FUNCTION;
  }

  /** Adds a definition. */
  void add(RulePlan plan, List<IndexCondition> tests) {
    entries.add(new RuleIndex.Entry(plan, tests));
  }

  /**
   * Puts the definitions in order.
   *
   * @param numbers of the definitions as they were added
   */
  void order(List<Integer> numbers) {
    List<RuleIndex.Entry> written = List.copyOf(entries);
    entries.clear();
    numbers.forEach(i -> entries.add(written.get(i)));
  }

  /** Whether nobody asked for a path of so many keys before. */
  boolean isNews(int keys) {
    return keys > lookedUp;
  }

  /** Somewhere the value for a path of so many keys is asked for. */
  void lookedUp(int keys) {
    lookedUp = keys;
  }

  /** The longest path of keys that is asked for; 0 if all are wanted. */
  int lookedUp() {
    return isPartial() && byDefault == null ? lookedUp : 0;
  }

  /** The definitions in a variant that takes one more key as an argument than the one before. */
  void keyed(List<RulePlan> plans) {
    List<List<RulePlan>> more = new ArrayList<>(keyed);
    more.add(plans);
    keyed = List.copyOf(more);
  }

  /** Asking for one key is less work than asking for all at once. */
  void selective() {
    selective = true;
  }

  boolean isSelective() {
    return selective;
  }

  /** How many keys can be asked for at once. */
  int keys() {
    return keyed.size();
  }

  /** The value for one key; for a set, the element itself. Null for undefined. */
  @Nullable RegoValue at(Context context, RegoValue key) {
    if (kind != Kind.SET) {
      return at(context, new RegoValue[] {key}, 1);
    }
    context.session.step();
    RegoValue[] keys = {key};
    boolean found = false;
    for (RulePlan plan : keyed.get(0)) {
      if (!found || plan.isFailing()) {
        found |= plan.run(context, keys, null).result != null;
      }
    }
    return found ? key : null;
  }

  /**
   * The value of an object for one key, of which there is only what more keys lead to.
   *
   * @param path the keys
   * @param keys how many of them to ask for
   */
  @Nullable RegoValue at(Context context, RegoValue[] path, int keys) {
    context.session.step();
    NestedObject out = new NestedObject();
    for (RulePlan plan : keyed.get(keys - 1)) {
      plan.run(context, path, out);
    }
    return out.build().get(path[0]);
  }

  /** To be called when all definitions are there. */
  void finish(boolean indexed) {
    int tested = 0;
    for (RuleIndex.Entry entry : entries) {
      rules.add(entry.plan());
      tested += entry.tests().isEmpty() ? 0 : 1;
    }
    oneValue = hasOneValue();
    if (indexed && tested >= INDEXED) {
      index = RuleIndex.of(entries);
    }
    entries.clear();
  }

  private boolean hasOneValue() {
    RegoValue first = rules.isEmpty() ? null : rules.get(0).constant();
    if (first == null) {
      return false;
    }
    for (RulePlan rule : rules) {
      if (!first.equals(rule.constant())) {
        return false;
      }
    }
    return true;
  }

  private List<RulePlan> candidates(Context context, RegoValue[] args) {
    if (index == null) {
      return rules;
    }
    List<RulePlan> found = new ArrayList<>();
    index.find(context, args, found);
    return found;
  }

  void addDefault(RulePlan plan) {
    byDefault = plan;
  }

  @Nullable RegoValue compute(Context context) {
    context.session.step();
    return switch (kind) {
      case COMPLETE -> single(context, NO_ARGS, null);
      case SET -> set(context);
      case OBJECT -> object(context);
      case FUNCTION -> null;
    };
  }

  /**
   * What a function gives.
   *
   * @param wanted tells the answers that count; null for all of them
   */
  @Nullable RegoValue call(
      Context context, RegoValue[] args, @Nullable Predicate<RegoValue> wanted) {
    return single(context, args, wanted);
  }

  private @Nullable RegoValue single(
      Context context, RegoValue[] args, @Nullable Predicate<RegoValue> wanted) {
    RegoValue result = null;
    for (RulePlan rule : candidates(context, args)) {
      RegoValue value = value(rule, context, args, wanted);
      if (value != null) {
        if (result != null && !result.equals(value)) {
          throw Halt.of("eval_conflict_error", rule.span(), conflict());
        }
        result = result == null ? value : result;
        if (oneValue) {
          break;
        }
      }
    }
    return result == null && byDefault != null ? value(byDefault, context, args, wanted) : result;
  }

  private static @Nullable RegoValue value(
      RulePlan rule, Context context, RegoValue[] args, @Nullable Predicate<RegoValue> wanted) {
    return wanted == null ? rule.value(context, args) : rule.value(context, args, wanted);
  }

  /** What is wrong with a second answer. */
  String conflict() {
    return isFunction()
        ? "functions must not produce multiple outputs for same inputs"
        : "complete rules must not produce multiple outputs";
  }

  private RegoSet set(Context context) {
    RegoSet.Builder out = RegoSet.builder();
    for (RulePlan rule : candidates(context, NO_ARGS)) {
      rule.run(context, NO_ARGS, out);
    }
    return out.build();
  }

  private RegoObject object(Context context) {
    NestedObject out = new NestedObject();
    for (RulePlan rule : candidates(context, NO_ARGS)) {
      rule.run(context, NO_ARGS, out);
    }
    if (byDefault != null) {
      NestedObject defaults = new NestedObject();
      byDefault.run(context, NO_ARGS, defaults);
      return (RegoObject) Documents.overlay(defaults.build(), out.build());
    }
    return out.build();
  }
}
