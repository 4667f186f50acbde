package dev.bylaw.rego.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Generates terms whose variables are bound. */
final class Terms {
  private static final List<Kind> COLLECTIONS =
      List.of(
          Kind.NUMBERS,
          Kind.STRINGS,
          Kind.ITEMS,
          Kind.ARRAY,
          Kind.NUMBER_SET,
          Kind.STRING_SET,
          Kind.SET,
          Kind.COUNTS,
          Kind.OBJECT,
          Kind.ITEM);
  private static final List<Kind> CONCRETE =
      List.of(
          Kind.NUMBER,
          Kind.NUMBER,
          Kind.STRING,
          Kind.STRING,
          Kind.BOOLEAN,
          Kind.NUMBERS,
          Kind.STRINGS,
          Kind.ITEMS,
          Kind.ARRAY,
          Kind.NUMBER_SET,
          Kind.STRING_SET,
          Kind.COUNTS,
          Kind.ITEM);

  private final Choice choice;
  private final World world;
  private final Literals literals;
  private final Bodies bodies;

  Terms(Choice choice, World world, Bodies bodies) {
    this.choice = choice;
    this.world = world;
    this.literals = new Literals(choice);
    this.bodies = bodies;
  }

  Kind anyKind() {
    return choice.of(CONCRETE);
  }

  Kind anyCollection() {
    return choice.of(COLLECTIONS);
  }

  Piece literal(Kind kind) {
    return literals.of(kind);
  }

  /** A term; {@code depth} limits how far it nests. */
  Piece of(Kind wanted, Scope scope, int depth) {
    Kind kind = wanted == Kind.ANY && choice.percent(80) ? anyKind() : wanted;
    Choice.Menu<Piece> menu =
        new Choice.Menu<Piece>()
            .add(3, () -> literals.of(kind))
            .maybe(8, () -> variable(kind, scope))
            .maybe(3, () -> document(kind))
            .maybe(4, () -> rule(kind, scope, depth))
            .maybe(3, () -> field(kind, scope));
    if (depth > 0) {
      menu.maybe(5, () -> call(kind, scope, depth - 1))
          .maybe(2, () -> element(kind, scope, depth - 1))
          .maybe(2, () -> comprehension(kind, scope, depth - 1))
          .maybe(2, () -> composite(kind, scope, depth - 1));
    }
    return choice.of(menu);
  }

  /** What something is looked up by; names in template strings are not resolved there. */
  private Piece operand(Kind kind, Scope scope, int depth) {
    Piece made = of(kind, scope, depth);
    return made.toString().contains("$") ? Piece.of(simplest(kind)) : made;
  }

  /** A term that others can be looked up in: a reference's head. */
  Piece base(Kind kind, Scope scope) {
    return choice.of(
        new Choice.Menu<Piece>()
            .maybe(6, () -> variable(kind, scope))
            .maybe(4, () -> document(kind))
            .maybe(4, () -> whole(kind))
            .add(1, () -> Piece.of(choice.of("input", "data.d") + "." + literals.field())));
  }

  private Optional<Piece> variable(Kind kind, Scope scope) {
    return pick(scope.variables(), kind);
  }

  private Optional<Piece> document(Kind kind) {
    return pick(world.documents(), kind);
  }

  private Optional<Piece> pick(List<Scope.Known> all, Kind kind) {
    List<Scope.Known> fitting =
        all.stream()
            .filter(k -> k.kind().fits(kind) || (k.kind() == Kind.ANY && choice.percent(15)))
            .toList();
    return fitting.isEmpty()
        ? Optional.empty()
        : Optional.of(Piece.of(choice.of(fitting).text()).or(simplest(kind)));
  }

  private String simplest(Kind kind) {
    return switch (kind) {
      case STRING -> "\"a\"";
      case BOOLEAN -> "1 == 1";
      case NUMBERS, STRINGS, ITEMS, ARRAY -> "[]";
      case NUMBER_SET, STRING_SET, SET -> "set()";
      case COUNTS, ITEM, OBJECT -> "{}";
      default -> "1";
    };
  }

  /** An earlier rule as a whole. */
  private Optional<Piece> whole(Kind kind) {
    List<Symbol> fitting =
        world.symbols().stream()
            .filter(s -> s.shape() != Symbol.Shape.FUNCTION && s.kind().fits(kind))
            .toList();
    return fitting.isEmpty()
        ? Optional.empty()
        : Optional.of(Piece.of(world.reference(choice.of(fitting), choice)).or(simplest(kind)));
  }

  /** An earlier rule: its value, one of its elements, or a call. */
  private Optional<Piece> rule(Kind kind, Scope scope, int depth) {
    if (world.symbols().isEmpty()) {
      return Optional.empty();
    }
    Symbol symbol = choice.of(world.symbols());
    String name = world.reference(symbol, choice);
    boolean fits = symbol.value().fits(kind) || symbol.value() == Kind.ANY;
    return switch (symbol.shape()) {
      case COMPLETE -> optional(fits, () -> Piece.of(name));
      case FUNCTION -> optional(fits, () -> call(symbol, name, scope, Math.max(0, depth - 1)));
      case SET, OBJECT ->
          symbol.kind().fits(kind) && choice.percent(50)
              ? Optional.of(Piece.of(name))
              : optional(fits, () -> Piece.of(name, "[", key(symbol, scope, depth), "]"));
      case NESTED ->
          optional(
              fits,
              () ->
                  Piece.of(
                      name,
                      "[",
                      key(symbol, scope, depth),
                      "][",
                      operand(Kind.STRING, scope, 0),
                      "]"));
    };
  }

