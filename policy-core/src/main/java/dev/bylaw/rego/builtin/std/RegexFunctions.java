package dev.bylaw.rego.builtin.std;

import com.google.re2j.Pattern;
import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.BuiltinFunction;
import dev.bylaw.rego.builtin.CallContext;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Regular expressions in RE2's syntax. */
final class RegexFunctions {
  private RegexFunctions() {}

  static List<Builtin> all() {
    BuiltinFunction match =
        (c, args) -> {
          String pattern = Args.string(args, 0);
          String text = Args.string(args, 1);
          c.spend(text.length());
          return RegoBoolean.of(Patterns.find(c, pattern, text));
        };
    return List.of(
        Builtin.of(
            "regex.match",
            "(pattern: string, value: string) => (result: boolean)",
            "Tells whether a text contains a match.",
            match),
        Builtin.of(
                "re_match",
                "(string, string) => boolean",
                "Tells whether a text contains a match.",
                match)
            .with(Builtin.Trait.DEPRECATED),
        Builtin.of(
            "regex.is_valid",
            "(pattern: string) => (result: boolean)",
            "Tells whether a text is a regular expression.",
            (c, args) ->
                RegoBoolean.of(args[0] instanceof RegoString s && Patterns.isValid(s.value()))),
        Builtin.of(
            "regex.split",
            "(pattern: string, value: string) => (output: array[string])",
            "Splits a text at the matches.",
            RegexFunctions::split),
        Builtin.of(
            "regex.find_n",
            "(pattern: string, value: string, number: number) => (output: array[string])",
            "Gives the first matches.",
            RegexFunctions::find),
        Builtin.of(
            "regex.find_all_string_submatch_n",
            "(pattern: string, value: string, number: number) => (output: array[array[string]])",
            "Gives the first matches with their groups.",
            RegexFunctions::findGroups),
        Builtin.of(
            "regex.replace",
            "(s: string, pattern: string, value: string) => (output: string)",
            "Replaces the matches; $1 stands for a group.",
            RegexFunctions::replace),
        Builtin.of(
            "regex.template_match",
            "(template: string, value: string, delimiter_start: string, delimiter_end: string) => (result: boolean)",
            "Tells whether a text matches a template that has patterns between delimiters.",
            RegexFunctions::templateMatch),
        Builtin.of(
            "regex.globs_match",
            "(glob1: string, glob2: string) => (result: boolean)",
            "Tells whether some text, not an empty one, matches both of two simple patterns.",
            (c, args) ->
                RegoBoolean.of(
                    GlobIntersection.exists(c, Args.string(args, 0), Args.string(args, 1)))));
  }

  private static RegoValue split(CallContext context, RegoValue[] args) throws BuiltinException {
    Pattern pattern = Patterns.compile(context, Args.string(args, 0));
    String text = Args.string(args, 1);
    context.spend(text.length());
    if (text.isEmpty() && !pattern.pattern().isEmpty()) {
      return RegoArray.of(RegoString.EMPTY);
    }
    List<String> parts = new ArrayList<>();
    int[] place = {0, 0}; // start of the part, and end of the last one
    Patterns.forEach(
        pattern,
        text,
        -1,
        match -> {
          place[1] = match.start();
          if (match.end() != 0) {
            parts.add(text.substring(place[0], match.start()));
          }
          place[0] = match.end();
        });
    if (place[1] != text.length()) {
      parts.add(text.substring(place[0]));
    }
    return Strings.texts(parts);
  }

  private static RegoValue find(CallContext context, RegoValue[] args) throws BuiltinException {
    String pattern = Args.string(args, 0);
    String text = Args.string(args, 1);
    int limit = Args.integer(args, 2);
    context.spend(text.length());
    List<String> found = new ArrayList<>();
    Patterns.forEach(
        Patterns.compile(context, pattern), text, limit, m -> found.add(Patterns.group(m, 0)));
    return Strings.texts(found);
  }

  private static RegoValue findGroups(CallContext context, RegoValue[] args)
      throws BuiltinException {
    String pattern = Args.string(args, 0);
    String text = Args.string(args, 1);
    int limit = Args.integer(args, 2);
    context.spend(text.length());
    List<RegoValue> found = new ArrayList<>();
    Patterns.forEach(
        Patterns.compile(context, pattern),
        text,
        limit,
        match -> {
          List<String> groups = new ArrayList<>();
          for (int i = 0; i <= match.groupCount(); i++) {
            groups.add(Patterns.group(match, i));
          }
          found.add(Strings.texts(groups));
        });
    return RegoArray.of(found);
  }

  private static RegoValue replace(CallContext context, RegoValue[] args) throws BuiltinException {
    String text = Args.string(args, 0);
    String source = Args.string(args, 1);
    String template = Args.string(args, 2);
    Pattern pattern = Patterns.compile(context, source);
    context.spend(text.length());
    if (!Patterns.find(context, source, text)) {
      return args[0];
    }
    StringBuilder out = new StringBuilder();
    int[] last = {0};
    Patterns.forEach(
        pattern,
        text,
        -1,
        match -> {
          out.append(text, last[0], match.start());
          out.append(Patterns.expand(pattern, match, template));
          last[0] = match.end();
        });
    return RegoString.of(out.append(text, last[0], text.length()).toString());
  }

  private static RegoValue templateMatch(CallContext context, RegoValue[] args)
      throws BuiltinException {
    String template = Args.string(args, 0);
    String text = Args.string(args, 1);
    String open = Args.string(args, 2);
    String close = Args.string(args, 3);
    int size = open.getBytes(StandardCharsets.UTF_8).length;
    String problem = " delimiter has to be exactly one character long but is " + size + " long";
    if (size != 1) {
      throw BuiltinException.of("start" + problem);
    }
    if (close.getBytes(StandardCharsets.UTF_8).length != 1) {
      throw BuiltinException.of("end" + problem);
    }
    context.spend(text.length());
    String pattern = templatePattern(context, template, open.charAt(0), close.charAt(0));
    return RegoBoolean.of(Patterns.find(context, pattern, text));
  }

  private static String templatePattern(CallContext context, String template, char open, char close)
      throws BuiltinException {
    StringBuilder pattern = new StringBuilder("^");
    int level = 0;
    int start = 0; // of the text or pattern that is being read
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == open) {
        if (level++ == 0) {
          pattern.append(Pattern.quote(template.substring(start, i)));
          start = i + 1;
        }
      } else if (c == close) {
        if (--level < 0) {
          throw BuiltinException.of("unbalanced braces in " + GoQuote.string(template));
        } else if (level == 0) {
          String inner = template.substring(start, i);
          Patterns.compile(context, "^" + inner + "$");
          pattern.append('(').append(inner).append(')');
          start = i + 1;
        }
      }
    }
    if (level != 0) {
      throw BuiltinException.of("unbalanced braces in " + GoQuote.string(template));
    }
    return pattern.append(Pattern.quote(template.substring(start))).append('$').toString();
  }
}
