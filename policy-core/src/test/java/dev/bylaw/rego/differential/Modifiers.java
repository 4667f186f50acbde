package dev.bylaw.rego.differential;

import java.util.ArrayList;
import java.util.List;

/** Generates {@code with}. */
final class Modifiers {
  private static final List<String> MOCKED =
      List.of("count", "upper", "lower", "concat", "sum", "sprintf", "type_name", "startswith");

  private final Choice choice;
  private final World world;
  private final Terms terms;

  Modifiers(Choice choice, World world, Terms terms) {
    this.choice = choice;
    this.world = world;
    this.terms = terms;
  }

  /** The expression with one or two modifiers. */
  Piece around(Piece expression, Scope scope) {
    List<Piece> all = new ArrayList<>();
    all.add(one(scope));
    if (choice.percent(25)) {
      all.add(one(scope));
    }
    return Piece.of(expression, Piece.several("", 0, all));
  }

  private Piece one(Scope scope) {
    List<Symbol> functions = of(Symbol.Shape.FUNCTION);
    List<Symbol> rules =
        world.symbols().stream().filter(s -> s.shape() != Symbol.Shape.FUNCTION).toList();
    Choice.Menu<Piece> menu =
        new Choice.Menu<Piece>()
            .add(3, () -> with("input", terms.of(Kind.ITEM, scope, 1)))
            .add(4, () -> document("input", scope))
            .add(3, () -> document("data.d", scope))
            .add(1, () -> with("data.d", terms.literal(Kind.OBJECT)))
            .add(1, () -> with("input." + literalPath(), terms.of(Kind.ANY, scope, 0)))
            .add(1, () -> builtin(scope));
    if (!rules.isEmpty()) {
      menu.add(5, () -> rule(choice.of(rules), scope));
    }
    if (!functions.isEmpty()) {
      menu.add(3, () -> function(choice.of(functions), functions, scope));
    }
    return choice.of(menu);
  }

  private List<Symbol> of(Symbol.Shape shape) {
    return world.symbols().stream().filter(s -> s.shape() == shape).toList();
  }

  private static Piece with(String target, Piece value) {
    return Piece.of(" with " + target + " as ", value);
  }

  private Piece document(String root, Scope scope) {
    Scope.Known field = choice.of(Literals.FIELDS);
    return with(root + "." + field.text(), terms.of(field.kind(), scope, 1));
  }

  private String literalPath() {
    return choice.of("o.name", "mm.a.b", "m.a", "o.id", "new.path");
  }

  private Piece rule(Symbol rule, Scope scope) {
    boolean below = rule.shape() != Symbol.Shape.COMPLETE && choice.percent(25);
    return with(
        rule.path() + (below ? choice.of(".a", ".b", ".a.c") : ""),
        terms.of(below ? Kind.ANY : rule.kind(), scope, 1));
  }

  private Piece function(Symbol function, List<Symbol> functions, Scope scope) {
    List<Symbol> same =
        functions.stream()
            .filter(f -> f.arguments().size() == function.arguments().size())
            .toList();
    return with(
        choice.percent(50) ? world.reference(function, choice) : function.path(),
        choice.percent(50)
            ? Piece.of(choice.of(same).path())
            : terms.of(function.value(), scope, 1));
  }

  private Piece builtin(Scope scope) {
    List<Symbol> functions = of(Symbol.Shape.FUNCTION);
    return with(
        choice.of(MOCKED),
        functions.isEmpty() || choice.percent(50)
            ? terms.of(choice.of(Kind.NUMBER, Kind.STRING), scope, 0)
            : Piece.of(choice.of(functions).path()));
  }
}
