package dev.bylaw.rules.sql.dialect;

import dev.bylaw.rules.sql.ast.DataType;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.statement.create.table.ColDataType;

/** Types of columns. */
final class Types {
  private Types() {}

  static DataType of(ColDataType type, Span span) {
    List<Integer> arguments = new ArrayList<>();
    if (type.getArgumentsStringList() != null) {
      for (String argument : type.getArgumentsStringList()) {
        if (!argument.isEmpty()
            && argument.length() < 9
            && argument.chars().allMatch(Character::isDigit)) {
          arguments.add(Integer.parseInt(argument));
        }
      }
    }
    String name = type.getDataType().toUpperCase(Locale.ROOT).strip();
    return new DataType(name, arguments, List.of(), List.of(), span);
  }
}
