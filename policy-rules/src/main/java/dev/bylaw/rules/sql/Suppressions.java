package dev.bylaw.rules.sql;

import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Comments such as {@code -- bylaw:ignore naming/upper-case: the reason}. One covers the statement
 * that it stands in, or in whose last line it stands, or else the next one.
 */
final class Suppressions {
  private static final String SIGN = "bylaw:ignore";
  private static final String CODE = "sql_suppression";
  private static final String EXPECTED =
      ", expected bylaw:ignore, a policy's id, a colon and a reason";

  private final List<Covered> covered = new ArrayList<>();
  private final List<Located> located = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /** What a comment may cover: an element of a list of the model. */
  private record Covered(String key, int index, Span span) {}

  Suppressions(Script script, Located.Object sql) {
    collect(sql, "statements", "statement");
    collect(sql, "tables", "table");
    covered.sort(Comparator.comparingInt(c -> c.span.start()));
    script.comments().forEach(this::read);
  }

  List<Located> located() {
    return located;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** Tables that a statement makes are covered with it. */
  private void collect(Located.Object sql, String list, String key) {
    if (sql.child(RegoString.of(list)).orElse(null) instanceof Located.Array array) {
      for (int i = 0; i < array.elements().size(); i++) {
        Located element = array.elements().get(i);
        if (element.child(RegoString.of("statement")).isEmpty()) {
          covered.add(new Covered(key, i, element.span()));
        }
      }
    }
  }

  private void read(Span comment) {
    String text = words(comment.text());
    if (!text.startsWith(SIGN)) {
      return;
    }
    String rest = text.substring(SIGN.length()).strip();
    int colon = rest.indexOf(':');
    String policy = (colon < 0 ? rest : rest.substring(0, colon)).strip();
    String reason = colon < 0 ? "" : rest.substring(colon + 1).strip();
    if (policy.isEmpty() || policy.chars().anyMatch(Character::isWhitespace)) {
      problem(comment, "found no policy's id" + EXPECTED);
    } else if (reason.isEmpty()) {
      problem(comment, "found no reason to ignore " + policy + EXPECTED);
    } else {
      cover(comment)
          .ifPresentOrElse(
              target -> add(comment, policy, reason, target),
              () -> problem(comment, "there is no statement in, before or behind this comment"));
    }
  }

  private void problem(Span comment, String message) {
    diagnostics.add(Diagnostic.warning(CODE, comment, message));
  }

  /** A comment without its signs. */
  static String words(String comment) {
    String text = comment;
    if (text.startsWith("/*")) {
      text =
          text.substring(
              2, text.endsWith("*/") && text.length() > 3 ? text.length() - 2 : text.length());
    } else {
      int from = 0;
      while (from < text.length() && (text.charAt(from) == '-' || text.charAt(from) == '#')) {
        from++;
      }
      text = text.substring(from);
    }
    return text.strip();
  }

  private Optional<Covered> cover(Span comment) {
    int next = next(comment.start());
    if (next > 0) {
      Covered before = covered.get(next - 1);
      if (before.span.end() > comment.start() || before.span.endLine() == comment.line()) {
        return Optional.of(before);
      }
    }
    return next < covered.size() ? Optional.of(covered.get(next)) : Optional.empty();
  }

  /** The index of the first that begins behind an offset. */
  private int next(int offset) {
    int low = 0;
    int high = covered.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (covered.get(middle).span.start() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void add(Span comment, String policy, String reason, Covered target) {
    Map<String, Located> out = new LinkedHashMap<>();
    out.put("policy", SubjectDocument.text(policy, comment));
    out.put("reason", SubjectDocument.text(reason, comment));
    out.put(target.key, new Located.Scalar(RegoNumber.of(target.index), target.span));
    located.add(SubjectDocument.object(comment, out));
  }
}
