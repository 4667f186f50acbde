package dev.bylaw.policy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A pattern of paths: {@code *} stands for any part of a name, {@code **} for any number of names,
 * {@code ?} for one character, <code>{a,b}</code> for one of several texts. Matches in linear time.
 */
record Glob(String text, Pattern pattern) {
  private static final String SPECIAL = "*?{";

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException with the reason, in words
   */
  static Glob of(String text) {
    try {
      return new Glob(text, Pattern.compile(new Translation(text).expression()));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(e.getDescription(), e);
    }
  }

  /** Whether it stands for one text alone. */
  boolean isExact() {
    return text.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
  }

  boolean matches(String path) {
    return pattern.matches(path);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob g && g.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  private static final class Translation {
    private final String glob;
    private final StringBuilder out = new StringBuilder();
    private boolean braces;
    private int at;

    Translation(String glob) {
      this.glob = glob;
    }

    String expression() {
      while (at < glob.length()) {
        next(glob.charAt(at++));
      }
      if (braces) {
        throw new IllegalArgumentException("found { without }");
      }
      return "(?s)" + out;
    }

    private void next(char c) {
      switch (c) {
        case '*' -> star();
        case '?' -> out.append("[^/]");
        case '{' -> {
          if (braces) {
            throw new IllegalArgumentException("found { within {");
          }
          braces = true;
          out.append("(?:");
        }
        case '}' -> {
          out.append(braces ? ")" : "\\}");
          braces = false;
        }
        case ',' -> out.append(braces ? "|" : ",");
        default -> out.append(Pattern.quote(String.valueOf(c)));
      }
    }

    /** Two stars before a slash stand for no name, too. */
    private void star() {
      boolean two = at < glob.length() && glob.charAt(at) == '*';
      at += two ? 1 : 0;
      boolean names = two && at < glob.length() && glob.charAt(at) == '/';
      at += names ? 1 : 0;
      out.append(names ? "(?:[^/]+/)*" : two ? ".*" : "[^/]*");
    }
  }
}
