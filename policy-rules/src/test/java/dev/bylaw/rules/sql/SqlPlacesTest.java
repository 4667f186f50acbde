package dev.bylaw.rules.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.sql.SqlCorpus.Sample;
import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.SqlNode;
import dev.bylaw.rules.sql.ast.Statement;
import dev.bylaw.rules.sql.databricks.DatabricksSql;
import dev.bylaw.rules.sql.databricks.SqlLimits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The text at the place of an element is the element, for every statement of the collection. */
class SqlPlacesTest {
  /** Values that say what a whole element is; their place is that of the element. */
  private static final Set<String> DERIVED =
      Set.of("kind", "type", "action", "clause", "mode", "onType", "dialect", "language");

  private final List<String> wrong = new ArrayList<>();

  @Test
  void nodesStandWhereTheirSpansSay() throws IOException {
    int nodes = 0;
    for (Sample sample : SqlCorpus.read()) {
      SourceFile file = SourceFile.of("a.sql", sample.sql());
      var script = DatabricksSql.parse(file, file.text(), SqlLimits.DEFAULT);
      for (Statement statement : script.statements()) {
        nodes += node(statement, file.span());
      }
    }
    assertThat(wrong.stream().limit(50)).isEmpty();
    assertThat(nodes).isPositive();
    System.out.printf("sql: %d nodes stand where their spans say%n", nodes);
  }

  private int node(SqlNode node, Span parent) {
    Span span = node.span();
    if (span.start() < parent.start() || span.end() > parent.end()) {
      wrong.add("outside of " + parent.text() + ": " + node.getClass() + " " + span.text());
    }
    if (node instanceof Identifier word && !same(word.text(), span.text())) {
      wrong.add("identifier " + word.text() + " at " + span.text());
    } else if (node instanceof Name name
        && name.computed().isEmpty()
        && !same(name.text(), span.text())) {
      wrong.add("name " + name.text() + " at " + span.text());
    } else if (node instanceof Expression.Literal literal && !same(literal.value(), span.text())) {
      wrong.add("literal " + literal.value() + " at " + span.text());
    }
    int count = 1;
    for (SqlNode child : node.children()) {
      count += node(child, span);
    }
    return count;
  }

  @Test
  void valuesOfTheModelStandWhereTheirSpansSay() throws IOException {
    int values = 0;
    for (Sample sample : SqlCorpus.read()) {
      for (var subject : SqlReaderTest.read(sample.sql()).subjects()) {
        Located sql = subject.input().child(RegoString.of("sql")).orElseThrow();
        values += value("sql", sql, sql.span());
      }
    }
    assertThat(wrong.stream().limit(50)).isEmpty();
    assertThat(values).isPositive();
    System.out.printf("sql: %d values of the model stand where their spans say%n", values);
  }

  private int value(String key, Located value, Span parent) {
    Span span = value.span();
    int count = 1;
    if (key.equals("lineage")) {
      return count; // what a column comes from is worked out, and stands where the column is made
    }
    if (value instanceof Located.Object object) {
      for (var entry : object.entries().entrySet()) {
        count += value(entry.getKey(), entry.getValue().value(), span);
      }
    } else if (value instanceof Located.Array array) {
      for (Located element : array.elements()) {
        count += value(key, element, span);
      }
    } else if (value.value() instanceof RegoString text) {
      boolean derived = DERIVED.contains(key) || key.equals("resolved");
      if (!derived && !same(text.value(), span.text())) {
        wrong.add(key + ": " + text.value() + " at " + span.text());
      }
    } else {
      assertThat(value.value()).isInstanceOfAny(RegoBoolean.class, RegoNumber.class);
    }
    assertThat(span.source()).isEqualTo(parent.source());
    return count;
  }

  /** Without what quotes, comments and spaces add; in one case. Escapes are read elsewhere. */
  private static boolean same(String value, String written) {
    return written.contains("\\") || isWithin(letters(value), letters(written));
  }

  /** Whether all letters stand in the other text, in order. */
  private static boolean isWithin(String letters, String text) {
    int at = 0;
    for (int i = 0; i < text.length() && at < letters.length(); i++) {
      at += text.charAt(i) == letters.charAt(at) ? 1 : 0;
    }
    return at == letters.length();
  }

  private static String letters(String text) {
    StringBuilder out = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
