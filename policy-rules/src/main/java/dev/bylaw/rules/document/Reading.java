package dev.bylaw.rules.document;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument.Unknown;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A place of the document that is put together, with what was found out on the way to it. Used by
 * one thread.
 */
public final class Reading {
  private static final int FIELD = -1;

  private final Optional<Reading> outer;
  private final String key;

  /** In the list that is outside, or {@link #FIELD}. */
  private final int index;

  private final String name;
  private final Found found;

  /** What was found out anywhere in the document. */
  private record Found(Set<Diagnostic> diagnostics, Map<String, Unknown> unknown) {}

  private Reading(Optional<Reading> outer, String key, int index, String name, Found found) {
    this.outer = outer;
    this.key = key;
    this.index = index;
    this.name = name;
    this.found = found;
  }

  /** The start of a document that stands below a key of {@code input}. */
  public static Reading of(String key) {
    Found nothing = new Found(new LinkedHashSet<>(), new LinkedHashMap<>());
    return new Reading(Optional.empty(), key, FIELD, key, nothing);
  }

  /** The place of a field. */
  public Reading below(String key) {
    return new Reading(Optional.of(this), key, FIELD, key, found);
  }

  /** The place of a list's element, 0-based. */
  public Reading below(int index) {
    return new Reading(Optional.of(this), "", index, name, found);
  }

  /** The same place, for a value whose field is called otherwise where it is written. */
  public Reading writtenAs(String other) {
    return other.equals(name) ? this : new Reading(outer, key, index, other, found);
  }

  /** Made where it is needed, because most values have nothing to report. */
  private String pointer() {
    String last = index == FIELD ? key.replace("~", "~0").replace("/", "~1") : index + "";
    return outer.map(Reading::pointer).orElse("") + "/" + last;
  }

  /** What is not known in full where the value is left out: the field, or the list around it. */
  private String gap() {
    return index == FIELD ? pointer() : outer.map(Reading::pointer).orElse("");
  }

  /**
   * The same value; nothing if it is a text with a placeholder, and this place, or the list around
   * it, is unknown from now on.
   */
  public Optional<Located> noted(Located value) {
    if (!Placeholders.in(value)) {
      return Optional.of(value);
    }
    unknown(gap(), value, Placeholders.reason(text(value)));
    return Optional.empty();
  }

  /** Whether a key is one; if it has a placeholder, the object here is unknown from now on. */
  boolean isKnown(String key, Span place) {
    boolean known = !Placeholders.in(key);
    if (!known) {
      String here = pointer();
      found.unknown.putIfAbsent(here, new Unknown(here, Placeholders.reason(key), place));
    }
    return known;
  }

  /** A value of another type than expected is left out: what it means is not known. */
  public Optional<Located> unexpected(Located value, String expected) {
    if (Placeholders.in(value)) {
      return noted(value);
    }
    String problem = "found " + kind(value) + ", expected " + expected + " for " + name;
    found.diagnostics.add(Diagnostic.warning("descriptor_type", value.span(), problem));
    unknown(gap(), value, problem);
    return Optional.empty();
  }

  /** What a reference leads to cannot be had, so that this place is not known. */
  public void unreachable(Located reference, String problem) {
    found.diagnostics.add(Diagnostic.warning("descriptor_reference", reference.span(), problem));
    unknown(gap(), reference, problem);
  }

  /** A value of another type than expected, with a plain meaning. */
  void readAs(Located value, String expected) {
    found.diagnostics.add(
        Diagnostic.warning(
            "descriptor_type",
            value.span(),
            "found %s, expected %s for %s; it is read as one, write it without quotes"
                .formatted(kind(value), expected, name)));
  }

  /** This place, or the list around it, is not known. */
  public void open(Span place, String reason) {
    String here = gap();
    found.unknown.putIfAbsent(here, new Unknown(here, reason, place));
  }

  /** What is wrong with a text within the document. */
  void found(List<Diagnostic> problems) {
    found.diagnostics.addAll(problems);
  }

  private void unknown(String place, Located value, String reason) {
    found.unknown.putIfAbsent(place, new Unknown(place, reason, value.span()));
  }

  private static String text(Located value) {
    return value.value() instanceof RegoString text ? text.value() : value.value().toString();
  }

  private static String kind(Located value) {
    return switch (value.value().typeName()) {
      case "boolean" -> value.value().toString();
      case "number" -> "the number " + value.value();
      case "string" -> "a text";
      case "array" -> "a list";
      case "null" -> "null";
      default -> "an object";
    };
  }

  /** All so far, in the order of the document that is put together. */
  List<Diagnostic> diagnostics() {
    return List.copyOf(found.diagnostics);
  }

  /** All so far, one per pointer. */
  List<Unknown> unknown() {
    return List.copyOf(found.unknown.values());
  }
}
