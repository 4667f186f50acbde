package dev.bylaw.rules.sql.databricks;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** What a syntax error says: what was found, what was expected. */
final class SyntaxMessage {
  private static final int MOST_FOUND = 40;
  private static final int MOST_EXPECTED = 6;
  private static final Set<String> EXPRESSION_RULES =
      Set.of("expression", "value", "primary", "argument", "lambda", "predicate", "selectItem");

  private SyntaxMessage() {}

  static String of(Parser parser, Token found) {
    return "found " + found(found) + ", expected " + expected(parser, found);
  }

  private static String found(Token token) {
    if (token.getType() == Token.EOF || token.getType() == DatabricksSqlParser.SEMICOLON) {
      return "the end of the statement";
    }
    String text = token.getText().lines().findFirst().orElse("");
    return "`" + (text.length() > MOST_FOUND ? text.substring(0, MOST_FOUND) + "..." : text) + "`";
  }

  /** Tokens where the parser stands at the place; beyond it, only what was being read is known. */
  private static String expected(Parser parser, Token found) {
    if (parser.getCurrentToken() != found) {
      return "the rest of " + reading(parser);
    }
    IntervalSet types = parser.getExpectedTokens();
    Set<String> words = new TreeSet<>();
    if (types.contains(DatabricksSqlParser.NUMBER) && types.contains(DatabricksSqlParser.CASE)) {
      return "an expression";
    }
    boolean name = types.contains(DatabricksSqlParser.IDENT);
    for (int type : types.toList()) {
      if (!name || !Words.isWord(type)) {
        words.add(word(type));
      }
    }
    if (name) {
      words.add("a name");
      words.remove("a name in back-ticks");
    }
    if (words.isEmpty() || words.size() > MOST_EXPECTED) {
      return "the rest of " + reading(parser);
    }
    return join(List.copyOf(words));
  }

  private static String join(List<String> words) {
    List<String> sorted = words.stream().sorted().toList();
    int last = sorted.size() - 1;
    return last == 0
        ? sorted.get(0)
        : sorted.subList(0, last).stream().collect(Collectors.joining(", "))
            + " or "
            + sorted.get(last);
  }

  private static String word(int type) {
    return switch (type) {
      case Token.EOF, DatabricksSqlParser.SEMICOLON -> "the end of the statement";
      case DatabricksSqlParser.IDENT -> "a name";
      case DatabricksSqlParser.BACK_QUOTED -> "a name in back-ticks";
      case DatabricksSqlParser.STRING, DatabricksSqlParser.RAW_STRING -> "a text in quotes";
      case DatabricksSqlParser.DOLLAR_STRING -> "a text between $$";
      case DatabricksSqlParser.NUMBER -> "a number";
      case DatabricksSqlParser.AT_VERSION -> "a version";
      case DatabricksSqlParser.EQ -> "`=`";
      case DatabricksSqlParser.NEQ -> "`<>`";
      case DatabricksSqlParser.LE -> "`<=`";
      case DatabricksSqlParser.GE -> "`>=`";
      default -> {
        String literal = DatabricksSqlParser.VOCABULARY.getLiteralName(type);
        yield literal == null
            ? "`" + DatabricksSqlParser.VOCABULARY.getSymbolicName(type) + "`"
            : "`" + literal.substring(1, literal.length() - 1) + "`";
      }
    };
  }

  /** The construct that is being read, in the words of the language reference. */
  private static String reading(Parser parser) {
    String rule = parser.getRuleNames()[parser.getContext().getRuleIndex()];
    if (EXPRESSION_RULES.contains(rule)) {
      return "an expression";
    }
    return switch (rule) {
      case "createTable", "tableElements", "tableElement" -> "CREATE TABLE";
      case "createView" -> "CREATE VIEW";
      case "create", "createObject", "clause" -> "CREATE";
      case "createFunction", "functionClause", "functionBody" -> "CREATE FUNCTION";
      case "createPolicy" -> "CREATE POLICY";
      case "columnDefinition", "columnOption" -> "a column definition";
      case "dataType", "structField" -> "a data type";
      case "alter", "alterAction", "columnAction" -> "ALTER";
      case "grants", "privilege", "securable" -> "GRANT, REVOKE or DENY";
      case "commentOn" -> "COMMENT ON";
      case "insert", "insertOption" -> "INSERT";
      case "mergeInto", "mergeAction" -> "MERGE";
      case "copyInto", "copyOption" -> "COPY INTO";
      case "changesSource", "changesClause" -> "AUTO CDC";
      case "block", "scriptItem", "compound" -> "a script";
      case "query", "queryTerm", "queryPrimary", "queryTail", "selectQuery", "rowStatement" ->
          "a query";
      case "fromClause", "relation", "relationPart", "relationPrimary" -> "FROM";
      case "name", "identifier", "anyWord" -> "a name";
      case "property", "properties", "propertyKey" -> "a list of properties";
      default -> "the statement";
    };
  }
}
