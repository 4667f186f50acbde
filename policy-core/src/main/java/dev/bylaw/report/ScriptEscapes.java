package dev.bylaw.report;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** JSON within an HTML element: no character of it is one of HTML's. */
final class ScriptEscapes extends CharacterEscapes {
  private static final long serialVersionUID = 1;

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] escapes = Arrays.copyOf(standardAsciiEscapesForJSON(), 128);
    for (char c : "<>&'".toCharArray()) {
      escapes[c] = ESCAPE_STANDARD;
    }
    return escapes;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int c) {
    // line ends to some readers of scripts
    return c == 0x2028 || c == 0x2029 ? new SerializedString("\\u%04X".formatted(c)) : null;
  }
}
