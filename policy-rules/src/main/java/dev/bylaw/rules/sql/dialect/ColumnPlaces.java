package dev.bylaw.rules.sql.dialect;

import dev.bylaw.rules.sql.ast.ColumnDefinition;
import dev.bylaw.rules.sql.ast.DataType;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.schema.Table;
import org.jspecify.annotations.Nullable;

/** The columns of a CREATE TABLE, whose places the parser does not keep: they are found again. */
final class ColumnPlaces {
  private final Spots spots;
  private final Span statement;
  private @Nullable Token at;
  private int depth;

  ColumnPlaces(Span statement, Table table) {
    this.spots = new Spots(statement);
    this.statement = statement;
    List<Token> tokens = Spots.tokens(table);
    this.at = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1).next;
  }

  List<ColumnDefinition> columns(
      List<net.sf.jsqlparser.statement.create.table.ColumnDefinition> definitions) {
    List<ColumnDefinition> columns = new ArrayList<>();
    definitions.forEach(definition -> columns.add(column(definition)));
    return columns;
  }

  private ColumnDefinition column(
      net.sf.jsqlparser.statement.create.table.ColumnDefinition definition) {
    String name = definition.getColumnName();
    Token found = find(name);
    Span place = found == null ? statement : spots.of(found);
    Span typePlace = found == null || found.next == null ? place : typePlace(found.next);
    Optional<DataType> type =
        Optional.ofNullable(definition.getColDataType()).map(t -> Types.of(t, typePlace));
    ColumnDefinition column =
        ColumnDefinition.of(new Identifier(Spots.plain(name), place), type, place.to(typePlace));
    return new ColumnDefinition(
        column.name(),
        column.type(),
        notNull(found),
        column.comment(),
        column.defaultValue(),
        column.generated(),
        column.identity(),
        column.mask(),
        column.collation(),
        column.tags(),
        column.constraints(),
        column.span());
  }

  /** The next element of the list that begins with a name. */
  private @Nullable Token find(String name) {
    boolean first = false;
    for (Token token = at; token != null; token = token.next) {
      if (first && depth == 1 && token.image.equals(name)) {
        at = token.next;
        return token;
      }
      depth += token.image.equals("(") ? 1 : token.image.equals(")") ? -1 : 0;
      first = depth == 1 && (token.image.equals("(") || token.image.equals(","));
    }
    return null;
  }

  /** A word, and brackets that follow it. */
  private Span typePlace(Token word) {
    Token end = word;
    if (word.next != null && word.next.image.equals("(")) {
      int open = 0;
      for (Token token = word.next; token != null; token = token.next) {
        open += token.image.equals("(") ? 1 : token.image.equals(")") ? -1 : 0;
        end = token;
        if (open == 0) {
          break;
        }
      }
    }
    return spots.of(word).to(spots.of(end));
  }

  private Optional<Span> notNull(@Nullable Token column) {
    int open = 0;
    for (Token token = column; token != null && token.next != null; token = token.next) {
      open += token.image.equals("(") ? 1 : token.image.equals(")") ? -1 : 0;
      if (open < 0 || (open == 0 && token.image.equals(","))) {
        break;
      }
      if (token.image.equalsIgnoreCase("NOT") && token.next.image.equalsIgnoreCase("NULL")) {
        return Optional.of(spots.of(token).to(spots.of(token.next)));
      }
    }
    return Optional.empty();
  }
}
