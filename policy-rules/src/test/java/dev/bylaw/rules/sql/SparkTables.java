package dev.bylaw.rules.sql;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CodePointCharStream;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.antlr.v4.runtime.tree.ParseTree;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CtesContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.IdentifierReferenceContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.InsertIntoContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.MultipartIdentifierContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.NamedQueryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StreamTableNameContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.TableIdentifierContext;

/** The tables of a statement as Spark's parser sees them, read and written. */
final class SparkTables {
  private final CodePointCharStream text;
  private final Set<String> tables = new TreeSet<>();
  private Set<String> hidden = Set.of();

  private SparkTables(CodePointCharStream text) {
    this.text = text;
  }

  /** Empty where Spark cannot read the statement. */
  static Optional<Set<String>> of(String sql) {
    CodePointCharStream text = CharStreams.fromString(sql);
    SqlBaseLexer lexer = new SqlBaseLexer(new UpperCase(text));
    lexer.removeErrorListeners();
    SqlBaseParser parser = new SqlBaseParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    try {
      SparkTables all = new SparkTables(text);
      all.visit(parser.singleStatement());
      return Optional.of(all.tables);
    } catch (ParseCancellationException e) {
      return Optional.empty();
    }
  }

  private void visit(ParseTree node) {
    Set<String> outer = hidden;
    for (int i = 0; i < node.getChildCount(); i++) {
      if (node.getChild(i) instanceof CtesContext common) {
        common(common);
      } else {
        visit(node.getChild(i));
      }
    }
    hidden = outer;
    if (node instanceof IdentifierReferenceContext reference) {
      add(reference);
    } else if (node instanceof StreamTableNameContext stream) {
      add(name(stream.multipartIdentifier()));
    } else if (node instanceof TableIdentifierContext table) {
      add(table.getText());
    }
  }

  /** Each hides tables of its name from what comes behind it. */
  private void common(CtesContext common) {
    for (NamedQueryContext query : common.namedQuery()) {
      Set<String> inner = new HashSet<>(hidden);
      inner.add(plain(query.name.getText()));
      hidden = common.RECURSIVE() == null ? hidden : inner;
      visit(query.query());
      hidden = inner;
    }
  }

  /** Where rows are written, no common table is meant. */
  private void add(IdentifierReferenceContext reference) {
    String name =
        reference.multipartIdentifier() == null
            ? constant(reference.expression(), reference)
            : name(reference.multipartIdentifier());
    if (reference.getParent() instanceof InsertIntoContext) {
      tables.add(plain(name));
    } else {
      add(name);
    }
  }

  private void add(String name) {
    String plain = plain(name);
    if (!hidden.contains(plain)) {
      tables.add(plain);
    }
  }

  private static String name(MultipartIdentifierContext name) {
    return name.parts.stream()
        .map(part -> part.getText().replaceFirst("(?i)^IDENTIFIER\\('([^']*)'\\)$", "$1"))
        .collect(Collectors.joining("."));
  }

  /** {@code IDENTIFIER('a.b')} is the name in it, any other as it is written. */
  private String constant(ParserRuleContext expression, ParserRuleContext whole) {
    String written = written(expression);
    boolean text = written.matches("'[^']*'|\"[^\"]*\"");
    return text ? written.substring(1, written.length() - 1) : written(whole);
  }

  private String written(ParserRuleContext rule) {
    return text.getText(
        Interval.of(rule.getStart().getStartIndex(), rule.getStop().getStopIndex()));
  }

  static String plain(String name) {
    return name.replace("`", "").toLowerCase(Locale.ROOT);
  }
}