  private Piece key(Symbol symbol, Scope scope, int depth) {
    Kind kind = symbol.shape() == Symbol.Shape.SET ? symbol.value() : Kind.STRING;
    return operand(kind, scope, depth > 0 && choice.percent(30) ? depth - 1 : 0);
  }

  private static Optional<Piece> optional(boolean possible, java.util.function.Supplier<Piece> p) {
    return possible ? Optional.of(p.get()) : Optional.empty();
  }

  /** A call of a function of the program. */
  Piece call(Symbol function, String name, Scope scope, int depth) {
    List<Piece> arguments = new ArrayList<>();
    for (Kind kind : function.arguments()) {
      arguments.add(of(kind, scope, depth));
    }
    return Piece.of(name, "(", Piece.several(", ", arguments.size(), arguments), ")");
  }

  private Optional<Piece> field(Kind kind, Scope scope) {
    String name =
        switch (kind) {
          case NUMBER -> "id";
          case STRING -> "name";
          case STRINGS -> "tags";
          default -> "";
        };
    return name.isEmpty()
        ? Optional.empty()
        : pick(scope.variables(), Kind.ITEM).map(item -> Piece.of(item, "." + name));
  }

  private Optional<Piece> call(Kind kind, Scope scope, int depth) {
    List<CallTable.Template> templates = CallTable.of(kind);
    if (templates.isEmpty()) {
      return Optional.empty();
    }
    CallTable.Template template = choice.of(templates);
    if (!world.words().isEmpty() && template.isSetOperation()) {
      return Optional.empty(); // OPA mistakes them for the keywords
    }
    List<Object> parts = new ArrayList<>();
    for (int i = 0; i < template.parts().size(); i++) {
      String part = template.parts().get(i);
      parts.add(i % 2 == 0 ? part : argument(part, scope, depth));
    }
    return Optional.of(Piece.of(parts.toArray()).or(simplest(kind)));
  }

  private Piece argument(String kind, Scope scope, int depth) {
    return of(
        kind.equals("COLLECTION") ? anyCollection() : Kind.valueOf(kind),
        scope,
        Math.max(0, depth));
  }

  private Optional<Piece> element(Kind kind, Scope scope, int depth) {
    List<Kind> holders =
        COLLECTIONS.stream().filter(c -> c.element() == kind || c.element() == Kind.ANY).toList();
    if (holders.isEmpty()) {
      return Optional.empty();
    }
    Kind holder = choice.of(holders);
    Piece base = base(holder, scope);
    return Optional.of(
        Piece.of(
            base, "[", isWildcard() ? "_" : operand(holder.key(), scope, Math.min(depth, 1)), "]"));
  }

  /** Not among the operands of logical keywords, which must not iterate. */
  private boolean isWildcard() {
    return choice.percent(12) && world.words().isEmpty();
  }

  private Optional<Piece> comprehension(Kind kind, Scope scope, int depth) {
    if (!kind.isCollection() || kind == Kind.ITEM) {
      return Optional.empty();
    }
    Scope inner = scope.inner();
    Bodies.Open body = bodies.open(inner, 2, depth);
    Piece element = head(of(kind.element(), inner, Math.min(1, depth)));
    if (kind.isArray()) {
      return Optional.of(Piece.of("[", element, " | ", body.inline(element), "]").or("[]"));
    } else if (kind.isSet()) {
      return Optional.of(Piece.of("{", element, " | ", body.inline(element), "}").or("set()"));
    }
    Piece key = head(of(Kind.STRING, inner, Math.min(1, depth)));
    return Optional.of(
        Piece.of("{", key, ": ", element, " | ", body.inline(key, element), "}").or("{}"));
  }

  /** An operator would take the line behind it for its own. */
  private static Piece head(Piece term) {
    return term.toString().contains(" ") ? Piece.of("(", term, ")") : term;
  }

  private Optional<Piece> composite(Kind kind, Scope scope, int depth) {
    if (kind == Kind.ITEM) {
      return Optional.of(
          Piece.of(
              "{\"id\": ",
              of(Kind.NUMBER, scope, depth),
              ", \"name\": ",
              of(Kind.STRING, scope, depth),
              "}"));
    } else if (!kind.isCollection()) {
      return Optional.empty();
    }
    List<Piece> parts = new ArrayList<>();
    for (int i = choice.between(1, 3); i > 0; i--) {
      Piece element = of(kind.element(), scope, depth);
      boolean object = !kind.isArray() && !kind.isSet();
      parts.add(object ? Piece.of(of(Kind.STRING, scope, 0), ": ", element) : element);
    }
    return Optional.of(
        kind.isArray()
            ? Piece.of("[", Piece.several(", ", 0, parts), "]")
            : Piece.of("{", Piece.several(", ", 1, parts), "}"));
  }
}
