package dev.bylaw.rules;

import dev.bylaw.subject.SubjectKind;
import java.util.Set;

/**
 * One of the things that are judged.
 *
 * @param text the path of a folder or a file, or a pattern for files such as {@code sql/**}, with
 *     {@code /}
 * @param kinds of subjects that are judged there; empty for all
 */
public record InputPath(String text, Set<SubjectKind> kinds) {
  private static final String WILD = "*?[{";

  public InputPath {
    kinds = Set.copyOf(kinds);
  }

  /** Up to the first name with a wildcard, without a slash at the end; the text if none has one. */
  String plain() {
    int slash = -1;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '/') {
        slash = i;
      } else if (WILD.indexOf(text.charAt(i)) >= 0) {
        return slash < 0 ? "" : text.substring(0, Math.max(slash, 1));
      }
    }
    return text;
  }

  /** What follows the plain part, without a slash at its start; empty if nothing does. */
  String pattern() {
    String rest = text.substring(plain().length());
    return rest.startsWith("/") ? rest.substring(1) : rest;
  }
}
