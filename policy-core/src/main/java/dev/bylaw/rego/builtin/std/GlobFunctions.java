package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.CallContext;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.List;

/** Glob patterns. */
final class GlobFunctions {
  private GlobFunctions() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "glob.match",
            "(pattern: string, delimiters: any<null, array[string]>, match: string) => (result: boolean)",
            "Tells whether a text matches a glob; the default delimiter is a dot, null is none.",
            GlobFunctions::match),
        Builtin.of(
            "glob.quote_meta",
            "(pattern: string) => (output: string)",
            "Escapes the characters that mean something in a glob.",
            (c, args) ->
                RegoString.of(Args.string(args, 0).replaceAll("[*?\\\\\\[\\]{}]", "\\\\$0"))));
  }

  private static RegoValue match(CallContext context, RegoValue[] args) throws BuiltinException {
    String glob = Args.string(args, 0);
    String delimiters = delimiters(args[1]);
    String text = Args.string(args, 2);
    context.spend(text.length());
    String pattern = new GlobPattern(glob, delimiters).toRegex();
    return RegoBoolean.of(Patterns.find(context, "\\A(?:" + pattern + ")\\z", text));
  }

  private static String delimiters(RegoValue value) throws BuiltinException {
    if (value instanceof RegoNull) {
      return "";
    } else if (!(value instanceof RegoArray array)) {
      throw BuiltinException.operand(2, value, "one of {array, null}");
    } else if (array.size() == 0) {
      return ".";
    } else {
      StringBuilder all = new StringBuilder();
      for (RegoValue element : array) {
        if (!(element instanceof RegoString s)) {
          throw Args.element(1, array, element, "string");
        }
        if (s.value().codePointCount(0, s.value().length()) != 1) {
          throw Args.element(1, array, element, "rune");
        }
        all.append(s.value());
      }
      return all.toString();
    }
  }
}
