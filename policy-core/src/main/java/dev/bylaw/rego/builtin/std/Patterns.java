package dev.bylaw.rego.builtin.std;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.CallContext;
import java.util.List;

/** Regular expressions, in linear time, made once per query. */
final class Patterns {
  private Patterns() {}

  static Pattern compile(CallContext context, String pattern) throws BuiltinException {
    try {
      return context.once(List.of("regex", pattern), () -> Pattern.compile(pattern));
    } catch (PatternSyntaxException e) {
      throw BuiltinException.of(String.valueOf(e.getMessage()));
    }
  }

  static boolean isValid(String pattern) {
    try {
      Pattern.compile(pattern);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  /** Receives a match; the matcher is only good during the call. */
  interface Visitor {
    void visit(Matcher match);
  }

  /**
   * Visits the matches that do not overlap, as Go counts them: an empty one is none directly after
   * another one.
   *
   * @param limit of matches; negative for all
   */
  static void forEach(Pattern pattern, String text, int limit, Visitor visitor) {
    Matcher matcher = pattern.matcher(text);
    int last = -1;
    int found = 0;
    int at = 0;
    while ((limit < 0 || found < limit) && at <= text.length() && matcher.find(at)) {
      boolean accepted = true;
      if (matcher.end() == at) {
        accepted = matcher.start() != last;
        at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 1;
      } else {
        at = matcher.end();
      }
      last = matcher.end();
      if (accepted) {
        visitor.visit(matcher);
        found++;
      }
    }
  }

  static String group(Matcher match, int index) {
    String group = match.group(index);
    return group == null ? "" : group;
  }

  /** Replaces {@code $1}, {@code ${1}}, {@code $name} and {@code ${name}} in a template. */
  static String expand(Pattern pattern, Matcher match, String template) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      char c = template.charAt(at);
      if (c != '$' || at + 1 == template.length()) {
        out.append(c);
        at++;
        continue;
      }
      boolean braces = template.charAt(at + 1) == '{';
      int from = at + (braces ? 2 : 1);
      int to = from;
      while (to < template.length() && isName(template.codePointAt(to))) {
        to += Character.charCount(template.codePointAt(to));
      }
      boolean closed = !braces || (to < template.length() && template.charAt(to) == '}');
      if (template.charAt(at + 1) == '$') {
        out.append('$');
        at += 2;
      } else if (to == from || !closed) {
        out.append('$');
        at++;
      } else {
        out.append(reference(pattern, match, template.substring(from, to)));
        at = to + (braces ? 1 : 0);
      }
    }
    return out.toString();
  }

  private static boolean isName(int c) {
    return c == '_' || Character.isLetter(c) || Character.isDigit(c);
  }

  private static String reference(Pattern pattern, Matcher match, String name) {
    if (name.chars().allMatch(c -> c >= '0' && c <= '9') && name.length() < 9) {
      int index = Integer.parseInt(name);
      return index <= match.groupCount() ? group(match, index) : "";
    }
    Integer index = pattern.namedGroups().get(name);
    return index == null ? "" : group(match, index);
  }
}
