package dev.bylaw.policy;

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the fields of a configuration document and reports each one that is not as it must be. */
final class Fields {
  private final List<Diagnostic> diagnostics;

  Fields(List<Diagnostic> diagnostics) {
    this.diagnostics = diagnostics;
  }

  void problem(String code, Span span, String message) {
    diagnostics.add(Diagnostic.error(code, span, message));
  }

  /** How many messages there are so far. */
  int count() {
    return diagnostics.size();
  }

  void add(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  void addAll(List<Diagnostic> more) {
    diagnostics.addAll(more);
  }

  /** Every field that is not among the known ones is an error. */
  void only(Located.Object object, String code, List<String> known, List<String> later) {
    for (Map.Entry<String, Located.Entry> field : object.entries().entrySet()) {
      String key = field.getKey();
      Span place = field.getValue().keySpan();
      if (later.contains(key)) {
        problem(code, place, "the field " + key + " is not supported yet");
      } else if (!known.contains(key)) {
        String hint = closest(key, known).map(k -> "; did you mean " + k + "?").orElse("");
        problem(
            code,
            place,
            "found the field " + key + ", expected one of: " + String.join(", ", known) + hint);
      }
    }
  }

  Optional<Located> get(Located.Object object, String key) {
    return object.child(RegoString.of(key));
  }

  /** Where something is missing from an object. */
  static Span start(Located.Object object) {
    return new Span(object.span().source(), object.span().start(), object.span().start());
  }

  /** The object of a key; anything else is an error. */
  Optional<Located.Object> mapping(Located.Object object, String key, String code) {
    Optional<Located> value = get(object, key);
    if (value.isPresent() && value.get() instanceof Located.Object found) {
      return Optional.of(found);
    }
    value.ifPresent(
        v ->
            problem(
                code,
                v.span(),
                "found " + v.value().typeName() + ", expected a mapping for " + key));
    return Optional.empty();
  }

  /** The elements of a list; anything else is an error. */
  List<Located> elements(Located value, String code) {
    if (value instanceof Located.Array array) {
      return array.elements();
    }
    problem(code, value.span(), "found " + value.value().typeName() + ", expected a list");
    return List.of();
  }

  /** A pattern. */
  Optional<Glob> glob(String text, Span span, String code) {
    try {
      return Optional.of(Glob.of(text));
    } catch (IllegalArgumentException e) {
      problem(code, span, "the pattern " + text + " cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  Optional<String> text(Located.Object object, String key, String code) {
    Optional<Located> value = get(object, key);
    if (value.isPresent() && !(value.get().value() instanceof RegoString)) {
      // versions are texts even where YAML reads a number
      boolean scalar = value.get() instanceof Located.Scalar;
      if (!scalar || value.get().value() instanceof RegoBoolean) {
        problem(
            code,
            value.get().span(),
            "found " + value.get().value().typeName() + ", expected a text for " + key);
        return Optional.empty();
      }
      return Optional.of(value.get().span().text());
    }
    return value.map(v -> ((RegoString) v.value()).value());
  }

  /** One of the words of an enum, in lower case. */
  <E extends Enum<E>> Optional<E> word(Located value, Class<E> words, String what, String code) {
    String text = value.value() instanceof RegoString s ? s.value() : value.span().text();
    return word(text, value.span(), words, what, code);
  }

  <E extends Enum<E>> Optional<E> word(
      String text, Span span, Class<E> words, String what, String code) {
    for (E e : words.getEnumConstants()) {
      if (e.name().toLowerCase(Locale.ROOT).equals(text)) {
        return Optional.of(e);
      }
    }
    List<String> allowed =
        Arrays.stream(words.getEnumConstants())
            .map(e -> e.name().toLowerCase(Locale.ROOT))
            .toList();
    problem(
        code,
        span,
        "found " + what + " " + text + ", expected one of: " + String.join(", ", allowed));
    return Optional.empty();
  }

  /** The elements of a list of texts. */
  List<String> texts(Located value, String what, String code) {
    if (value instanceof Located.Array a) {
      List<String> texts = new ArrayList<>();
      for (Located element : a.elements()) {
        texts.addAll(texts(element, what, code));
      }
      return texts;
    } else if (value.value() instanceof RegoString s) {
      return List.of(s.value());
    }
    problem(code, value.span(), "found " + value.value().typeName() + ", expected " + what);
    return List.of();
  }

  /** The known word that a misspelt one is near to: at most two letters off. */
  static Optional<String> closest(String word, List<String> known) {
    return known.stream()
        .filter(k -> k.length() > 3 && distance(word, k) <= 2)
        .min(Comparator.comparingInt(k -> distance(word, k)));
  }

  /** Letters to insert, delete or replace. */
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 2) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
