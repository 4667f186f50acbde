package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Text made of text and values. */
final class Templates {
  /** Those before and behind the point. */
  private static final int MAX_WHOLE_DIGITS = 18;

  private Templates() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "sprintf",
            "(format: string, values: array[any]) => (output: string)",
            "Formats values as Go does.",
            (c, args) -> sprintf(args)),
        Builtin.of(
            "internal.template_string",
            "(x: array[any]) => (result: string)",
            "Joins the parts of a template string.",
            (c, args) -> template(args)),
        Builtin.of(
            "strings.render_template",
            "(value: string, vars: object[string: any]) => (result: string)",
            "Fills a template of Go with values.",
            (c, args) ->
                RegoString.of(
                    GoTemplate.render(
                        c, Args.string(args, 0), RegoJson.toJsonValue(Args.object(args, 1))))),
        Builtin.of(
            "replace",
            "(x: string, old: string, new: string) => (y: string)",
            "Replaces each occurrence of a text.",
            (c, args) ->
                RegoString.of(
                    replace(
                        Args.string(args, 0),
                        List.of(Map.entry(Args.string(args, 1), Args.string(args, 2)))))),
        Builtin.of(
            "strings.replace_n",
            "(patterns: object[string: string], value: string) => (output: string)",
            "Replaces each occurrence of several texts, in one pass.",
            (c, args) -> replaceAll(args)));
  }

  private static RegoValue sprintf(RegoValue[] args) throws BuiltinException {
    String format = Args.string(args, 0);
    List<Object> values = new ArrayList<>();
    for (RegoValue value : Args.array(args, 1)) {
      values.add(goValue(value));
    }
    return RegoString.of(GoFormat.format(format, values));
  }

  private static Object goValue(RegoValue value) {
    if (value instanceof RegoString s) {
      return s.value();
    } else if (value instanceof RegoNumber n) {
      String text = n.toString();
      if (Args.isIntegerText(n)) {
        return n.isLong() ? (Object) n.longValue() : new BigInteger(text);
      }
      double number = n.doubleValue();
      if (text.indexOf('.') < 0 || Double.isInfinite(number)) {
        return text;
      }
      Optional<Long> whole = whole(text);
      return whole.isPresent() ? (Object) whole.get() : (Object) number;
    }
    return value.toString();
  }

  /** To OPA, a number with nothing but zeros behind its point is whole, if it is short. */
  private static Optional<Long> whole(String text) {
    int digits = text.length() - (text.startsWith("-") ? 2 : 1);
    int zeros = text.length();
    while (text.charAt(zeros - 1) == '0') {
      zeros--;
    }
    return digits <= MAX_WHOLE_DIGITS && text.charAt(zeros - 1) == '.'
        ? Optional.of(Long.valueOf(text.substring(0, zeros - 1)))
        : Optional.empty();
  }

  private static RegoValue template(RegoValue[] args) throws BuiltinException {
    StringBuilder out = new StringBuilder();
    for (RegoValue part : Args.array(args, 0)) {
      if (part instanceof RegoSet set) {
        if (set.size() > 1) {
          throw BuiltinException.of("template-strings must not produce multiple outputs");
        }
        out.append(set.size() == 0 ? "<undefined>" : plain(set.get(0)));
      } else if (part instanceof RegoArray || part instanceof RegoObject) {
        throw BuiltinException.of("illegal argument type: " + part.typeName());
      } else {
        out.append(plain(part));
      }
    }
    return RegoString.of(out.toString());
  }

  static String plain(RegoValue value) {
    return value instanceof RegoString s ? s.value() : value.toString();
  }

  private static RegoValue replaceAll(RegoValue[] args) throws BuiltinException {
    RegoObject patterns = Args.object(args, 0);
    String text = Args.string(args, 1);
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    for (RegoValue key : patterns.keys()) {
      if (!(key instanceof RegoString from)) {
        throw BuiltinException.type("operand 1 non-string key found in pattern object");
      }
      if (!(patterns.get(key) instanceof RegoString to)) {
        throw BuiltinException.type("operand 1 non-string value found in pattern object");
      }
      pairs.add(Map.entry(from.value(), to.value()));
    }
    return RegoString.of(replace(text, pairs));
  }

  /**
   * At each place the first pair that fits is taken; an empty one fits once between others, as in
   * OPA between the bytes of a character, too.
   */
  private static String replace(String text, List<Map.Entry<String, String>> pairs) {
    String between = "";
    for (Map.Entry<String, String> pair : pairs) {
      between = pair.getKey().isEmpty() ? pair.getValue() : between;
    }
    StringBuilder out = new StringBuilder(text.length());
    boolean afterEmpty = false;
    int at = 0;
    while (at <= text.length()) {
      Map.Entry<String, String> fit = null;
      for (Map.Entry<String, String> pair : pairs) {
        if (!(afterEmpty && pair.getKey().isEmpty()) && text.startsWith(pair.getKey(), at)) {
          fit = pair;
          break;
        }
      }
      afterEmpty = fit != null && fit.getKey().isEmpty();
      if (fit != null) {
        out.append(fit.getValue());
        at += fit.getKey().length();
      } else if (at < text.length()) {
        int codePoint = text.codePointAt(at);
        out.append(between.isEmpty() ? Character.toString(codePoint) : apart(codePoint, between));
        at += Character.charCount(codePoint);
      } else {
        at++;
      }
    }
    return out.toString();
  }

  /** The bytes of a character, of which none is a character by itself if there are several. */
  private static String apart(int codePoint, String between) {
    String character = Character.toString(codePoint);
    int bytes = character.getBytes(StandardCharsets.UTF_8).length;
    return bytes == 1 ? character : String.join(between, Collections.nCopies(bytes, "\uFFFD"));
  }
}
