package dev.bylaw.rego.value;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A text. Ordered by its UTF-8 bytes, which is the order of code points. */
public final class RegoString implements RegoValue {
  public static final RegoString EMPTY = new RegoString("");

  private final String value;

  private RegoString(String value) {
    this.value = value;
  }

  public static RegoString of(String value) {
    return new RegoString(Objects.requireNonNull(value, "value"));
  }

  public String value() {
    return value;
  }

  /**
   * Compares as the UTF-8 bytes of both would: surrogates sort above the rest of the basic plane.
   */
  int compareBytes(RegoString other) {
    String a = value;
    String b = other.value;
    int common = Math.min(a.length(), b.length());
    for (int i = 0; i < common; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean high = Character.isSurrogate(x);
        return high == Character.isSurrogate(y) ? Character.compare(x, y) : high ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  @Override
  public String typeName() {
    return "string";
  }

  @Override
  public int rank() {
    return 3;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RegoString s && value.equals(s.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** In double quotes, escaped as JSON. */
  @Override
  public String toString() {
    return ValueText.quote(value);
  }
}
