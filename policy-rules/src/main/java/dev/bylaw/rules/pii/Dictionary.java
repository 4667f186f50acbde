package dev.bylaw.rules.pii;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Names of personal data in several languages, and words that change what they mean. */
final class Dictionary {
  /** A name of personal data. */
  record Term(List<String> words, Evidence evidence, Set<String> types) {}

  private static final int MAX_KEPT = 10_000;
  private static final int LONGEST_KEPT = 64;

  private final Map<String, List<Term>> byFirstWord = new HashMap<>();
  private final Map<String, Set<String>> roles = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Map<String, List<String>> kept = new ConcurrentHashMap<>();

  Dictionary() {
    for (List<String> cells : lines("names.tsv")) {
      Evidence evidence = new Evidence(cells.get(0), Double.parseDouble(cells.get(1)));
      Set<String> types = Set.of(cells.get(2).split(" ", -1));
      for (String name : cells.get(3).split(", ", -1)) {
        add(new Term(List.of(name.split(" ", -1)), evidence, types));
      }
    }
    for (List<String> cells : lines("words.tsv")) {
      roles.put(cells.get(0), new HashSet<>(List.of(cells.get(1).split(" ", -1))));
    }
    roles.values().forEach(known::addAll);
  }

  private void add(Term term) {
    known.addAll(term.words());
    put(term);
    if (term.words().size() > 1) {
      String joined = String.join("", term.words());
      known.add(joined);
      put(new Term(List.of(joined), term.evidence(), term.types()));
    }
  }

  private void put(Term term) {
    byFirstWord.computeIfAbsent(term.words().get(0), w -> new ArrayList<>()).add(term);
  }

  private static List<List<String>> lines(String resource) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Dictionary.class.getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
      return in.lines()
          .filter(l -> !l.startsWith("#"))
          .map(l -> List.of(l.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A name as words. Names recur in all contracts, so the first ones are kept. */
  List<String> words(String name) {
    List<String> found = kept.get(name);
    if (found == null) {
      found = Words.of(name, known);
      if (kept.size() < MAX_KEPT && name.length() <= LONGEST_KEPT) {
        kept.put(name, found);
      }
    }
    return found;
  }

  /** Terms that stand at a position. */
  List<Term> at(List<String> words, int position) {
    List<Term> begun = byFirstWord.getOrDefault(words.get(position), List.of());
    return begun.isEmpty()
        ? begun
        : begun.stream().filter(term -> stands(term.words(), words, position)).toList();
  }

  private static boolean stands(List<String> term, List<String> words, int position) {
    int end = position + term.size();
    return end <= words.size() && words.subList(position, end).equals(term);
  }

  /** Whether one of the words has a role: {@code person}, {@code thing}, {@code after}. */
  boolean any(String role, List<String> words) {
    Set<String> of = roles.getOrDefault(role, Set.of());
    return words.stream()
        .anyMatch(
            w ->
                of.contains(w) || (w.endsWith("s") && of.contains(w.substring(0, w.length() - 1))));
  }
}
