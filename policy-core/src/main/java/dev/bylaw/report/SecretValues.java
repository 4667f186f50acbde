package dev.bylaw.report;

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values of a run's subjects that must not be shown: those at sensitive paths, and those whose
 * names tell. Looks texts through in one pass, however many there are.
 */
final class SecretValues {
  static final SecretValues NONE = new SecretValues(List.of());

  /** Shorter values are sought as whole words only. */
  private static final int WORD = 4;

  private final List<PointerPattern> sensitive;
  private final Map<Long, Set<String>> byStart = new HashMap<>();
  private final Set<String> words = new HashSet<>();
  private final IdentityHashMap<SourceFile, List<Span>> spans = new IdentityHashMap<>();

  private SecretValues(List<PointerPattern> sensitive) {
    this.sensitive = sensitive;
  }

  static SecretValues of(List<PointerPattern> sensitive, List<Subject> subjects) {
    SecretValues out = new SecretValues(sensitive);
    for (Subject subject : subjects) {
      out.collect(subject.input(), "", new ArrayList<>(), false);
    }
    return out;
  }

  private void collect(Located at, String name, List<String> path, boolean inside) {
    boolean marked = inside || isMarked(path);
    if (at instanceof Located.Object object) {
      Optional<String> named = nameField(object);
      for (Map.Entry<String, Located.Entry> entry : object.entries().entrySet()) {
        String key = entry.getKey();
        path.add(key);
        collect(
            entry.getValue().value(), key.equals("value") ? named.orElse(key) : key, path, marked);
        path.remove(path.size() - 1);
      }
    } else if (at instanceof Located.Array array) {
      for (int i = 0; i < array.elements().size(); i++) {
        path.add(String.valueOf(i));
        collect(array.elements().get(i), name, path, marked);
        path.remove(path.size() - 1);
      }
    } else if (marked || (at.value() instanceof RegoString s && isTold(name, s.value()))) {
      add(at.value(), at.span());
    }
  }

  private boolean isMarked(List<String> path) {
    for (PointerPattern pattern : sensitive) {
      if (pattern.matches(path)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTold(String name, String value) {
    return TellingNames.isSecret(name, value);
  }

  /** What {@code value} is called where an object is a name and a value. */
  private static Optional<String> nameField(Located.Object object) {
    for (String key : List.of("name", "key")) {
      Located.Entry entry = object.entries().get(key);
      if (entry != null && entry.value().value() instanceof RegoString s) {
        return Optional.of(s.value());
      }
    }
    return Optional.empty();
  }

  private void add(RegoValue value, Span span) {
    spans.computeIfAbsent(span.source(), s -> new ArrayList<>()).add(span);
    if (value instanceof RegoString s) {
      literal(s.value());
      literal(s.value().strip());
      String quoted = s.toString();
      literal(quoted.substring(1, quoted.length() - 1));
    } else if (!(value instanceof RegoBoolean) && !(value instanceof RegoNull)) {
      literal(value.toString());
    }
  }

  private void literal(String text) {
    if (text.length() >= WORD) {
      byStart.computeIfAbsent(start(text, 0), k -> new HashSet<>()).add(text);
    } else if (!text.isBlank()) {
      words.add(text);
    }
  }

  private static long start(String text, int at) {
    long key = 0;
    for (int i = at; i < at + WORD; i++) {
      key = key << 16 | text.charAt(i);
    }
    return key;
  }

  /** Adds each place of a text where one of the values stands. */
  void find(String text, Ranges out) {
    for (int i = 0; !byStart.isEmpty() && i + WORD <= text.length(); i++) {
      for (String literal : byStart.getOrDefault(start(text, i), Set.of())) {
        if (text.startsWith(literal, i)) {
          out.add(i, i + literal.length());
        }
      }
    }
    for (int i = 0; !words.isEmpty() && i < text.length(); i++) {
      for (int end = i + 1; end < i + WORD && end <= text.length(); end++) {
        if (!isWordPart(text, i - 1)
            && !isWordPart(text, end)
            && words.contains(text.substring(i, end))) {
          out.add(i, end);
        }
      }
    }
  }

  private static boolean isWordPart(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }

  /** The spans of the values in a source, however they are written there. */
  List<Span> spans(SourceFile source) {
    return spans.getOrDefault(source, List.of());
  }

  /** Whether what a pointer leads to is sensitive, or lies within what is. */
  boolean isSensitive(String pointer) {
    List<String> path = PointerPattern.keys(pointer);
    for (int length = 0; length <= path.size(); length++) {
      if (isMarked(path.subList(0, length))) {
        return true;
      }
    }
    return false;
  }
}
