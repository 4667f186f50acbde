package dev.bylaw.decision;

import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Writes values into texts in YAML and JSON, in the style of what stands around them. */
final class DocumentText {
  /** What YAML does not take for a text, or once did not. */
  private static final Set<String> WORDS =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private DocumentText() {}

  static boolean isEditable(SourceFile source) {
    return isJson(source) || endsWith(source, ".yaml") || endsWith(source, ".yml");
  }

  private static boolean isJson(SourceFile source) {
    return endsWith(source, ".json");
  }

  private static boolean endsWith(SourceFile source, String ending) {
    return source.name().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /** A value in the place of a single one. */
  static String instead(Span old, RegoValue value) {
    boolean quoted = old.text().startsWith("\"") || old.text().startsWith("'");
    return quoted ? json(value) : written(old.source(), value);
  }

  private static String written(SourceFile source, RegoValue value) {
    return !isJson(source) && value instanceof RegoString text && isPlain(text.value())
        ? text.value()
        : json(value);
  }

  private static String json(RegoValue value) {
    return RegoJson.write(RegoJson.toJsonValue(value));
  }

  /** Whether YAML takes a text for a text without quotes, wherever it stands. */
  private static boolean isPlain(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || isSign(c)))
        && Character.isLetter(text.charAt(0))
        && !WORDS.contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isSign(int c) {
    return c == '_' || c == '-' || c == '.';
  }

  /** One more entry of an object, in front of its others. */
  static Optional<Edit> added(Located.Object holder, String key, RegoValue value) {
    Optional<Span> first =
        holder.entries().values().stream()
            .filter(e -> !e.keySpan().equals(e.value().span()))
            .map(Located.Entry::keySpan)
            .filter(s -> s.source() == holder.span().source())
            .min(Comparator.comparingInt(Span::start));
    SourceFile source = holder.span().source();
    String entry = written(source, RegoString.of(key)) + ": " + written(source, value);
    return first.isPresent() ? before(first.get(), entry) : within(holder.span(), entry);
  }

  private static Optional<Edit> before(Span first, String entry) {
    SourceFile source = first.source();
    String lead = source.text().substring(source.lineStart(first.line()), first.start());
    boolean starts = lead.isBlank() && (first.line() > 1 || !isJson(source));
    String text;
    if (isFlow(first)) {
      text = entry + "," + (starts ? "\n" + lead : " ");
    } else {
      text = entry + "\n" + " ".repeat(lead.length());
    }
    return List.of("\t", "\r").stream().anyMatch(lead::contains)
        ? Optional.empty()
        : Optional.of(new Edit(source.span(first.start(), first.start()), text));
  }

  /** Whether the object whose first key this is has braces. */
  private static boolean isFlow(Span first) {
    String before = first.source().text().substring(0, first.start()).stripTrailing();
    return before.endsWith("{") || before.endsWith(",");
  }

  /** An object without entries. */
  private static Optional<Edit> within(Span braces, String entry) {
    String text = braces.text();
    boolean empty = text.startsWith("{") && text.endsWith("}") && text.length() >= 2;
    return empty && text.substring(1, text.length() - 1).isBlank()
        ? Optional.of(new Edit(braces, "{" + entry + "}"))
        : Optional.empty();
  }
}
