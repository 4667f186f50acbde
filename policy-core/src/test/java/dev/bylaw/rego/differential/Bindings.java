package dev.bylaw.rego.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Generates expressions that bind variables. */
final class Bindings {
  private final Choice choice;
  private final World world;
  private final Terms terms;

  Bindings(Choice choice, World world, Terms terms) {
    this.choice = choice;
    this.world = world;
    this.terms = terms;
  }

  /**
   * One expression; what it binds is in the scope afterwards.
   *
   * @param declared with {@code some} and {@code :=}, or else by unification alone
   */
  Piece one(Scope scope, boolean declared, int depth) {
    Choice.Menu<Piece> menu =
        new Choice.Menu<Piece>()
            .add(4, () -> value(scope, declared ? " := " : " = ", depth))
            .maybe(declared ? 8 : 0, () -> Optional.of(someIn(scope, depth)))
            .add(declared ? 2 : 6, () -> iteration(scope, declared))
            .add(2, () -> taken(scope, declared, depth))
            .add(2, () -> unified(scope, depth))
            .add(1, () -> walked(scope))
            .add(1, () -> output(scope, depth))
            .add(2, () -> join(scope, declared))
            .maybe(1, () -> below(scope));
    return choice.of(menu);
  }

  private Piece value(Scope scope, String operator, int depth) {
    Kind kind = terms.anyKind();
    Piece value = terms.of(kind, scope, depth);
    String name = bound(scope, kind);
    return operator.equals(" = ") && choice.percent(20)
        ? Piece.of(value, operator, name)
        : Piece.of(name, operator, value);
  }

  private static String bound(Scope scope, Kind kind) {
    String name = scope.fresh();
    scope.bind(name, kind);
    return name;
  }

  private static String declared(Scope scope, Kind kind) {
    String name = scope.fresh();
    scope.declare(name, kind);
    return name;
  }

  private Piece someIn(Scope scope, int depth) {
    Kind kind = terms.anyCollection();
    Piece collection = choice.percent(70) ? terms.base(kind, scope) : terms.of(kind, scope, depth);
    String key = choice.percent(35) ? key(scope, kind) + ", " : "";
    return Piece.of("some " + key, element(kind.element(), scope), " in ", collection);
  }

  private String key(Scope scope, Kind kind) {
    return choice.percent(15) ? "_" : declared(scope, kind.key());
  }

  /** A variable, or a pattern that takes an element apart. */
  private Piece element(Kind kind, Scope scope) {
    if (kind == Kind.ITEM && choice.percent(20)) {
      return Piece.of(
          "{\"id\": "
              + declared(scope, Kind.NUMBER)
              + ", \"name\": "
              + (choice.percent(60) ? declared(scope, Kind.STRING) : terms.literal(Kind.STRING))
              + ", \"tags\": "
              + choice.of("_", declared(scope, Kind.STRINGS))
              + "}");
    } else if (kind == Kind.ANY && choice.percent(25)) {
      return Piece.of(
          "[" + declared(scope, Kind.ANY) + ", " + choice.of("_", declared(scope, Kind.ANY)) + "]");
    } else if (choice.percent(6)) {
      return terms.literal(kind);
    }
    return Piece.of(declared(scope, kind));
  }

  /** A reference with variables. */
  private Piece iteration(Scope scope, boolean declared) {
    Kind kind = terms.anyCollection();
    Piece base = terms.base(kind, scope);
    String key = choice.percent(25) ? "_" : scope.fresh();
    String some = declared && !key.equals("_") ? "some " + key + "\n  " : "";
    if (declared && !key.equals("_")) {
      scope.declare(key, kind.key());
    } else if (!key.equals("_")) {
      scope.bind(key, kind.key());
    }
    Piece reference = Piece.of(base, "[" + key + "]");
    if (kind == Kind.ITEMS && choice.percent(50)) {
      reference = Piece.of(reference, ".tags[_]");
    }
    Piece all =
        choice.percent(60)
            ? Piece.of(bound(scope, kind.element()), declared ? " := " : " = ", reference)
            : choice.percent(50)
                ? Piece.of(reference, " == ", terms.of(kind.element(), scope, 0))
                : reference;
    // a declaration is an expression of its own, which a line cannot hold
    return some.isEmpty() ? all : Piece.of(some.replace("\n  ", "; "), all);
  }

