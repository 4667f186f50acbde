package dev.bylaw.rego.lint;

import dev.bylaw.rego.ast.Comment;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The comments of a module that except something: {@code # lint-ignore line-length: a link}, behind
 * a line, or before it.
 */
final class Directives {
  private static final String MARK = "lint-ignore";

  private final List<Directive> directives = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  private static final class Directive {
    private final Span place;
    private final int line;
    private final Set<String> rules;
    private boolean used;

    private Directive(Span place, int line, Set<String> rules) {
      this.place = place;
      this.line = line;
      this.rules = rules;
    }
  }

  Directives(LintModule module) {
    for (Comment comment : module.module().comments()) {
      String text = comment.text().strip();
      if (text.startsWith(MARK)) {
        read(text.substring(MARK.length()).strip(), comment, module);
      }
    }
  }

  private void read(String text, Comment comment, LintModule module) {
    int colon = text.indexOf(':');
    if (colon <= 0 || text.substring(colon + 1).isBlank()) {
      problem(comment, "found no reason, expected # lint-ignore RULE, RULE: REASON");
      return;
    }
    Set<String> rules = new HashSet<>();
    for (String rule : text.substring(0, colon).split(",", -1)) {
      rules.add(rule.strip());
      if (Lint.rules().stream().noneMatch(r -> r.id().equals(rule.strip()))) {
        problem(comment, "there is no rule " + rule.strip());
      }
    }
    directives.add(new Directive(comment.span(), line(comment, module), rules));
  }

  /** Its own line where something stands before it, else the next one that is no comment. */
  private static int line(Comment comment, LintModule module) {
    int line = comment.span().line();
    if (!module.source().lineText(line).strip().startsWith("#")) {
      return line;
    }
    do {
      line++;
    } while (line <= module.source().lineCount()
        && module.source().lineText(line).strip().startsWith("#"));
    return line;
  }

  private void problem(Comment comment, String message) {
    problems.add(Diagnostic.warning("lint-ignore", comment.span(), message));
  }

  /** Whether a finding is excepted. */
  boolean except(String rule, Span place) {
    Optional<Directive> found =
        directives.stream()
            .filter(d -> d.line == place.line() && d.rules.contains(rule))
            .findFirst();
    found.ifPresent(d -> d.used = true);
    return found.isPresent();
  }

  /** What is wrong with the comments, after all findings were asked for. */
  List<Diagnostic> problems() {
    List<Diagnostic> all = new ArrayList<>(problems);
    directives.stream()
        .filter(d -> !d.used)
        .map(
            d ->
                Diagnostic.warning(
                    "lint-ignore", d.place, "there is nothing to except here: take it out"))
        .forEach(all::add);
    return all;
  }
}
