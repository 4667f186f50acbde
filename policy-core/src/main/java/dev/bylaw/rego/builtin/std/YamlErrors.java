package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.ScannerException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What is wrong with a YAML text, in the words and with the line that OPA gives. */
final class YamlErrors {
  /** By how the problem begins; a context can follow after a bar. */
  private static final Map<String, String> WORDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("expected ',' or ']'", "did not find expected ',' or ']'"),
              Map.entry("expected ',' or '}'", "did not find expected ',' or '}'"),
              Map.entry("expected <block end>", "did not find expected key"),
              Map.entry("expected the node content", "did not find expected node content"),
              Map.entry(
                  "mapping values are not allowed",
                  "mapping values are not allowed in this context"),
              Map.entry("found character", "found character that cannot start any token"),
              Map.entry("found unknown escape", "found unknown escape character"),
              Map.entry("expected escape", "did not find expected hexdecimal number"),
              Map.entry(
                  "unexpected character", "did not find expected alphabetic or numeric character"),
              Map.entry("expected '<document start>'", "did not find expected <document start>"),
              Map.entry("expected '>'", "did not find the expected '>'"),
              Map.entry("expected chomping", "did not find expected comment or line break")));

  private YamlErrors() {}

  static BuiltinException of(YamlEngineException e) {
    if (e instanceof ReaderException) {
      return BuiltinException.of("yaml: control characters are not allowed");
    } else if (!(e instanceof MarkedYamlEngineException marked)) {
      return BuiltinException.of("yaml: " + e.getMessage());
    } else {
      return BuiltinException.of("yaml: " + line(marked) + problem(marked));
    }
  }

  private static String problem(MarkedYamlEngineException e) {
    String problem = String.valueOf(e.getProblem());
    if (problem.startsWith("expected <block end>")
        && String.valueOf(e.getContext()).endsWith("block collection")) {
      return "did not find expected '-' indicator";
    }
    String alias = "found undefined alias ";
    if (problem.startsWith(alias)) {
      return "unknown anchor '" + problem.substring(alias.length()) + "' referenced";
    }
    return WORDS.entrySet().stream()
        .filter(word -> problem.startsWith(word.getKey()))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(problem);
  }

  /** OPA counts lines from 0 or 1, does not name the first one, and takes the end for a new one. */
  private static String line(MarkedYamlEngineException e) {
    String problem = String.valueOf(e.getProblem());
    Optional<Mark> at = e.getProblemMark();
    boolean parsing = !(e instanceof ScannerException);
    boolean node = problem.startsWith("expected the node content");
    if (parsing && !node && e.getContextMark().filter(m -> m.getLine() > 0).isPresent()) {
      at = e.getContextMark();
    }
    boolean end = problem.contains("<stream end>") || problem.startsWith("could not find expected");
    int line =
        at.map(Mark::getLine).orElse(0)
            + (end && at.equals(e.getProblemMark()) && at.isPresent() && at.get().getColumn() > 0
                ? 1
                : 0);
    if (line == 0) {
      return "";
    }
    return "line " + (parsing ? line : line + 1) + ": ";
  }
}
