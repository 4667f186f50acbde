package dev.bylaw.rules.sql;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * What the first words of a statement say about it.
 *
 * @param kind the leading words, upper case
 * @param supported whether the grammar covers statements of the kind
 */
record Leading(String kind, boolean supported) {
  private static final Set<String> MODIFIERS =
      Set.of("OR", "REPLACE", "EXTERNAL", "TEMP", "TEMPORARY", "GLOBAL");
  private static final Set<String> OBJECTS =
      Set.of("CATALOG", "SCHEMA", "DATABASE", "TABLE", "VIEW");
  private static final Set<String> QUERIES =
      Set.of("SELECT", "WITH", "FROM", "VALUES", "TABLE", "(");

  static Leading of(List<Token> tokens) {
    String first = word(tokens, 0);
    boolean piped = tokens.stream().anyMatch(t -> t.getType() == DatabricksSqlLexer.PIPE_GT);
    if (QUERIES.contains(first)) {
      return new Leading("SELECT", !piped && !changesData(tokens));
    }
    return switch (first) {
      case "CREATE" -> create(tokens, piped);
      case "ALTER" -> new Leading("ALTER " + object(word(tokens, 1)), changesOwner(tokens));
      case "COMMENT" -> new Leading("COMMENT ON", true);
      case "GRANT" -> new Leading("GRANT", has(tokens, DatabricksSqlLexer.ON));
      default -> new Leading(words(tokens), false);
    };
  }

  private static Leading create(List<Token> tokens, boolean piped) {
    int at = 1;
    while (MODIFIERS.contains(word(tokens, at))) {
      at++;
    }
    String object = word(tokens, at);
    if (OBJECTS.contains(object)) {
      return new Leading("CREATE " + object(object), !piped);
    }
    String next = word(tokens, at + 1);
    return new Leading(
        OBJECTS.contains(next) ? "CREATE " + object + " " + next : "CREATE " + object, false);
  }

  private static String object(String word) {
    return word.equals("DATABASE") ? "SCHEMA" : word;
  }

  private static boolean changesOwner(List<Token> tokens) {
    int at = 3;
    while (at + 1 < tokens.size() && word(tokens, at).equals(".")) {
      at += 2;
    }
    return OBJECTS.contains(word(tokens, 1))
        && (word(tokens, at).equals("OWNER")
            || (word(tokens, at).equals("SET") && word(tokens, at + 1).equals("OWNER")));
  }

  /** A WITH or FROM may also lead an INSERT, MERGE, UPDATE or DELETE. */
  private static boolean changesData(List<Token> tokens) {
    int depth = 0;
    for (int i = 1; i < tokens.size(); i++) {
      int type = tokens.get(i).getType();
      depth += type == DatabricksSqlLexer.LPAREN ? 1 : type == DatabricksSqlLexer.RPAREN ? -1 : 0;
      String word = depth == 0 ? word(tokens, i) : "";
      if ((word.equals("INSERT") && Set.of("INTO", "OVERWRITE").contains(word(tokens, i + 1)))
          || (word.equals("MERGE") && word(tokens, i + 1).equals("INTO"))
          || (word.equals("DELETE") && word(tokens, i + 1).equals("FROM"))
          || (word.equals("UPDATE") && word(tokens, i - 1).equals(")"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(List<Token> tokens, int type) {
    return tokens.stream().anyMatch(t -> t.getType() == type);
  }

  private static String words(List<Token> tokens) {
    String first = word(tokens, 0);
    String second = word(tokens, 1);
    Set<String> ofTwo =
        Set.of("DROP", "SHOW", "SET", "INSERT", "MERGE", "COPY", "DESCRIBE", "REFRESH", "EXECUTE");
    boolean two =
        ofTwo.contains(first) && !second.isEmpty() && Character.isLetter(second.charAt(0));
    return two ? first + " " + second : first;
  }

  private static String word(List<Token> tokens, int index) {
    return index < tokens.size() ? tokens.get(index).getText().toUpperCase(Locale.ROOT) : "";
  }
}
