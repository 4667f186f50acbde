package dev.bylaw.rego.eval;

import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.compiler.PrintCalls;
import dev.bylaw.rego.observe.PrintedLine;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import java.util.List;

/** A call of {@code print}. Each argument is the set of its values: of none or one, in practice. */
final class Prints extends Step {
  private final Node[] args;
  private final Span span;

  private Prints(Node[] args, Span span) {
    this.args = args;
    this.span = span;
  }

  static Step plan(Call call, BodyPlanner body, Linker linker) {
    List<Term> terms = PrintCalls.arguments(call);
    Node[] args = new Node[terms.size()];
    for (int i = 0; i < args.length; i++) {
      for (Var v : PrintCalls.needed(terms.get(i))) {
        if (!body.slots.isBound(v.name())) {
          linker.undeclared(v);
        }
      }
      args[i] = body.terms().node(terms.get(i));
    }
    return new Prints(args, call.span());
  }

  @Override
  boolean run(Frame frame) {
    print(frame, 0, "");
    return next.run(frame);
  }

  /** Prints one line for every way to choose a value for each argument. */
  private void print(Frame frame, int at, String before) {
    if (at == args.length) {
      frame.context.session.audience().prints().print(new PrintedLine(span, before));
      return;
    }
    String line = at == 0 ? before : before + " ";
    if (!(args[at].eval(frame) instanceof RegoSet values) || values.size() == 0) {
      print(frame, at + 1, line + "<undefined>");
      return;
    }
    for (RegoValue value : values) {
      frame.context.session.step();
      print(frame, at + 1, line + (value instanceof RegoString s ? s.value() : value));
    }
  }
}
