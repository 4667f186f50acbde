package dev.bylaw.rego.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Generates the definitions of one rule. */
final class Rules {
  /** A rule and its definitions. */
  record Defined(Symbol symbol, List<Piece> definitions) {}

  private static final int DEPTH = 2;

  private final Choice choice;
  private final World world;
  private final Terms terms;
  private final Bodies bodies;
  private final Functions functions;

  Rules(Choice choice, World world) {
    this.choice = choice;
    this.world = world;
    this.bodies = new Bodies(choice, world);
    this.terms = bodies.terms();
    this.functions = new Functions(choice, world, bodies);
  }

  Defined one(String name) {
    return choice.of(
        new Choice.Menu<Defined>()
            .add(6, () -> complete(name))
            .add(4, () -> set(name))
            .add(4, () -> object(name))
            .add(2, () -> nested(name))
            .add(4, () -> functions.one(name)));
  }

  private Defined defined(
      String name, Symbol.Shape shape, Kind value, int count, Supplier<Piece> definition) {
    List<Piece> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(definition.get());
    }
    return new Defined(new Symbol(world.packagePath(), name, shape, value, List.of()), all);
  }

  private Defined complete(String name) {
    Kind kind = terms.anyKind();
    int form = choice.below(10);
    if (form < 2) {
      return defined(
          name,
          Symbol.Shape.COMPLETE,
          kind,
          1,
          () -> Piece.of(name + " := ", terms.of(kind, Scope.empty(), DEPTH)));
    } else if (form < 4) {
      return defined(
          name,
          Symbol.Shape.COMPLETE,
          Kind.BOOLEAN,
          choice.between(1, 5),
          () -> Piece.of(name + " ", bodies.open(Scope.empty(), 4, DEPTH).block()));
    }
    Defined rule =
        defined(
            name,
            Symbol.Shape.COMPLETE,
            kind,
            choice.of(1, 1, 1, 2, 2, 3, 5),
            () -> branches(name, kind));
    if (choice.percent(40)) {
      rule.definitions().add(Piece.of("default " + name + " := ", terms.literal(kind)));
    }
    return rule;
  }

  private Piece branches(String name, Kind kind) {
    Piece first = branch(name + " := ", kind);
    if (!choice.percent(30)) {
      return first;
    }
    List<Piece> others = new ArrayList<>();
    for (int i = choice.between(1, 2); i > 0; i--) {
      others.add(branch(" else := ", kind));
    }
    if (choice.percent(30)) {
      others.add(Piece.of(" else := ", terms.literal(kind)));
    }
    return Piece.of(first, Piece.several("", 0, others));
  }

  private Piece branch(String beginning, Kind kind) {
    Scope scope = Scope.empty();
    Bodies.Open body = bodies.open(scope, 4, DEPTH);
    Piece value =
        choice.percent(35)
            ? choice.percent(60) ? Piece.of(simple(kind)) : terms.literal(kind)
            : terms.of(kind, scope, 1);
    return Piece.of(beginning, value, " ", body.block(value));
  }

  /** Values that several definitions have in common. */
  private static String simple(Kind kind) {
    return switch (kind) {
      case STRING -> "\"a\"";
      case BOOLEAN -> "true";
      default -> "1";
    };
  }

  private Defined set(String name) {
    Kind kind = choice.of(Kind.NUMBER, Kind.NUMBER, Kind.STRING, Kind.STRING, Kind.ITEM, Kind.ANY);
    return defined(
        name, Symbol.Shape.SET, kind, choice.of(1, 1, 2, 3, 5), () -> element(name, kind));
  }

  private Piece element(String beginning, Kind kind) {
    if (choice.percent(15)) {
      return Piece.of(beginning + " contains ", terms.of(kind, Scope.empty(), 1));
    }
    Scope scope = Scope.empty();
    Bodies.Open body = bodies.open(scope, 4, DEPTH);
    Piece element =
        kind == Kind.ANY && choice.percent(50)
            ? Piece.of(
                "[", terms.of(Kind.STRING, scope, 0), ", ", terms.of(Kind.NUMBER, scope, 0), "]")
            : terms.of(kind, scope, choice.below(2));
    return Piece.of(beginning + " contains ", element, " ", body.block(element));
  }

  private Defined object(String name) {
    Kind kind = choice.of(Kind.NUMBER, Kind.NUMBER, Kind.STRING, Kind.ITEM, Kind.STRING_SET);
    return defined(
        name, Symbol.Shape.OBJECT, kind, choice.of(1, 1, 1, 2, 3), () -> entry(name, kind));
  }

  private Piece entry(String name, Kind kind) {
    if (choice.percent(12)) {
      return Piece.of(
          name + "." + choice.of("a", "b", "c") + " := ", terms.of(kind, Scope.empty(), 1));
    }
    Scope scope = Scope.empty();
    Bodies.Open body = bodies.open(scope, 4, DEPTH);
    Piece key = terms.of(Kind.STRING, scope, choice.below(2));
    if (kind == Kind.STRING_SET) {
      Piece element = terms.of(Kind.STRING, scope, 1);
      return Piece.of(name + "[", key, "] contains ", element, " ", body.block(key, element));
    }
    Piece value = choice.percent(20) ? Piece.of(simple(kind)) : terms.of(kind, scope, 1);
    return Piece.of(name + "[", key, "] := ", value, " ", body.block(key, value));
  }

  private Defined nested(String name) {
    Kind kind = choice.of(Kind.NUMBER, Kind.STRING, Kind.ANY);
    return defined(
        name, Symbol.Shape.NESTED, kind, choice.of(1, 2, 3), () -> nestedEntry(name, kind));
  }

  private Piece nestedEntry(String name, Kind kind) {
    Scope scope = Scope.empty();
    Bodies.Open body = bodies.open(scope, 4, DEPTH);
    Piece key = Piece.of("[", terms.of(Kind.STRING, scope, 0), "]");
    Piece second =
        choice.percent(40)
            ? Piece.of("." + choice.of("a", "b"))
            : Piece.of("[", terms.of(Kind.STRING, scope, 0), "]");
    boolean constantFirst = choice.percent(25);
    Piece path = constantFirst ? Piece.of(second, key) : Piece.of(key, second);
    Piece value = terms.of(kind, scope, 1);
    return Piece.of(name, path, " := ", value, " ", body.block(path, value));
  }
}
