package dev.bylaw.rego.lint;

import dev.bylaw.rego.ast.AstPrinter;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Import;
import dev.bylaw.rego.ast.Node;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names in trees. */
final class Names {
  private Names() {}

  static boolean isWildcard(Term term) {
    return term instanceof Var v && v.name().startsWith("$");
  }

  /** Whether a name says that nobody needs the value. */
  static boolean isUnnamed(String name) {
    return name.startsWith("$") || name.startsWith("_");
  }

  /** The function of a call: {@code count}, {@code time.now_ns}, {@code plus}. */
  static String called(Call call) {
    return call.operator() instanceof Var v ? v.name() : String.join(".", path(call.operator()));
  }

  /** The name of a variable, or of a reference up to its first operand that is no constant. */
  static List<String> path(Term term) {
    List<String> names = new ArrayList<>();
    if (term instanceof Var v) {
      names.add(v.name());
    } else if (term instanceof Ref r && r.head() instanceof Var v) {
      names.add(v.name());
      names.addAll(constants(r.path()));
    }
    return names;
  }

  /** The strings before the first operand that is none. */
  static List<String> constants(List<Term> operands) {
    List<String> names = new ArrayList<>();
    for (Term operand : operands) {
      if (!(operand instanceof Scalar s && s.value() instanceof RegoString name)) {
        break;
      }
      names.add(name.value());
    }
    return names;
  }

  /** The first name of a rule: {@code p} of {@code p.q[x]}. */
  static String of(Rule rule) {
    return rule.head().reference().head() instanceof Var v ? v.name() : "";
  }

  /** The name that an import brings. */
  static String of(Import one) {
    List<String> path = path(one.path());
    return one.alias().orElseGet(() -> path.isEmpty() ? "" : path.get(path.size() - 1));
  }

  /** Whether the conditions of a rule are written; if not, they are {@code true}. */
  static boolean hasBody(Rule rule) {
    return rule.body().span().start() >= rule.head().span().end();
  }

  /** The call that an expression is, without {@code with}. */
  static Optional<Call> call(Expr expr) {
    return expr instanceof Expr.TermExpr e && e.with().isEmpty() && e.term() instanceof Call c
        ? Optional.of(c)
        : Optional.empty();
  }

  /** Whether a call is {@code :=} or {@code =}. */
  static boolean binds(Call call) {
    return call.infix() && (called(call).equals("assign") || called(call).equals("eq"));
  }

  /** The variables that a tree declares: by {@code :=}, {@code some} and {@code every}. */
  static Set<String> declared(Node tree) {
    Set<String> names = new HashSet<>();
    Walk.all(tree, Call.class)
        .filter(c -> c.infix() && called(c).equals("assign"))
        .forEach(c -> variables(c.args().get(0), names));
    Walk.all(tree, Expr.SomeDeclaration.class)
        .forEach(s -> s.variables().forEach(v -> names.add(v.name())));
    Walk.all(tree, Expr.SomeIn.class)
        .forEach(
            s -> {
              s.key().ifPresent(k -> variables(k, names));
              variables(s.value(), names);
            });
    Walk.all(tree, Expr.Every.class)
        .forEach(
            e -> {
              e.key().ifPresent(k -> names.add(k.name()));
              names.add(e.value().name());
            });
    Walk.all(tree, Rule.class)
        .flatMap(r -> r.head().args().stream().flatMap(List::stream))
        .forEach(arg -> variables(arg, names));
    return names;
  }

  private static void variables(Term pattern, Set<String> names) {
    Walk.all(pattern, Var.class).forEach(v -> names.add(v.name()));
  }

  static String text(Term term) {
    return AstPrinter.print(term);
  }
}
