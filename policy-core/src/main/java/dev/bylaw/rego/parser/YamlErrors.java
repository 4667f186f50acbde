package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Comment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;

/** Words errors of YAML as OPA's reader does. */
final class YamlErrors {
  /** By the beginning of the words of the reader used here. */
  private static final Map<String, String> WORDS =
      Map.of(
          "mapping values are not allowed", "mapping values are not allowed in this context",
          "expected <block end>", "did not find expected key",
          "expected ',' or ']'", "did not find expected ',' or ']'",
          "expected ',' or '}'", "did not find expected ',' or '}'",
          "expected the node content", "did not find expected node content",
          "found character", "found character that cannot start any token");

  private YamlErrors() {}

  static MetadataException of(CommentBlock block, MarkedYamlEngineException e) {
    String words = words(e);
    boolean key = words.endsWith("expected key");
    int line = (key ? e.getContextMark() : e.getProblemMark()).map(Mark::getLine).orElse(0);
    boolean behind = e instanceof ParserException || words.endsWith("expected ':'");
    int shown = behind || line == 0 ? line : line + 1;
    String at = shown == 0 ? "" : "line " + shown + ": ";
    return new MetadataException(block.line(line), "yaml: " + at + words + hints(block));
  }

  static MetadataException unreadable(CommentBlock block, RuntimeException e) {
    String message = e.getMessage() == null ? "cannot be read" : e.getMessage();
    boolean control = message.contains("special characters are not allowed");
    return new MetadataException(
        control ? controlLine(block) : block.start().span(),
        "yaml: " + (control ? "control characters are not allowed" : message) + hints(block));
  }

  private static dev.bylaw.source.Span controlLine(CommentBlock block) {
    return block.lines().stream()
        .filter(c -> c.text().chars().anyMatch(i -> i < ' ' && i != '\t'))
        .map(Comment::span)
        .findFirst()
        .orElse(block.start().span());
  }

  /**
   * A value of the wrong type.
   *
   * @param line 0-based, of the YAML text
   */
  static MetadataException unmarshal(CommentBlock block, int line, String problem) {
    String text = "yaml: unmarshal errors:\n  line " + (line + 1) + ": " + problem;
    return new MetadataException(block.line(line), text + hints(block));
  }

  private static String words(MarkedYamlEngineException e) {
    String problem = e.getProblem() == null ? "cannot be read" : e.getProblem();
    boolean sequence = e.getContext() != null && e.getContext().contains("block sequence");
    if (sequence && problem.startsWith("expected <block end>")) {
      return "did not find expected '-' indicator";
    }
    return WORDS.entrySet().stream()
        .filter(w -> problem.startsWith(w.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(problem);
  }

  /** Keys whose colon has no space behind it, which are no keys then. */
  private static String hints(CommentBlock block) {
    StringBuilder out = new StringBuilder();
    for (Comment c : block.lines()) {
      List<Integer> signs = behindKey(c.text().stripLeading());
      if (!signs.isEmpty()) {
        out.append("\n  Hint: on line ")
            .append(c.span().line())
            .append(", symbol(s) [")
            .append(signs.stream().map(YamlErrors::quoted).collect(Collectors.joining(" ")))
            .append(
                "] immediately following a key/value separator ':' is not a legal yaml space"
                    + " character");
      }
    }
    return out.toString();
  }

  /** The characters behind colons, as long as no space was met. */
  private static List<Integer> behindKey(String text) {
    List<Integer> out = new ArrayList<>();
    int[] points = text.codePoints().toArray();
    for (int i = 0; i + 1 < points.length && points[i] != ' '; i++) {
      if (points[i] == ':' && points[i + 1] != ' ') {
        out.add(points[i + 1]);
      }
    }
    return out;
  }

  private static String quoted(int point) {
    boolean plain = Character.isLetterOrDigit(point) || (point > ' ' && point < 0x7F);
    return plain ? "'" + Character.toString(point) + "'" : String.format("'\\u%04x'", point);
  }
}
