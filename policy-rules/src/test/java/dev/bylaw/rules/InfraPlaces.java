package dev.bylaw.rules;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares the normalised configuration of infrastructure with what is written: every value has the
 * place of a key or value of its file, and says what stands there, if in other words.
 */
final class InfraPlaces {
  /** How a value may differ from the text at its place. */
  enum Difference {
    /** {@code "15"} where a number is wanted. */
    UNQUOTED,
    /** {@code USE CATALOG} is {@code USE_CATALOG}. */
    CONSTANT,
    /** The present name of something. */
    RENAMED,
    /** With the value of a reference in it. */
    REFERENCE,
    /** What the mode or the presets of a target make of it. */
    PRESET,
    /** What the name of a runtime says. */
    RUNTIME,
    /** Within a text that holds JSON. */
    EMBEDDED,
    /** Of the plan or the bundle around it. */
    CONTEXT
  }

  private static final Pattern OF_RUNTIME = Pattern.compile(".*\\.runtime\\.\\w+");

  private static final Pattern OF_CONTEXT =
      Pattern.compile(
          "plan\\.(tool|resources\\[]\\.(action|address))"
              + "|grants\\.(securable_type|full_name)|permissions\\.(object_type|object_id)");

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("DATA_SECURITY_MODE_STANDARD", "USER_ISOLATION"),
          Map.entry("DATA_SECURITY_MODE_DEDICATED", "SINGLE_USER"),
          Map.entry("ISOLATION_MODE_ISOLATED", "ISOLATED"),
          Map.entry("ISOLATION_MODE_OPEN", "OPEN"),
          Map.entry("POLICY_TYPE_COLUMN_MASK", "COLUMN_MASK"),
          Map.entry("DROP ROW", "DROP"),
          Map.entry("FAIL UPDATE", "FAIL"),
          Map.entry("whitelist", "allowlist"),
          Map.entry("blacklist", "blocklist"));

  /** The places of keys and values of a file, each file read once. */
  private final Map<SourceFile, Set<Span>> places = new HashMap<>();

  /** What was met. */
  final Set<Difference> met = EnumSet.noneOf(Difference.class);

  /** What is wrong below a key of the input. */
  Stream<String> wrong(String at, Located value) {
    if (value instanceof Located.Object object) {
      return object.entries().entrySet().stream()
          .flatMap(e -> wrong(at + "." + e.getKey(), e.getValue().value()));
    } else if (value instanceof Located.Array array) {
      return array.elements().stream().flatMap(element -> wrong(at + "[]", element));
    }
    Optional<Difference> difference = difference(at, value);
    difference.ifPresent(met::add);
    if (difference.isEmpty() && !Places.stands(value.value(), value.span())) {
      return Stream.of(at + " is " + value.value() + " and not what stands at " + value.span());
    }
    boolean known =
        at.startsWith("cluster_policy.")
            || places
                .computeIfAbsent(value.span().source(), InfraPlaces::places)
                .contains(value.span());
    return known
        ? Stream.of()
        : Stream.of(at + " has a place where no value stands: " + value.span());
  }

  private static Optional<Difference> difference(String at, Located value) {
    String text = value.span().text();
    if (Places.stands(value.value(), value.span())) {
      return Optional.empty();
    } else if (OF_RUNTIME.matcher(at).matches()) {
      return Optional.of(Difference.RUNTIME);
    } else if (OF_CONTEXT.matcher(at).matches()) {
      return Optional.of(Difference.CONTEXT);
    } else if (isPreset(at, value)) {
      return Optional.of(Difference.PRESET);
    } else if (text.contains("${")) {
      return Optional.of(Difference.REFERENCE);
    } else if (text.contains("\\\"") || at.startsWith("cluster_policy.definition")) {
      return Optional.of(Difference.EMBEDDED)
          .filter(
              d ->
                  Places.stands(value.value(), inner(value.span()))
                      || renamed(value)
                      || plain(inner(value.span())).equals(text(value.value())));
    } else if (renamed(value)) {
      return Optional.of(Difference.RENAMED);
    } else if (plain(value.span()).equals(value.value().toString())) {
      return Optional.of(Difference.UNQUOTED);
    }
    String constant = plain(value.span()).strip().toUpperCase(Locale.ROOT).replace(' ', '_');
    return Optional.of(Difference.CONSTANT).filter(d -> text(value.value()).equals(constant));
  }

  private static boolean isPreset(String at, Located value) {
    String text = plain(value.span());
    return text.equals("development")
        || (at.endsWith("name") && text(value.value()).toLowerCase(Locale.ROOT).endsWith(text));
  }

  private static boolean renamed(Located value) {
    return text(value.value()).equals(NAMES.get(plain(inner(value.span()))));
  }

  /** A text within a text, as it is on its own. */
  private static Span inner(Span span) {
    return SourceFile.of("inner.json", span.text().replace("\\\"", "\"")).span();
  }

  private static String plain(Span span) {
    String text = span.text();
    boolean quoted = text.length() > 1 && (text.startsWith("\"") || text.startsWith("'"));
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private static String text(RegoValue value) {
    return value instanceof RegoString text ? text.value() : value.toString();
  }

  private static Set<Span> places(SourceFile file) {
    Set<Span> all = new HashSet<>();
    DocumentReader.read(file).documents().forEach(document -> collect(file, document, all));
    return all;
  }

  private static void collect(SourceFile file, Located value, Set<Span> all) {
    all.add(value.span());
    if (value instanceof Located.Object object) {
      object
          .entries()
          .values()
          .forEach(
              entry -> {
                all.add(entry.keySpan());
                collect(file, entry.value(), all);
              });
    } else if (value instanceof Located.Array array) {
      array.elements().forEach(element -> collect(file, element, all));
    }
  }
}
