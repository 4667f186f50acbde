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
  private final String pointer;

  /** What is not known in full where the value is left out: the field, or the list around it. */
  private final String gap;

  private final String name;
  private final Set<Diagnostic> diagnostics;
  private final Map<String, Unknown> unknown;

  private Reading(
      String pointer,
      String gap,
      String name,
      Set<Diagnostic> diagnostics,
      Map<String, Unknown> unknown) {
    this.pointer = pointer;
    this.gap = gap;
    this.name = name;
    this.diagnostics = diagnostics;
    this.unknown = unknown;
  }

  /** The start of a document that stands below a key of {@code input}. */
  public static Reading of(String key) {
    return new Reading("", "", "", new LinkedHashSet<>(), new LinkedHashMap<>()).below(key);
  }

  /** The place of a field. */
  public Reading below(String key) {
    String child = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    return new Reading(child, child, key, diagnostics, unknown);
  }

  /** The place of a list's element, 0-based. */
  public Reading below(int index) {
    return new Reading(pointer + "/" + index, pointer, name, diagnostics, unknown);
  }

  /** The same place, for a value whose field is called otherwise where it is written. */
  public Reading writtenAs(String key) {
    return new Reading(pointer, gap, key, diagnostics, unknown);
  }

  /**
   * The same value; nothing if it is a text with a placeholder, and this place, or the list around
   * it, is unknown from now on.
   */
  public Optional<Located> noted(Located value) {
    if (!Placeholders.in(value)) {
      return Optional.of(value);
    }
    unknown(gap, value, Placeholders.reason(text(value)));
    return Optional.empty();
  }

  /** Whether a key is one; if it has a placeholder, the object here is unknown from now on. */
  boolean isKnown(String key, Span place) {
    boolean known = !Placeholders.in(key);
    if (!known) {
      unknown.putIfAbsent(pointer, new Unknown(pointer, Placeholders.reason(key), place));
    }
    return known;
  }

  /** A value of another type than expected is left out: what it means is not known. */
  public Optional<Located> unexpected(Located value, String expected) {
    if (Placeholders.in(value)) {
      return noted(value);
    }
    String problem = "found " + kind(value) + ", expected " + expected + " for " + name;
    diagnostics.add(Diagnostic.warning("descriptor_type", value.span(), problem));
    unknown(gap, value, problem);
    return Optional.empty();
  }

  /** What a reference leads to cannot be had, so that this place is not known. */
  public void unreachable(Located reference, String problem) {
    diagnostics.add(Diagnostic.warning("descriptor_reference", reference.span(), problem));
    unknown(gap, reference, problem);
  }

  /** A value of another type than expected, with a plain meaning. */
  void readAs(Located value, String expected) {
    diagnostics.add(
        Diagnostic.warning(
            "descriptor_type",
            value.span(),
            "found %s, expected %s for %s; it is read as one, write it without quotes"
                .formatted(kind(value), expected, name)));
  }

  /** This place, or the list around it, is not known. */
  public void open(Span place, String reason) {
    unknown.putIfAbsent(gap, new Unknown(gap, reason, place));
  }

  /** What is wrong with a text within the document. */
  void found(List<Diagnostic> problems) {
    diagnostics.addAll(problems);
  }

  private void unknown(String place, Located value, String reason) {
    unknown.putIfAbsent(place, new Unknown(place, reason, value.span()));
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
    return List.copyOf(diagnostics);
  }

  /** All so far, one per pointer. */
  List<Unknown> unknown() {
    return List.copyOf(unknown.values());
  }
}
