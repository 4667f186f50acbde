package dev.bylaw.rego.builtin.std;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.CallContext;
import dev.bylaw.rego.builtin.std.regex.Automaton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Regular expressions, in linear time, made once. */
final class Patterns {
  /** So many are kept for all queries; more than rules have, and few enough to be forgotten. */
  private static final int MAX_KEPT = 256;

  /** In characters; longer ones are made once per query. */
  private static final int MAX_LENGTH = 1_000;

  private static final Map<String, Made> KEPT = new ConcurrentHashMap<>();

  private Patterns() {}

  /**
   * What is made of a text.
   *
   * @param automaton which tells faster whether there is a match
   */
  private record Made(Pattern pattern, Optional<Automaton> automaton) {
    static Made of(String text) {
      return new Made(Pattern.compile(text), Automaton.of(text));
    }
  }

  static Pattern compile(CallContext context, String pattern) throws BuiltinException {
    return made(context, pattern).pattern();
  }

  /** Whether some part of the text matches. */
  static boolean find(CallContext context, String pattern, String text) throws BuiltinException {
    Made made = made(context, pattern);
    return switch (made.automaton().map(a -> a.find(text)).orElse(Automaton.Answer.TOO_LARGE)) {
      case FOUND -> true;
      case ABSENT -> false;
      case TOO_LARGE -> made.pattern().matcher(text).find();
    };
  }

  private static Made made(CallContext context, String pattern) throws BuiltinException {
    Made known = KEPT.get(pattern);
    try {
      if (known == null && pattern.length() > MAX_LENGTH) {
        return context.once(List.of("regex", pattern), () -> Made.of(pattern));
      } else if (known == null) {
        known = Made.of(pattern);
        if (KEPT.size() >= MAX_KEPT) {
          KEPT.clear();
        }
        KEPT.put(pattern, known);
      }
      return known;
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
