package dev.bylaw.rego.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Constants, and the documents that are made of them. Small pools, so that things meet. */
final class Literals {
  /** Fields of the input and of {@code data.d}, with what they usually are. */
  static final List<Scope.Known> FIELDS =
      List.of(
          new Scope.Known("n", Kind.NUMBER),
          new Scope.Known("n2", Kind.NUMBER),
          new Scope.Known("s", Kind.STRING),
          new Scope.Known("s2", Kind.STRING),
          new Scope.Known("b", Kind.BOOLEAN),
          new Scope.Known("xs", Kind.NUMBERS),
          new Scope.Known("ss", Kind.STRINGS),
          new Scope.Known("os", Kind.ITEMS),
          new Scope.Known("o", Kind.ITEM),
          new Scope.Known("m", Kind.COUNTS),
          new Scope.Known("mm", Kind.OBJECT),
          new Scope.Known("x", Kind.ANY));

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "2",
          "3",
          "1",
          "2",
          "3",
          "4",
          "5",
          "7",
          "-1",
          "10",
          "12",
          "1.0",
          "1.5",
          "0.1",
          "-2.5",
          "9007199254740993",
          "100000000000000000000",
          "1e-7",
          "255");
  private static final List<String> STRINGS =
      List.of(
          "\"a\"",
          "\"b\"",
          "\"c\"",
          "\"a\"",
          "\"b\"",
          "\"ab\"",
          "\"abc\"",
          "\"id\"",
          "\"A\"",
          "\"\"",
          "\"name\"",
          "\"a.b\"",
          "\"x/y\"",
          "\"1\"",
          "\"\u00e4\"",
          "\"\u20ac\"",
          "\"\uff61\"",
          "\"\ud83d\ude00\"",
          "\"a\\nb\"",
          "\"q\\\"q\"",
          "\"a b\"");

  private final Choice choice;

  Literals(Choice choice) {
    this.choice = choice;
  }

  Piece of(Kind kind) {
    return switch (kind) {
      case NUMBER -> Piece.of(choice.of(NUMBERS)).or("1");
      case STRING -> Piece.of(choice.of(STRINGS)).or("\"a\"");
      case BOOLEAN -> Piece.of(choice.percent(70) ? "true" : "false");
      case NUMBERS -> array(Kind.NUMBER, size());
      case STRINGS -> array(Kind.STRING, size());
      case ITEMS -> array(Kind.ITEM, size());
      case ARRAY -> array(Kind.ANY, choice.below(4));
      case NUMBER_SET -> set(Kind.NUMBER);
      case STRING_SET -> set(Kind.STRING);
      case SET -> set(Kind.ANY);
      case COUNTS -> object(choice.below(4), () -> of(Kind.NUMBER));
      case ITEM -> item();
      case OBJECT -> object(choice.below(4), () -> of(json()));
      case ANY -> choice.percent(10) ? Piece.of("null") : of(json());
    };
  }

  private int size() {
    return choice.percent(12) ? choice.between(8, 18) : choice.below(5);
  }

  private Kind json() {
    return choice.of(
        Kind.NUMBER,
        Kind.NUMBER,
        Kind.STRING,
        Kind.STRING,
        Kind.BOOLEAN,
        Kind.NUMBERS,
        Kind.STRINGS,
        Kind.COUNTS,
        Kind.ITEM,
        Kind.ARRAY);
  }

  private List<Piece> several(int size, Supplier<Piece> maker) {
    List<Piece> parts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      parts.add(maker.get());
    }
    return parts;
  }

  private Piece array(Kind element, int size) {
    return Piece.of("[", Piece.several(", ", 0, several(size, () -> of(element))), "]");
  }

  private Piece set(Kind element) {
    int size = choice.below(4);
    return size == 0
        ? Piece.of("set()")
        : Piece.of("{", Piece.several(", ", 1, several(size, () -> of(element))), "}");
  }

  private Piece object(int size, Supplier<Piece> value) {
    return Piece.of(
        "{",
        Piece.several(
            ", ", 0, several(size, () -> Piece.of(choice.of(STRINGS), ": ", value.get()))),
        "}");
  }

  private Piece item() {
    List<Piece> fields = new ArrayList<>();
    fields.add(Piece.of("\"id\": ", of(Kind.NUMBER)));
    fields.add(Piece.of("\"name\": ", of(Kind.STRING)));
    if (choice.percent(85)) {
      fields.add(Piece.of("\"tags\": ", of(Kind.STRINGS)));
    }
    return Piece.of("{", Piece.several(", ", 0, fields), "}");
  }

  /** A document with the known fields, most of them there and most of the expected kind. */
  Piece document() {
    List<Piece> fields = new ArrayList<>();
    for (Scope.Known field : FIELDS) {
      if (choice.percent(88)) {
        Kind kind = choice.percent(92) ? field.kind() : Kind.ANY;
        Piece value = kind == Kind.OBJECT ? object(choice.below(4), this::nested) : of(kind);
        fields.add(Piece.of("\"" + field.text() + "\": ", value));
      }
    }
    return Piece.of("{", Piece.several(", ", 0, fields), "}");
  }

  private Piece nested() {
    return of(choice.of(Kind.COUNTS, Kind.COUNTS, Kind.ITEM, Kind.ANY));
  }

  /** A field of the known documents, or a similar one. */
  String field() {
    return choice.of(FIELDS).text();
  }
}
