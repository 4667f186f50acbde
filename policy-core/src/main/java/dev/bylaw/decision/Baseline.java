package dev.bylaw.decision;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Findings that are known and do not block; new ones do. A text of sorted lines without line
 * numbers, so that it changes only where findings come or go: see docs/decision.md. Immutable.
 */
public final class Baseline {
  static final String CODE = "baseline_error";

  /** The first line; the rest of its line may say more. */
  static final String HEAD = "# bylaw baseline 1";

  private static final String LEGEND = ": policy, subject, fingerprint, message; sorted";
  private static final List<String> CONFLICT = List.of("<<<<<<<", "=======", ">>>>>>>", "|||||||");

  private static final Baseline NONE = new Baseline(List.of());

  private final List<Entry> entries;

  private Baseline(List<Entry> entries) {
    this.entries = entries.isEmpty() ? List.of() : entries.stream().sorted(Entry.ORDER).toList();
  }

  /**
   * A known finding.
   *
   * @param path of the subject
   * @param place of the line; empty for a finding that is not in a file yet
   */
  public record Entry(
      String policy, String path, String fingerprint, String message, Optional<Span> place) {
    static final Comparator<Entry> ORDER =
        Comparator.comparing(Entry::policy)
            .thenComparing(Entry::path)
            .thenComparing(Entry::fingerprint)
            .thenComparing(Entry::message);

    static Entry of(Finding f) {
      return new Entry(
          f.policy().id(),
          oneLine(f.subject().path()),
          f.fingerprint(),
          oneLine(f.message()),
          Optional.empty());
    }

    private String line() {
      return String.join("\t", policy, path, fingerprint, message);
    }
  }

  /**
   * Findings told apart.
   *
   * @param fresh those that are not known
   * @param stale entries that nothing was found for
   */
  public record Split(List<Finding> fresh, List<Finding> known, List<Entry> stale) {
    public Split {
      fresh = List.copyOf(fresh);
      known = List.copyOf(known);
      stale = List.copyOf(stale);
    }
  }

  /** Nothing is known. */
  public static Baseline none() {
    return NONE;
  }

  /** All of these are known from now on. */
  public static Baseline of(List<Finding> findings) {
    return new Baseline(findings.stream().map(Entry::of).toList());
  }

  /**
   * Reads the text of a baseline; the order of its lines does not matter, so that merged files are
   * read as well.
   *
   * @throws InputException with every line that is not as it must be
   */
  public static Baseline read(SourceFile source) {
    List<Entry> entries = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    if (!source.lineText(1).startsWith(HEAD)) {
      problems.add(
          Diagnostic.error(
              CODE,
              line(source, 1),
              "found another first line, expected \"" + HEAD + "\"; write the file anew"));
    }
    for (int i = 2; i <= source.lineCount(); i++) {
      String text = source.lineText(i);
      if (!text.isBlank() && !text.startsWith("#")) {
        entry(text, line(source, i), problems).ifPresent(entries::add);
      }
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return new Baseline(entries);
  }

  private static Span line(SourceFile source, int line) {
    int start = source.offset(line, 1);
    return source.span(start, start + source.lineText(line).length());
  }

  private static Optional<Entry> entry(String text, Span place, List<Diagnostic> problems) {
    String[] parts = text.split("\t", -1);
    if (CONFLICT.stream().anyMatch(text::startsWith)) {
      problems.add(
          Diagnostic.error(
              CODE, place, "found the mark of a merge conflict; keep the lines of both sides"));
    } else if (parts.length != 4) {
      problems.add(
          Diagnostic.error(
              CODE,
              place,
              "found "
                  + parts.length
                  + (parts.length == 1 ? " field" : " fields")
                  + ", expected policy, subject, fingerprint and message with a tab between them"));
    } else if (!isFingerprint(parts[2])) {
      problems.add(
          Diagnostic.error(
              CODE,
              place,
              "found the fingerprint " + parts[2] + ", expected 32 hexadecimal digits"));
    } else {
      return Optional.of(new Entry(parts[0], parts[1], parts[2], parts[3], Optional.of(place)));
    }
    return Optional.empty();
  }

  private static boolean isFingerprint(String text) {
    return text.length() == 32
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** In the order of the file. */
  public List<Entry> entries() {
    return entries;
  }

  /**
   * Tells findings apart. One entry stands for one finding: of two with one fingerprint the second
   * is new.
   */
  public Split split(List<Finding> findings) {
    if (entries.isEmpty()) {
      return new Split(findings, List.of(), List.of());
    }
    Map<String, Deque<Entry>> open = new HashMap<>();
    entries.forEach(e -> open.computeIfAbsent(e.fingerprint, k -> new ArrayDeque<>()).add(e));
    List<Finding> fresh = new ArrayList<>();
    List<Finding> known = new ArrayList<>();
    for (Finding f : findings) {
      Deque<Entry> left = open.getOrDefault(f.fingerprint(), new ArrayDeque<>());
      (left.poll() == null ? fresh : known).add(f);
    }
    List<Entry> stale = open.values().stream().flatMap(Deque::stream).sorted(Entry.ORDER).toList();
    return new Split(fresh, known, stale);
  }

  /** The same without the entries that nothing was found for. Never gains one. */
  public Baseline without(List<Entry> stale) {
    List<Entry> left = new ArrayList<>(entries);
    stale.forEach(left::remove);
    return new Baseline(left);
  }

  /** The text of the file; lines end with {@code \n}. */
  public String text() {
    StringBuilder out = new StringBuilder(HEAD).append(LEGEND).append('\n');
    entries.forEach(e -> out.append(e.line()).append('\n'));
    return out.toString();
  }

  private static String oneLine(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.chars().forEach(c -> out.append(Character.isISOControl(c) ? ' ' : (char) c));
    return out.toString();
  }
}
