package dev.bylaw.rules.sql.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of a call.
 *
 * @param computed some cannot be told, as {@code **options} can not
 */
record Arguments(List<Value> positional, Map<String, Value> named, boolean computed) {
  static final Arguments NONE = new Arguments(List.of(), Map.of(), false);

  /** Reads them from behind an opening bracket to behind the closing one. */
  static Arguments read(Cursor cursor) {
    List<Value> positional = new ArrayList<>();
    Map<String, Value> named = new LinkedHashMap<>();
    boolean computed = false;
    while (!cursor.peek().is(")") && cursor.peek().kind() != Token.Kind.END) {
      int before = cursor.position();
      if (cursor.peek().is("*")) {
        computed = true;
        cursor.value();
      } else if (cursor.peek().kind() == Token.Kind.WORD && cursor.peek(1).is("=")) {
        String name = cursor.take().text();
        cursor.take();
        named.put(name, cursor.value());
      } else {
        positional.add(cursor.value());
      }
      if (cursor.peek().is(",") || cursor.position() == before) {
        cursor.take();
      }
    }
    cursor.take();
    return new Arguments(positional, named, computed);
  }

  /** An argument by its name, or else by its 0-based position. */
  Optional<Value> get(String name, int position) {
    Optional<Value> byName = Optional.ofNullable(named.get(name));
    return byName.isPresent() || position >= positional.size()
        ? byName
        : Optional.of(positional.get(position));
  }
}
