package dev.bylaw.report;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.subject.Subject;
import java.util.List;

/**
 * Keeps secrets out of what is shown: what looks like a credential, what stands next to a name such
 * as {@code password}, and what a policy set marks as sensitive. A secret becomes {@code ***}.
 * Immutable and thread-safe.
 */
public final class Masking {
  /** Knows no subjects: hides what looks like a credential in any text. */
  public static final Masking CREDENTIALS = new Masking(SecretValues.NONE);

  private static final RegoString MASKED = RegoString.of(Ranges.MASK);

  private final SecretValues secrets;

  private Masking(SecretValues secrets) {
    this.secrets = secrets;
  }

  /**
   * Hides the secrets of subjects wherever they turn up.
   *
   * @param sensitive JSON pointers into {@code input}, with {@code *} for one key and {@code **}
   *     for any number of keys; what lies below is meant as well
   */
  public static Masking of(List<String> sensitive, List<Subject> subjects) {
    List<PointerPattern> patterns = sensitive.stream().map(PointerPattern::of).toList();
    return new Masking(SecretValues.of(patterns, subjects));
  }

  /** A text that comes from inputs or policies. */
  public String text(String text) {
    Ranges found = new Ranges();
    Credentials.find(text, found);
    secrets.find(text, found);
    return found.isEmpty() ? text : found.mask(text, 0, text.length()).text();
  }

  /** A path or a name: only what looks like a credential is hidden. */
  String name(String name) {
    return CREDENTIALS.text(name);
  }

  /** A value of an input; hidden as a whole where its place is sensitive. */
  RegoValue value(RegoValue value, String pointer) {
    return secrets.isSensitive(pointer) ? MASKED : value(value);
  }

  /** A value with the texts and numbers in it masked. */
  RegoValue value(RegoValue value) {
    if (value instanceof RegoString s) {
      return RegoString.of(text(s.value()));
    } else if (value instanceof RegoNumber n) {
      return text(n.toString()).equals(n.toString()) ? n : MASKED;
    } else if (value instanceof RegoArray array) {
      return RegoArray.of(array.toList().stream().map(this::value).toList());
    } else if (value instanceof RegoSet set) {
      return RegoSet.of(set.toList().stream().map(this::value).toList());
    } else if (value instanceof RegoObject object) {
      RegoObject.Builder out = RegoObject.builder(object.size());
      object.toMap().forEach((k, v) -> out.put(value(k), member(k, v)));
      return out.build();
    }
    return value;
  }

  private RegoValue member(RegoValue key, RegoValue value) {
    boolean told =
        key instanceof RegoString k
            && value instanceof RegoString v
            && TellingNames.isSecret(k.value(), v.value());
    return told ? MASKED : value(value);
  }

  /** A message with its place and the line it stands in, as for people, without secrets. */
  public String render(Diagnostic diagnostic) {
    return diagnostic.span().map(s -> name(s.toString()) + ": ").orElse("")
        + diagnostic.severity().word()
        + ": "
        + text(diagnostic.message())
        + " ["
        + diagnostic.code()
        + "]\n"
        + diagnostic.span().map(s -> new Frames(this).frame(s, 0).text()).orElse("");
  }

  SecretValues secrets() {
    return secrets;
  }
}
