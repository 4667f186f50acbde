package dev.bylaw.rules.document;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import java.util.Map;

/** Tells texts that something else completes before they are used. */
public final class Placeholders {
  /** Names a secret by its place; Databricks wants it written so. */
  private static final String SECRET = "{{secrets/";

  /** Stands for a value that a plan leaves out. */
  private static final String AFTER_APPLY = "${known after apply}";

  /** Stands for a value that a plan marks as a secret. */
  private static final String SENSITIVE = "${sensitive}";

  /** Stands for what is looked up in a workspace. */
  private static final String LOOKUP = "${lookup}";

  private static final Map<String, String> REASONS =
      Map.of(
          LOOKUP,
          "the value is looked up in the workspace when the bundle is deployed",
          AFTER_APPLY,
          "the value is known only after the plan was applied",
          SENSITIVE,
          "the plan marks the value as sensitive");

  private Placeholders() {}

  /** A value that is known only after a plan was applied. */
  public static Located afterApply(Span place) {
    return SubjectDocument.text(AFTER_APPLY, place);
  }

  /** A value that a plan marks as a secret. */
  public static Located sensitive(Span place) {
    return SubjectDocument.text(SENSITIVE, place);
  }

  /** A value that is looked up in a workspace. */
  public static Located lookup(Span place) {
    return SubjectDocument.text(LOOKUP, place);
  }

  /** Whether a value stands for one that nothing in the file tells. */
  static boolean isUntold(Located value) {
    return value.value() instanceof RegoString text && REASONS.containsKey(text.value());
  }

  /** Whether a value is a text with a placeholder. */
  public static boolean in(Located value) {
    return value.value() instanceof RegoString text && in(text.value());
  }

  /** Whether a text has a <code>${...}</code> or a <code>{{...}}</code>. */
  static boolean in(String text) {
    return dollar(text) || braces(text);
  }

  /** Why a text with a placeholder is not known. */
  static String reason(String text) {
    return REASONS.getOrDefault(text, "the placeholder in " + text + " has no value yet");
  }

  private static boolean dollar(String text) {
    int at = text.indexOf("${");
    return at >= 0 && text.indexOf('}', at) > 0;
  }

  private static boolean braces(String text) {
    int last = text.lastIndexOf("}}");
    for (int at = text.indexOf("{{"); at >= 0 && at < last; at = text.indexOf("{{", at + 2)) {
      if (!text.startsWith(SECRET, at)) {
        return true;
      }
    }
    return false;
  }
}
