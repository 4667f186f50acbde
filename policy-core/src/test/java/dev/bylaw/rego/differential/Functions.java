package dev.bylaw.rego.differential;

import java.util.ArrayList;
import java.util.List;

/** Generates the definitions of one function. */
final class Functions {
  private static final int DEPTH = 2;

  private final Choice choice;
  private final World world;
  private final Bodies bodies;
  private final Terms terms;

  Functions(Choice choice, World world, Bodies bodies) {
    this.choice = choice;
    this.world = world;
    this.bodies = bodies;
    this.terms = bodies.terms();
  }

  Rules.Defined one(String name) {
    Kind value = terms.anyKind();
    List<Kind> arguments = new ArrayList<>();
    for (int i = choice.of(1, 1, 2, 2, 3); i > 0; i--) {
      arguments.add(choice.percent(15) ? Kind.ANY : terms.anyKind());
    }
    List<Piece> definitions = new ArrayList<>();
    for (int i = choice.of(1, 1, 2, 2, 3, 5, 6); i > 0; i--) {
      definitions.add(definition(name, arguments, value));
    }
    if (choice.percent(15)) {
      String wildcards = String.join(", ", arguments.stream().map(k -> "_").toList());
      definitions.add(
          Piece.of("default " + name + "(" + wildcards + ") := ", terms.literal(value)));
    }
    Symbol symbol =
        new Symbol(world.packagePath(), name, Symbol.Shape.FUNCTION, value, List.copyOf(arguments));
    return new Rules.Defined(symbol, definitions);
  }

  private Piece definition(String name, List<Kind> arguments, Kind value) {
    Scope scope = Scope.empty();
    List<Piece> patterns = new ArrayList<>();
    arguments.forEach(kind -> patterns.add(pattern(kind, scope)));
    Piece head = Piece.of(name + "(", Piece.several(", ", patterns.size(), patterns), ") := ");
    if (choice.percent(20)) {
      return Piece.of(head, terms.of(value, scope, DEPTH));
    }
    Scope inner = scope.inner();
    Bodies.Open body = bodies.open(inner, 4, DEPTH);
    Piece result = choice.percent(20) ? terms.literal(value) : terms.of(value, inner, 1);
    Piece first = Piece.of(head, result, " ", body.block(result));
    if (!choice.percent(20)) {
      return first;
    }
    Scope other = scope.inner();
    Bodies.Open otherBody = bodies.open(other, 4, DEPTH);
    Piece otherResult = terms.of(value, other, 1);
    return Piece.of(
        first,
        Piece.several(
            "", 0, List.of(Piece.of(" else := ", otherResult, " ", otherBody.block(otherResult)))));
  }

  private Piece pattern(Kind kind, Scope scope) {
    int form = choice.below(20);
    if (form < 2) {
      return Piece.of("_");
    } else if (form < 6 && (kind == Kind.NUMBER || kind == Kind.STRING || kind == Kind.ANY)) {
      return terms.literal(kind == Kind.ANY ? Kind.STRING : kind);
    } else if (form < 9 && kind == Kind.ITEM) {
      return Piece.of(
          "{\"id\": " + bound(scope, Kind.NUMBER) + ", \"name\": ",
          choice.percent(60) ? bound(scope, Kind.STRING) : terms.literal(Kind.STRING),
          "}");
    } else if (form < 9 && kind.isArray()) {
      String first = bound(scope, kind.element());
      return Piece.of("[" + first + ", " + choice.of("_", first, bound(scope, Kind.ANY)) + "]");
    }
    return Piece.of(bound(scope, kind));
  }

  private static String bound(Scope scope, Kind kind) {
    String name = scope.fresh();
    scope.bind(name, kind);
    return name;
  }
}
