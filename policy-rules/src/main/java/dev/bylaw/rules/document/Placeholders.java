package dev.bylaw.rules.document;

/** Tells texts that something else completes before they are used. */
final class Placeholders {
  /** Names a secret by its place; Databricks wants it written so. */
  private static final String SECRET = "{{secrets/";

  private Placeholders() {}

  /** Whether a text has a <code>${...}</code> or a <code>{{...}}</code>. */
  static boolean in(String text) {
    return dollar(text) || braces(text);
  }

  /** Why a text with a placeholder is not known. */
  static String reason(String text) {
    return "the placeholder in " + text + " has no value yet";
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
