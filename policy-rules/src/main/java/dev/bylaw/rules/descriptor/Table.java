package dev.bylaw.rules.descriptor;

import dev.bylaw.rules.mapping.Row;
import java.util.List;

/**
 * Where the fields of one kind of subject come from in the documents of a standard.
 *
 * @param standard with the versions
 * @param kind of the subject
 * @param place in the document; a dot for the whole of it
 */
public record Table(String standard, String kind, String place, List<Row> rows) {
  public Table {
    rows = List.copyOf(rows);
  }
}
