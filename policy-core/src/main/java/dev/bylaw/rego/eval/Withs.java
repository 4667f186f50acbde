package dev.bylaw.rego.eval;

import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code with}: the links around an expression that change what it sees, and change it back. */
final class Withs {
  private Withs() {}

  /**
   * One modifier.
   *
   * @param root {@code input}, {@code data}, or the name of a function
   * @param path below the root
   * @param value what replaces it; null where a function stands for a function
   */
  record Modifier(
      String root,
      List<Node> path,
      @Nullable Node value,
      @Nullable RuleGroup function,
      @Nullable String builtin) {}

  static final class Enter extends Step {
    private final Modifier[] modifiers;
    private final int aux;

    Enter(Modifier[] modifiers, int aux) {
      this.modifiers = modifiers;
      this.aux = aux;
    }

    @Override
    boolean run(Frame frame) {
      Context outer = frame.context;
      Context inner = outer;
      for (Modifier modifier : modifiers) {
        inner = apply(modifier, frame, inner);
        if (inner == null) {
          return false;
        }
      }
      Object saved = frame.aux[aux];
      frame.aux[aux] = outer;
      frame.context = inner;
      try {
        return next.run(frame);
      } finally {
        frame.context = outer;
        frame.aux[aux] = saved;
      }
    }

    private static @Nullable Context apply(Modifier m, Frame frame, Context c) {
      RegoValue value = m.value() == null ? null : m.value().eval(frame);
      if (value == null && m.value() != null) {
        return null;
      }
      if (value != null && (m.root().equals("input") || m.root().equals("data"))) {
        List<RegoValue> path = new ArrayList<>();
        for (Node node : m.path()) {
          RegoValue key = node.eval(frame);
          if (key == null) {
            return null;
          }
          path.add(key);
        }
        return m.root().equals("input")
            ? new Context(c.session, Mask.replace(c.input, path, value), c.data, c.mask, c.mocks)
            : new Context(
                c.session,
                c.input,
                Mask.replace(c.data, path, value),
                Mask.add(c.mask, path),
                c.mocks);
      }
      Map<String, Context.Mock> mocks = new HashMap<>(c.mocks);
      mocks.put(m.root(), new Context.Mock(m.function(), m.builtin(), value));
      return new Context(c.session, c.input, c.data, c.mask, mocks);
    }
  }

  static final class Exit extends Step {
    private final int aux;

    Exit(int aux) {
      this.aux = aux;
    }

    @Override
    boolean run(Frame frame) {
      Context inner = frame.context;
      Object outer = frame.aux[aux];
      frame.context = (Context) java.util.Objects.requireNonNull(outer);
      try {
        return next.run(frame);
      } finally {
        frame.context = inner;
      }
    }
  }
}
