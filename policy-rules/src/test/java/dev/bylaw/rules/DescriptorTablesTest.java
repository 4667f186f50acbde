package dev.bylaw.rules;

import dev.bylaw.Golden;
import dev.bylaw.rules.descriptor.Standards;
import dev.bylaw.rules.descriptor.Table;
import dev.bylaw.rules.mapping.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of docs/descriptors.md are those of the code. */
class DescriptorTablesTest {
  private static final Path PAGE = Path.of("../docs/descriptors.md");

  private static final String MARK =
      "<!-- The tables below are written by DescriptorTablesTest. -->\n";

  @Test
  void thePageHasTheTables() throws IOException {
    String text = Files.readString(PAGE);
    int mark = text.indexOf(MARK) + MARK.length();
    String tables =
        Standards.tables().stream().map(DescriptorTablesTest::table).collect(Collectors.joining());
    Golden.check(PAGE, text.substring(0, mark) + tables);
  }

  private static String table(Table table) {
    String place = table.place().equals(".") ? "" : ", for each `" + table.place() + "`";
    StringBuilder out =
        new StringBuilder(
            "\n## %s: %s%s\n\n| `input.%s.` | from | |\n| --- | --- | --- |\n"
                .formatted(table.standard(), table.kind(), place, table.kind()));
    List<Row> rows = table.rows();
    for (int i = 0; i < rows.size(); ) {
      int end = i;
      while (end < rows.size()
          && isSame(rows.get(end))
          && areSiblings(rows.get(i), rows.get(end))) {
        end++;
      }
      out.append(end > i + 1 ? line(rows.subList(i, end)) : line(rows.get(i)));
      i = Math.max(end, i + 1);
    }
    return out.toString();
  }

  private static boolean isSame(Row row) {
    return row.source().equals(name(row)) && row.remark().isEmpty();
  }

  private static boolean areSiblings(Row one, Row other) {
    return parent(one).equals(parent(other));
  }

  private static String parent(Row row) {
    return row.target().substring(0, row.target().lastIndexOf('.') + 1);
  }

  private static String name(Row row) {
    return row.target().substring(row.target().lastIndexOf('.') + 1);
  }

  private static String line(Row row) {
    return "| `%s` | `%s` | %s |\n".formatted(row.target(), escaped(row.source()), row.remark());
  }

  /** Fields that keep their names. */
  private static String line(List<Row> rows) {
    String names = rows.stream().map(DescriptorTablesTest::name).collect(Collectors.joining(", "));
    String parent = parent(rows.get(0));
    return "| %s%s | the same names | |\n"
        .formatted(parent.isEmpty() ? "" : "`" + parent + "` ", names);
  }

  private static String escaped(String cell) {
    return cell.replace("|", "\\|");
  }
}
