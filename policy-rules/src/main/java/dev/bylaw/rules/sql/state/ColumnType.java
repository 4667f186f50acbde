package dev.bylaw.rules.sql.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A type, as far as it matters whether all values of another one fit into it.
 *
 * @param name upper case, in one spelling; of a nested type the whole of it
 * @param sizes in brackets behind the name
 */
record ColumnType(String name, List<Integer> sizes) {
  private static final Map<String, String> SPELLINGS =
      Map.of(
          "BYTE", "TINYINT",
          "SHORT", "SMALLINT",
          "INTEGER", "INT",
          "LONG", "BIGINT",
          "REAL", "FLOAT",
          "DEC", "DECIMAL",
          "NUMERIC", "DECIMAL");

  /** Decimal digits of whole numbers. */
  private static final Map<String, Integer> DIGITS =
      Map.of("TINYINT", 3, "SMALLINT", 5, "INT", 10, "BIGINT", 19);

  /** Decimal digits of whole numbers that a number with a floating point holds. */
  private static final Map<String, Integer> EXACT = Map.of("FLOAT", 5, "DOUBLE", 10);

  private static final List<Integer> DECIMAL = List.of(10, 0);

  ColumnType {
    sizes = List.copyOf(sizes);
  }

  /** From the text of a definition; {@code DECIMAL} is {@code DECIMAL(10, 0)}. */
  static ColumnType of(String written) {
    String type = written.strip().toUpperCase(Locale.ROOT);
    int open = type.indexOf('(');
    boolean sized = open > 0 && type.endsWith(")") && type.indexOf('<') < 0;
    String name = (sized ? type.substring(0, open) : type).strip();
    List<Integer> sizes =
        sized ? sizes(type.substring(open + 1, type.length() - 1)) : List.<Integer>of();
    String spelt = SPELLINGS.getOrDefault(name, name);
    return new ColumnType(spelt, spelt.equals("DECIMAL") ? decimal(sizes) : sizes);
  }

  private static List<Integer> sizes(String list) {
    List<Integer> sizes = new ArrayList<>();
    for (String size : list.split(",", -1)) {
      String digits = size.strip();
      boolean number = digits.length() < 10 && digits.chars().allMatch(Character::isDigit);
      sizes.add(number && !digits.isEmpty() ? Integer.parseInt(digits) : 0);
    }
    return sizes;
  }

  private static List<Integer> decimal(List<Integer> sizes) {
    return switch (sizes.size()) {
      case 0 -> DECIMAL;
      case 1 -> List.of(sizes.get(0), 0);
      default -> sizes;
    };
  }

  /** Whether each value of the other type is one of this. */
  boolean holds(ColumnType other) {
    if (equals(other)) {
      return true;
    }
    return switch (name) {
      case "TINYINT", "SMALLINT", "INT", "BIGINT" -> fits(other, DIGITS.getOrDefault(name, 0));
      case "FLOAT" -> fits(other, EXACT.getOrDefault(name, 0));
      case "DOUBLE" -> other.name.equals("FLOAT") || fits(other, EXACT.getOrDefault(name, 0));
      case "DECIMAL" ->
          other.name.equals("DECIMAL")
              ? sizes.get(1) >= other.sizes.get(1) && whole() >= other.whole()
              : fits(other, whole());
      case "STRING" -> other.name.equals("VARCHAR") || other.name.equals("CHAR");
      case "VARCHAR" -> (other.name.equals(name) || other.name.equals("CHAR")) && isLonger(other);
      case "CHAR" -> other.name.equals(name) && isLonger(other);
      case "TIMESTAMP_NTZ" -> other.name.equals("DATE");
      default -> false;
    };
  }

  private static boolean fits(ColumnType number, int digits) {
    return DIGITS.getOrDefault(number.name, Integer.MAX_VALUE) <= digits;
  }

  /** Digits before the point. */
  private int whole() {
    return sizes.get(0) - sizes.get(1);
  }

  private boolean isLonger(ColumnType other) {
    return sizes.size() == 1 && other.sizes.size() == 1 && sizes.get(0) >= other.sizes.get(0);
  }
}
