package dev.bylaw.rules.document;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument.Unknown;
import java.util.ArrayList;
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
  private final String name;
  private final Set<Diagnostic> diagnostics;
  private final Map<String, Unknown> unknown;

  private Reading(
      String pointer, String name, Set<Diagnostic> diagnostics, Map<String, Unknown> unknown) {
    this.pointer = pointer;
    this.name = name;
    this.diagnostics = diagnostics;
    this.unknown = unknown;
  }

  /** The start of a document that stands below a key of {@code input}. */
  public static Reading of(String key) {
    return new Reading("", "", new LinkedHashSet<>(), new LinkedHashMap<>()).below(key);
  }

  public Reading below(String key) {
    String escaped = key.replace("~", "~0").replace("/", "~1");
    return new Reading(pointer + "/" + escaped, key, diagnostics, unknown);
  }

  /** The place of a list's element, 0-based. */
  public Reading below(int index) {
    return new Reading(pointer + "/" + index, name, diagnostics, unknown);
  }

  /** Whether a value is a text; one with a placeholder is unknown from now on. */
  boolean isText(Located value) {
    if (!(value.value() instanceof RegoString text)) {
      return false;
    }
    if (Placeholders.in(text.value())) {
      unknown(value, "the placeholder in " + text.value() + " has no value yet");
    }
    return true;
  }

  /**
   * A value of another type than expected: what it means is not known. Only a placeholder stays.
   */
  Optional<Located> unexpected(Located value, String expected) {
    if (value.value() instanceof RegoString text && Placeholders.in(text.value())) {
      return isText(value) ? Optional.of(value) : Optional.empty();
    }
    String problem = "found " + kind(value) + ", expected " + expected + " for " + name;
    diagnostics.add(Diagnostic.warning("descriptor_type", value.span(), problem));
    unknown(value, problem);
    return Optional.empty();
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

  private void unknown(Located value, String reason) {
    unknown.putIfAbsent(pointer, new Unknown(pointer, reason, value.span()));
  }

  private static String kind(Located value) {
    return switch (value.value().typeName()) {
      case "boolean" -> value.value().toString();
      case "number" -> "the number " + value.value();
      case "string" -> "a text";
      case "array" -> "a list";
      default -> "an object";
    };
  }

  /** All so far, in the order of the document that is put together. */
  public List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  /** All so far, one per pointer. */
  public List<Unknown> unknown() {
    return new ArrayList<>(unknown.values());
  }
}
