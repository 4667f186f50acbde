package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/** Writes a value that JSON has as YAML, one entry to a line. */
final class YamlText {
  private static final DumpSettings SETTINGS = DumpSettings.builder().setWidth(80).build();
  private static final String START = "--- "; // written where the document is an empty text
  private static final ImplicitTuple NO_TAG = new ImplicitTuple(true, true);

  private final StringBuilder out = new StringBuilder();
  private final Emitter emitter;

  private YamlText() {
    this.emitter =
        new Emitter(
            SETTINGS,
            new StreamDataWriter() {
              @Override
              public void write(String text) {
                out.append(text);
              }

              @Override
              public void write(String text, int from, int length) {
                out.append(text, from, from + length);
              }
            });
  }

  static String of(RegoValue value) throws BuiltinException {
    YamlText text = new YamlText();
    text.emitter.emit(new StreamStartEvent());
    text.emitter.emit(new DocumentStartEvent(false, Optional.empty(), Map.of()));
    text.write(value);
    text.emitter.emit(new DocumentEndEvent(false));
    text.emitter.emit(new StreamEndEvent());
    String whole = text.out.toString();
    return whole.startsWith(START) ? whole.substring(START.length()) : whole;
  }

  private void write(RegoValue value) throws BuiltinException {
    if (value instanceof RegoArray array) {
      emitter.emit(
          new SequenceStartEvent(Optional.empty(), Optional.empty(), true, style(array.size())));
      for (RegoValue element : array) {
        write(element);
      }
      emitter.emit(new SequenceEndEvent());
    } else if (value instanceof RegoObject object) {
      writeEntries(object);
    } else if (value instanceof RegoString string) {
      text(string.value());
    } else {
      plain(value instanceof RegoNumber number ? number(number) : value.toString());
    }
  }

  private static FlowStyle style(int size) {
    return size == 0 ? FlowStyle.FLOW : FlowStyle.BLOCK;
  }

  private void writeEntries(RegoObject object) throws BuiltinException {
    emitter.emit(
        new MappingStartEvent(Optional.empty(), Optional.empty(), true, style(object.size())));
    Map<String, RegoValue> entries = new TreeMap<>(YamlKeys.ORDER);
    object
        .toMap()
        .forEach((key, value) -> entries.put(key instanceof RegoString s ? s.value() : "", value));
    for (var entry : entries.entrySet()) {
      text(entry.getKey());
      write(entry.getValue());
    }
    emitter.emit(new MappingEndEvent());
  }

  /** Numbers are whole, or have the accuracy of a double. */
  private static String number(RegoNumber number) throws BuiltinException {
    if (number.isLong() && Args.isIntegerText(number)) {
      return number.toString();
    }
    double value = number.doubleValue();
    if (Double.isInfinite(value)) {
      throw BuiltinException.of("json: cannot unmarshal number " + number + " into Go value");
    }
    return GoFormat.format("%v", List.of(value));
  }

  private void plain(String text) {
    scalar(text, ScalarStyle.PLAIN);
  }

  private void text(String text) {
    boolean lines = text.indexOf('\n') >= 0;
    scalar(
        text,
        YamlKeys.isAmbiguous(text)
            ? ScalarStyle.DOUBLE_QUOTED
            : lines ? ScalarStyle.LITERAL : ScalarStyle.PLAIN);
  }

  private void scalar(String text, ScalarStyle style) {
    emitter.emit(new ScalarEvent(Optional.empty(), Optional.empty(), NO_TAG, text, style));
  }
}
