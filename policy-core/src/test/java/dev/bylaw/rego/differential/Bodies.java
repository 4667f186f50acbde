package dev.bylaw.rego.differential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Generates the expressions of bodies. */
final class Bodies {
  private final Choice choice;
  private final World world;
  private final Terms terms;
  private final Bindings bindings;
  private final Modifiers modifiers;

  Bodies(Choice choice, World world) {
    this.choice = choice;
    this.world = world;
    this.terms = new Terms(choice, world, this);
    this.bindings = new Bindings(choice, world, terms);
    this.modifiers = new Modifiers(choice, world, terms);
  }

  Terms terms() {
    return terms;
  }

  /** A body to which the last expressions are added when it is known what else is used. */
  final class Open {
    private final Scope scope;
    private final List<Piece> all;

    private Open(Scope scope, List<Piece> all) {
      this.scope = scope;
      this.all = new ArrayList<>(all);
    }

    /** {@code if} and the body behind it. */
    Piece block(Piece... head) {
      return Piece.of("if {\n  ", Piece.several("\n  ", 1, closed(head)), "\n}");
    }

    /** On one line. */
    Piece inline(Piece... head) {
      return Piece.several("; ", 1, closed(head));
    }

    /** With every declared variable used. */
    private List<Piece> closed(Piece... head) {
      for (Scope.Known name : scope.declared()) {
        String text = all + Arrays.toString(head);
        if (text.split("\\b" + name.text() + "\\b", -1).length < 3) {
          all.add(used(name));
        }
      }
      return all;
    }

    private Piece used(Scope.Known name) {
      Kind kind = name.kind();
      return choice.percent(40)
          ? Piece.of(name.text() + " == ", terms.of(kind, scope, 0))
          : Piece.of(name.text() + choice.of(" != ", " <= ", " != "), terms.literal(kind));
    }
  }

  Open open(Scope scope, int most, int depth) {
    return new Open(scope, several(scope, choice.between(1, most), depth));
  }

  private List<Piece> several(Scope scope, int count, int depth) {
    boolean declared = choice.percent(70);
    List<Piece> all = new ArrayList<>();
    boolean binding = choice.percent(75);
    for (int i = 0; i < count; i++) {
      boolean bind = binding && (i == 0 || choice.percent(45));
      Scope before = scope.inner();
      Piece one = bind ? bindings.one(scope, declared, depth) : condition(scope, depth);
      // a sign would go on with the expression before
      all.add(with(one.toString().startsWith("-") ? Piece.of("1 == ", one) : one, before));
    }
    // declarations must stand before what they declare; unification may stand anywhere
    return declared && choice.percent(99) ? all : choice.shuffled(all);
  }

  private Piece with(Piece expression, Scope scope) {
    // queries do not let values of modifiers iterate
    boolean possible = !world.packagePath().isEmpty() && !expression.toString().equals("true");
    return possible && choice.percent(9) ? modifiers.around(expression, scope) : expression;
  }

  /** An expression that binds nothing outside. */
  Piece condition(Scope scope, int depth) {
    return condition(scope, depth, false);
  }

  /** Behind {@code not}, an element with its key is no condition. */
  private Piece condition(Scope scope, int depth, boolean negated) {
    Choice.Menu<Piece> menu =
        new Choice.Menu<Piece>()
            .add(8, () -> comparison(scope, depth))
            .add(3, () -> terms.of(Kind.BOOLEAN, scope, Math.max(1, depth)))
            .add(3, () -> membership(scope, depth, negated))
            .add(3, () -> present(scope, depth))
            .maybe(2, () -> known())
            .add(4, () -> negated(scope, depth));
    if (depth > 0) {
      menu.add(3, () -> every(scope, depth - 1))
          .maybe(world.words().contains("and") ? 3 : 0, () -> Optional.of(logic(scope, depth)));
    }
    return choice.of(menu);
  }

  private Piece comparison(Scope scope, int depth) {
    Kind kind = terms.anyKind();
    Piece left = terms.of(kind, scope, depth);
    Piece right = terms.of(choice.percent(90) ? kind : Kind.ANY, scope, depth);
    String operator = choice.of("==", "==", "==", "!=", "<", "<=", ">", ">=", "=");
    return Piece.of(left, " " + operator + " ", right);
  }

  private Piece membership(Scope scope, int depth, boolean negated) {
    Kind kind = terms.anyCollection();
    Piece collection = terms.of(kind, scope, depth);
    Piece element = terms.of(kind.element(), scope, 0);
    return choice.percent(25) && !negated
        ? Piece.of(terms.of(kind.key(), scope, 0), ", ", element, " in ", collection)
        : Piece.of(element, " in ", collection);
  }

  /** A reference that need only be defined. */
  private Piece present(Scope scope, int depth) {
    Kind kind = terms.anyCollection();
    Piece base = terms.base(kind, scope);
    return Piece.of(base, "[", terms.of(kind.key(), scope, Math.min(depth, 1)), "]");
  }

  /** The kinds of conditions that an index over definitions understands. */
  private Optional<Piece> known() {
    Piece text = terms.literal(Kind.STRING);
    String place = choice.of("input.s", "input.s2", "input.o.name");
    return Optional.of(
        choice.of(
            Piece.of(place, " == ", text),
            Piece.of(text, " == ", place),
            Piece.of(place, " = ", text),
            Piece.of(place, " in {", text, ", \"b\"}"),
            Piece.of("startswith(", place, ", ", text, ")")));
  }

  private Piece negated(Scope scope, int depth) {
    if (world.words().contains("not") && choice.percent(40)) {
      return Piece.of("not { ", open(scope.inner(), 2, Math.max(0, depth - 1)).inline(), " }");
    }
    Piece inner = condition(scope.inner(), Math.max(0, depth - 1), true);
    String text = inner.toString();
    boolean whole =
        Stream.of("not ", "every ", "(", "{").anyMatch(text::startsWith)
            || (text.contains("; ") && text.startsWith("some "));
    boolean constant = text.equals("true") || text.equals("false");
    return whole || constant || text.contains(" and ") || text.contains(" or ")
        ? inner
        : Piece.of("not ", inner).or(inner);
  }

  private Piece every(Scope scope, int depth) {
    Kind kind = terms.anyCollection();
    Piece domain = terms.of(kind, scope, Math.min(depth, 1));
    Scope inner = scope.inner();
    String value = inner.fresh();
    inner.declare(value, kind.element());
    String key = "";
    if (choice.percent(35)) {
      key = inner.fresh();
      inner.declare(key, kind.key());
      key = key + ", ";
    }
    return Piece.of(
        "every " + key + value + " in ", domain, " { ", open(inner, 2, depth).inline(), " }");
  }

  private Piece logic(Scope scope, int depth) {
    Piece left = operand(scope, depth - 1);
    Piece right = operand(scope, depth - 1);
    Piece whole = Piece.of(left, choice.of(" and ", " or "), right).or(left, right);
    return choice.percent(25)
        ? Piece.of("(", whole, ")", choice.of(" and ", " or "), operand(scope, depth - 1))
        : whole;
  }

  /** Braces would start a body. */
  private Piece operand(Scope scope, int depth) {
    Piece made = comparison(scope, depth);
    return made.toString().startsWith("{") ? Piece.of("1 == 1") : made;
  }
}
