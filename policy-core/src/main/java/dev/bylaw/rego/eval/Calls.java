package dev.bylaw.rego.eval;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.BuiltinRegistry;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The nodes of calls. */
final class Calls {
  private Calls() {}

  static RegoValue @Nullable [] values(Node[] args, Frame frame) {
    RegoValue[] values = new RegoValue[args.length];
    for (int i = 0; i < args.length; i++) {
      RegoValue value = args[i].eval(frame);
      if (value == null) {
        return null;
      }
      values[i] = value;
    }
    return values;
  }

  /** Replaced by {@code with}, if it is. */
  private static @Nullable RegoValue mocked(
      Frame frame,
      Context.Mock mock,
      RegoValue[] args,
      @Nullable Predicate<RegoValue> wanted,
      BuiltinRegistry registry,
      Span span) {
    if (mock.value() != null) {
      return mock.value();
    } else if (mock.rule() != null) {
      // inside a replacement the originals count again
      Context context = frame.context.withoutMocks();
      return mock.rule().isFunction()
          ? context.call(mock.rule(), args, wanted)
          : context.value(mock.rule());
    }
    Builtin builtin = registry.find(String.valueOf(mock.builtin())).orElseThrow();
    return invoke(frame, builtin, args, span);
  }

  /**
   * Whether a rule that is no function stands for one. OPA does not ask it where nobody takes it.
   */
  private static boolean isRule(Context.@Nullable Mock mock) {
    return mock != null && mock.rule() != null && !mock.rule().isFunction();
  }

  static @Nullable RegoValue invoke(Frame frame, Builtin builtin, RegoValue[] args, Span span) {
    try {
      return builtin.code().call(frame.context.session, args);
    } catch (BuiltinException e) {
      boolean ends =
          e.kind() == BuiltinException.Kind.CANCEL || e.kind() == BuiltinException.Kind.NOT_GRANTED;
      if (ends || frame.context.session.strictErrors()) {
        throw Halt.of(e.kind().code(), span, builtin.name() + ": " + e.getMessage());
      }
      return null;
    }
  }

  static final class OfBuiltin extends Node {
    private final Builtin builtin;
    private final Node[] args;
    private final Span span;
    private final BuiltinRegistry registry;

    OfBuiltin(Builtin builtin, Node[] args, Span span, BuiltinRegistry registry) {
      this.builtin = builtin;
      this.args = args;
      this.span = span;
      this.registry = registry;
    }

    @Override
    @Nullable RegoValue eval(Frame frame) {
      RegoValue[] values = values(args, frame);
      if (values == null) {
        return null;
      }
      Context.Mock mock = frame.context.mocks.get(builtin.name());
      return mock == null
          ? invoke(frame, builtin, values, span)
          : mocked(frame, mock, values, null, registry, span);
    }

    @Override
    boolean holds(Frame frame) {
      return isRule(frame.context.mocks.get(builtin.name()))
          ? values(args, frame) != null
          : super.holds(frame);
    }
  }

  static final class OfFunction extends Node {
    private final RuleGroup function;
    private final Node[] args;
    private final Span span;
    private final BuiltinRegistry registry;

    OfFunction(RuleGroup function, Node[] args, Span span, BuiltinRegistry registry) {
      this.function = function;
      this.args = args;
      this.span = span;
      this.registry = registry;
    }

    @Override
    @Nullable RegoValue eval(Frame frame) {
      return eval(frame, null);
    }

    /**
     * @param wanted tells the answers that count; null for all of them
     */
    @Nullable RegoValue eval(Frame frame, @Nullable Predicate<RegoValue> wanted) {
      RegoValue[] values = values(args, frame);
      if (values == null) {
        return null;
      }
      Context.Mock mock = frame.context.mocks.get(function.path());
      return mock == null
          ? frame.context.call(function, values, wanted)
          : mocked(frame, mock, values, wanted, registry, span);
    }

    @Override
    boolean holds(Frame frame) {
      return isRule(frame.context.mocks.get(function.path()))
          ? values(args, frame) != null
          : super.holds(frame);
    }
  }

  /** The comparisons, which every body has and which cannot fail. */
  static final class Compare extends Node {
    final Operator operator;
    final Node left;
    final Node right;

    Compare(Operator operator, Node left, Node right) {
      this.operator = operator;
      this.left = left;
      this.right = right;
    }

    @Override
    @Nullable RegoValue eval(Frame frame) {
      RegoValue a = left.eval(frame);
      RegoValue b = a == null ? null : right.eval(frame);
      return a == null || b == null ? null : RegoBoolean.of(compare(a, b));
    }

    @Override
    boolean holds(Frame frame) {
      RegoValue a = left.eval(frame);
      RegoValue b = a == null ? null : right.eval(frame);
      return a != null && b != null && compare(a, b);
    }

    private boolean compare(RegoValue a, RegoValue b) {
      return switch (operator) {
        case EQUAL -> a.equals(b);
        case NEQ -> !a.equals(b);
        case LT -> a.compareTo(b) < 0;
        case LTE -> a.compareTo(b) <= 0;
        case GT -> a.compareTo(b) > 0;
        case GTE -> a.compareTo(b) >= 0;
      };
    }

    enum Operator {
      EQUAL,
      NEQ,
      LT,
      LTE,
      GT,
      GTE
    }
  }
}
