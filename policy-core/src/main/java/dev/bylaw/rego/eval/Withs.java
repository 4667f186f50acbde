package dev.bylaw.rego.eval;

import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code with}: the links around an expression that change what it sees, and change it back. */
final class Withs {
  private Withs() {}

  /**
   * One modifier.
   *
   * @param root {@code input}, {@code data}, or the name of a function
   * @param path below the root
   * @param value what replaces it; null where a rule or built-in stands for a function
   * @param readers the rules that may see the difference
   */
  record Modifier(
      String root,
      List<Node> path,
      @Nullable Node value,
      @Nullable RuleGroup rule,
      @Nullable String builtin,
      Readers readers) {}

  /** Found out on first use, because the program is not complete while a body is planned. */
  static final class Readers {
    private final Supplier<BitSet> search;
    private volatile @Nullable BitSet found;

    Readers(Supplier<BitSet> search) {
      this.search = search;
    }

    BitSet get() {
      BitSet readers = found;
      if (readers == null) {
        readers = search.get();
        found = readers;
      }
      return readers;
    }
  }

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
            ? c.withInput(Mask.replace(c.input, path, value), m.readers().get())
            : c.withData(path, value, m.readers().get());
      }
      Context.Mock mock = new Context.Mock(m.rule(), m.builtin(), value);
      return c.withMock(m.root(), mock, m.readers().get());
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
