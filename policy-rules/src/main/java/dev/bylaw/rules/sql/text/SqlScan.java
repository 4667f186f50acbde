package dev.bylaw.rules.sql.text;

import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * One pass over a script that knows texts, comments and templates, and nothing else of SQL.
 * Templates win over texts and comments, as they are filled in first. Linear in the text.
 */
public final class SqlScan {
  private final SourceFile file;
  private final String text;
  private final Canvas masked;
  private final TemplateEnds ends;
  private final List<Template> templates = new ArrayList<>();
  private final List<Span> comments = new ArrayList<>();
  private final List<Span> texts = new ArrayList<>();
  private final List<Span> statements = new ArrayList<>();
  private int statementStart = -1;
  private int at;

  /** The offset behind the last thing that is neither white space nor comment; 0 at a beginning. */
  private int significant;

  private boolean atStart = true;

  private SqlScan(SourceFile file, String text) {
    this.file = file;
    this.text = text;
    this.masked = new Canvas(text);
    this.ends = new TemplateEnds(text);
    masked.copy(0, text.length());
  }

  /**
   * Scans a script.
   *
   * @param text as long as the file
   */
  public static SqlScan of(SourceFile file, String text) {
    SqlScan scan = new SqlScan(file, text);
    while (scan.at < text.length()) {
      scan.next();
    }
    scan.endStatement();
    return scan;
  }

  /** The text without templates: {@link Canvas#UNKNOWN} stands for what they become. */
  public String masked() {
    return masked.text();
  }

  /** In the order of the text. */
  public List<Template> templates() {
    return List.copyOf(templates);
  }

  /** In the order of the text, with their signs. */
  public List<Span> comments() {
    return List.copyOf(comments);
  }

  /** Texts and names in quotes, with these, in the order of the text. */
  public List<Span> texts() {
    return List.copyOf(texts);
  }

  /** What stands between semicolons, without comments and white space around it. */
  public List<Span> statements() {
    return List.copyOf(statements);
  }

  private void next() {
    char c = text.charAt(at);
    if (template()) {
      return;
    } else if (text.startsWith("--", at)) {
      lineComment();
    } else if (text.startsWith("/*", at)) {
      blockComment();
    } else if (c == '\'' || c == '"' || c == '`') {
      boolean raw = at > 0 && isRawSign(at - 1);
      quoted(String.valueOf(c), c != '`' && !raw);
    } else if (text.startsWith("$$", at)) {
      quoted("$$", false);
    } else if (c == ':' && Parameters.at(text, at, significant)) {
      parameter();
    } else if (c == ';') {
      endStatement();
      at++;
      atStart = true;
    } else {
      at++;
      if (!Character.isWhitespace(c) && c != Canvas.NOTHING) {
        reached(at - 1);
      }
    }
  }

  private void reached(int start) {
    if (statementStart < 0) {
      statementStart = start;
    }
    significant = at;
    atStart = false;
  }

  private void endStatement() {
    if (statementStart >= 0) {
      statements.add(file.span(statementStart, significant));
      statementStart = -1;
    }
  }

  private boolean isRawSign(int before) {
    boolean sign = text.charAt(before) == 'r' || text.charAt(before) == 'R';
    return sign && (before == 0 || !Character.isLetterOrDigit(text.charAt(before - 1)));
  }

  private void parameter() {
    int start = at++;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    templates.add(new Template(Template.Kind.PARAMETER, file.span(start, at)));
    reached(start);
  }

  /** Takes a template outside of texts and comments, if one stands here. */
  private boolean template() {
    TemplateEnds.Found found = ends.at(at);
    if (found == null) {
      return false;
    }
    Template.Kind kind = atStart ? found.kindAtStart() : found.kind();
    templates.add(new Template(kind, file.span(at, found.end())));
    if (kind.hidesValues()) {
      masked.fill(at, found.end(), Canvas.UNKNOWN);
      int start = at;
      at = found.end();
      reached(start);
    } else {
      masked.blank(at, found.end());
      at = found.end();
    }
    return true;
  }

  private void lineComment() {
    int start = at;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    comments.add(file.span(start, at));
  }

  private void blockComment() {
    int start = at;
    int depth = 0;
    do {
      if (text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < text.length());
    at = Math.min(at, text.length());
    comments.add(file.span(start, at));
  }

  private void quoted(String closer, boolean escapes) {
    int start = at;
    at += closer.length();
    while (at < text.length() && !text.startsWith(closer, at)) {
      TemplateEnds.Found found = ends.within(at, closer);
      if (found != null) {
        templates.add(new Template(found.kind(), file.span(at, found.end())));
        masked.fill(at, found.end(), Canvas.UNKNOWN);
        at = found.end();
      } else {
        at += escapes && text.charAt(at) == '\\' ? 2 : 1;
      }
    }
    at = Math.min(at + closer.length(), text.length());
    texts.add(file.span(start, at));
    reached(start);
  }
}