  /** An array or object taken apart. */
  private Piece taken(Scope scope, boolean declared, int depth) {
    String operator = declared ? " := " : " = ";
    if (choice.percent(40)) {
      Piece item = terms.base(Kind.ITEM, scope);
      String tags = choice.percent(50) ? ", \"tags\": _" : "";
      return Piece.of(
          "{\"id\": "
              + bound(scope, Kind.NUMBER)
              + ", \"name\": "
              + bound(scope, Kind.STRING)
              + tags
              + "}"
              + operator,
          item);
    }
    List<Piece> values = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Scope before = scope.inner();
    for (int i = choice.between(1, 3); i > 0; i--) {
      Kind kind = terms.anyKind();
      values.add(terms.of(kind, before, Math.max(0, depth - 1)));
      names.add(choice.percent(15) ? "_" : bound(scope, kind));
    }
    Piece pattern = Piece.of("[" + String.join(", ", names) + "]");
    return Piece.of(
        pattern,
        operator,
        choice.percent(75)
            ? Piece.of("[", Piece.several(", ", values.size(), values), "]")
            : terms.base(Kind.ARRAY, before));
  }

  /** Both sides know something that the other does not. */
  private Piece unified(Scope scope, int depth) {
    Kind one = terms.anyKind();
    Kind two = terms.anyKind();
    Scope before = scope.inner();
    Piece first = terms.of(one, before, Math.max(0, depth - 1));
    Piece second = terms.of(two, before, Math.max(0, depth - 1));
    String left = bound(scope, two);
    String right = bound(scope, one);
    return choice.percent(60)
        ? Piece.of("[", first, ", " + left + "] = [" + right + ", ", second, "]")
        : Piece.of(
            "{\"x\": ",
            first,
            ", \"y\": " + left + "} = {\"y\": ",
            second,
            ", \"x\": " + right,
            "}");
  }

  private Piece walked(Scope scope) {
    Piece document = terms.base(Kind.OBJECT, scope);
    String path = bound(scope, Kind.ARRAY);
    String value = bound(scope, Kind.ANY);
    return Piece.of("walk(", document, ", [" + path + ", " + value + "])");
  }

  /** A call whose result is its last argument. */
  private Piece output(Scope scope, int depth) {
    Piece text = terms.of(Kind.STRING, scope, Math.max(0, depth - 1));
    Piece numbers = terms.of(Kind.NUMBERS, scope, Math.max(0, depth - 1));
    return choice.percent(50)
        ? Piece.of("upper(", text, ", " + bound(scope, Kind.STRING) + ")")
        : Piece.of("count(", numbers, ", " + bound(scope, Kind.NUMBER) + ")");
  }

  /** An iteration and a condition on the elements that a hash table can answer. */
  private Piece join(Scope scope, boolean declared) {
    Scope before = scope.inner();
    Piece known = terms.of(choice.of(Kind.NUMBER, Kind.NUMBER, Kind.STRING), before, 0);
    String field = choice.of(".id", ".id", ".name", "");
    Kind kind = field.isEmpty() ? Kind.NUMBERS : Kind.ITEMS;
    Piece collection = terms.base(kind, before);
    String item = declared ? declared(scope, kind.element()) : bound(scope, kind.element());
    String condition = "; " + item + field + choice.of(" == ", " == ", " = ");
    return declared
        ? Piece.of("some " + item + " in ", collection, condition, known)
        : Piece.of(item + " = ", collection, "[_]" + condition, known);
  }

  /** Over the rules and documents of a package. */
  private Optional<Piece> below(Scope scope) {
    if (world.packages().isEmpty()) {
      return Optional.empty();
    }
    String path = "data." + choice.of(world.packages());
    String key = bound(scope, Kind.STRING);
    String value = bound(scope, Kind.ANY);
    return Optional.of(
        choice.percent(60)
            ? Piece.of(value + " = " + path + "[" + key + "]")
            : Piece.of(value + " = " + path + "[" + key + "][" + bound(scope, Kind.ANY) + "]"));
  }
}
