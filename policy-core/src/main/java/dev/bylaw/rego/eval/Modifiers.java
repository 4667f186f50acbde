package dev.bylaw.rego.eval;

import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.ast.With;
import dev.bylaw.rego.compiler.Vars;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Plans what stands behind {@code with}. */
final class Modifiers {
  private final BodyPlanner body;
  private final Linker linker;

  Modifiers(BodyPlanner body, Linker linker) {
    this.body = body;
    this.linker = linker;
  }

  /**
   * Those whose values bind variables come before those that need them. Where one may fail, the
   * calls in all of them come first, as in OPA.
   */
  Withs.Modifier[] plan(List<With> written) {
    List<With> with = mayFail(written) ? callsFirst(written) : written;
    Withs.Modifier[] modifiers = new Withs.Modifier[with.size()];
    Deque<Integer> open = new ArrayDeque<>(); // nearly always the first one is safe
    for (int i = 0; i < modifiers.length; i++) {
      open.add(i);
    }
    while (!open.isEmpty()) {
      Integer next =
          open.stream()
              .filter(i -> body.isSafe(with.get(i).value()))
              .findFirst()
              .orElse(open.getFirst());
      modifiers[next] = modifier(with.get(next));
      open.remove(next);
    }
    return modifiers;
  }

  private boolean mayFail(List<With> with) {
    for (With w : with) {
      if (with.size() > 1 && linker.mayFail(w.value())) {
        return true;
      }
    }
    return false;
  }

  private List<With> callsFirst(List<With> with) {
    List<With> out = new ArrayList<>();
    for (With w : with) {
      Term value = body.isSafe(w.value()) ? body.calls().called(w.value()) : w.value();
      out.add(new With(w.span(), w.target(), value));
    }
    return out;
  }

  private Withs.Modifier modifier(With w) {
    Ref target = w.target();
    String root = ((Var) target.head()).name();
    if (Vars.isGlobal(root)) {
      RuleGroup mocked = root.equals("data") ? linker.function(target) : null;
      if (mocked == null) {
        List<Node> path = new ArrayList<>();
        target.path().forEach(t -> path.add(body.terms().node(t)));
        return new Withs.Modifier(
            root,
            List.copyOf(path),
            body.terms().node(body.calls().first(w.value())),
            null,
            null,
            linker.readers(target));
      }
      root = mocked.path();
    }
    Linker.Target replacement = linker.replacement(w.value());
    return new Withs.Modifier(
        root,
        List.of(),
        replacement.isKnown() ? null : body.terms().node(body.calls().first(w.value())),
        replacement.rule(),
        replacement.builtin(),
        linker.readers(target));
  }
}
