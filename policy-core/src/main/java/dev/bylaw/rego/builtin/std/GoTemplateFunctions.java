package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The functions of templates, besides {@code and} and {@code or}, which are not for all calls. */
final class GoTemplateFunctions {
  private interface Body {
    Object call(List<Object> args) throws BuiltinException;
  }

  /**
   * @param most how many arguments it takes; a negative number for any number
   */
  private record Function(int least, int most, Body body) {}

  static final String AND = "and";
  static final String OR = "or";

  private static final Body NONE =
      args -> {
        throw BuiltinException.of("evaluated by the caller");
      };
  private static final Map<String, Function> FUNCTIONS =
      Map.ofEntries(
          Map.entry(AND, new Function(1, -1, NONE)),
          Map.entry(OR, new Function(1, -1, NONE)),
          Map.entry(
              "not", new Function(1, 1, a -> RegoBoolean.of(!GoTemplateValues.isTrue(a.get(0))))),
          Map.entry("len", new Function(1, 1, a -> GoTemplateLists.length(a.get(0)))),
          Map.entry("index", new Function(1, -1, GoTemplateLists::index)),
          Map.entry("slice", new Function(1, -1, GoTemplateLists::slice)),
          Map.entry("print", new Function(0, -1, a -> text(print(a)))),
          Map.entry(
              "println",
              new Function(
                  0,
                  -1,
                  a ->
                      text(
                          a.stream()
                              .map(GoTemplateValues::print)
                              .collect(Collectors.joining(" ", "", "\n"))))),
          Map.entry("printf", new Function(1, -1, GoTemplateFunctions::printf)),
          Map.entry("html", new Function(0, -1, a -> text(html(shown(a))))),
          Map.entry("js", new Function(0, -1, a -> text(js(shown(a))))),
          Map.entry(
              "urlquery",
              new Function(0, -1, a -> text(URLEncoder.encode(shown(a), StandardCharsets.UTF_8)))),
          Map.entry("eq", new Function(1, -1, GoTemplateComparison::equal)),
          Map.entry("ne", new Function(2, 2, GoTemplateComparison::different)),
          Map.entry("lt", new Function(2, 2, a -> GoTemplateComparison.order(a, o -> o < 0))),
          Map.entry("le", new Function(2, 2, a -> GoTemplateComparison.order(a, o -> o <= 0))),
          Map.entry("gt", new Function(2, 2, a -> GoTemplateComparison.order(a, o -> o > 0))),
          Map.entry("ge", new Function(2, 2, a -> GoTemplateComparison.order(a, o -> o >= 0))),
          Map.entry("call", new Function(1, -1, GoTemplateFunctions::call)));

  private GoTemplateFunctions() {}

  static boolean has(String name) {
    return FUNCTIONS.containsKey(name);
  }

  /** What is wrong with the number of arguments, if anything. */
  static Optional<String> wrongNumber(String name, int given) {
    Function function = FUNCTIONS.getOrDefault(name, new Function(0, 0, NONE));
    boolean any = function.most() < 0;
    if (given >= function.least() && (any || given <= function.most())) {
      return Optional.empty();
    }
    return Optional.of(
        "wrong number of args for %s: want %s%d got %d"
            .formatted(name, any ? "at least " : "", function.least(), given));
  }

  static Object call(String name, List<Object> args) throws BuiltinException {
    return FUNCTIONS.getOrDefault(name, new Function(0, 0, NONE)).body().call(args);
  }

  private static Object call(List<Object> args) throws BuiltinException {
    throw BuiltinException.of("non-function of type " + GoTemplateValues.typeName(args.get(0)));
  }

  static RegoString text(String text) {
    return RegoString.of(text);
  }

  /** Values with a space between two that are both no text. */
  private static String print(List<Object> args) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < args.size(); i++) {
      if (i > 0
          && !GoTemplateValues.isText(args.get(i))
          && !GoTemplateValues.isText(args.get(i - 1))) {
        out.append(' ');
      }
      out.append(GoTemplateValues.print(args.get(i)));
    }
    return out.toString();
  }

  /** What is to be escaped. */
  private static String shown(List<Object> args) {
    return args.size() == 1 && GoTemplateValues.isNothing(args.get(0)) ? "<no value>" : print(args);
  }

  private static Object printf(List<Object> args) throws BuiltinException {
    if (!(args.get(0) instanceof RegoString format)) {
      throw BuiltinException.of(
          "wrong type for value; expected string; got " + GoTemplateValues.typeName(args.get(0)));
    }
    List<Object> values = new ArrayList<>();
    for (Object arg : args.subList(1, args.size())) {
      values.add(
          arg instanceof Long || arg instanceof Double
              ? arg
              : new GoText(GoTemplateValues.typeName(arg), GoTemplateValues.print(arg)));
    }
    return text(GoFormat.format(format.value(), values));
  }

  private static String html(String text) {
    return text.replace("\0", "\uFFFD")
        .replace("&", "&amp;")
        .replace("\"", "&#34;")
        .replace("'", "&#39;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  private static String js(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\\' || c == '\'' || c == '"') {
                out.append('\\').append((char) c);
              } else if ("<>&=".indexOf(c) >= 0 || c < ' ') {
                out.append("\\u%04X".formatted(c));
              } else if (c < 0x7F || GoQuote.isPrintable(c)) {
                out.appendCodePoint(c);
              } else {
                out.append("\\u%04X".formatted(c));
              }
            });
    return out.toString();
  }
}
