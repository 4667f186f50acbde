package dev.bylaw.rules.sql.python;

import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names that Python gives a text: variables, arguments, entries of dictionaries, and options as in
 * {@code .option("user", "ann")}.
 */
final class Assignments {
  private static final String MODULE = "databricks";

  private final SourceFile file;
  private final List<Token> tokens;

  Assignments(SourceFile file, List<Token> tokens) {
    this.file = file;
    this.tokens = tokens;
  }

  /** In the order of the text. */
  List<Located> list() {
    List<Located> found = new ArrayList<>();
    for (int at = 0; at + 2 < tokens.size(); at++) {
      Token name = tokens.get(at);
      if (isAssigned(at) && tokens.get(at + 2).kind() == Token.Kind.TEXT) {
        Value value = new Cursor(file, tokens, at + 2).value();
        if (value instanceof Value.Text text) {
          found.add(assignment(name, text));
        }
      }
    }
    return found;
  }

  private boolean isAssigned(int at) {
    Token name = tokens.get(at);
    Token sign = tokens.get(at + 1);
    if (name.kind() == Token.Kind.WORD) {
      return sign.is("=");
    }
    boolean option = at > 1 && tokens.get(at - 1).is("(") && tokens.get(at - 2).is("option");
    return name.kind() == Token.Kind.TEXT && (sign.is(":") || (sign.is(",") && option));
  }

  private Located assignment(Token name, Value.Text value) {
    Span at = file.span(name.start(), name.end());
    Map<String, Located> out = new LinkedHashMap<>();
    out.put("name", SubjectDocument.text(Cursor.bare(name.text()), at));
    out.put("value", SubjectDocument.text(value.text(), value.span()));
    return SubjectDocument.object(at.to(value.span()), out);
  }

  /** Whether the file imports a client of Databricks. */
  boolean usesDatabricks() {
    for (int at = 0; at + 1 < tokens.size(); at++) {
      boolean imports = tokens.get(at).is("import") || tokens.get(at).is("from");
      if (imports && tokens.get(at + 1).is(MODULE)) {
        return true;
      }
    }
    return false;
  }
}
