package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Limits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** YAML text. Booleans are {@code true} and {@code false} only. */
final class YamlFunctions {
  private YamlFunctions() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "yaml.unmarshal",
            "(x: string) => (result: any)",
            "Reads YAML text.",
            (c, args) -> read(Args.string(args, 0))),
        Builtin.of(
            "yaml.is_valid",
            "(x: string) => (result: boolean)",
            "Tells whether a text is YAML.",
            (c, args) -> RegoBoolean.of(isValid(args[0]))));
  }

  private static boolean isValid(RegoValue value) {
    try {
      if (value instanceof RegoString s) {
        read(s.value());
        return true;
      }
      return false;
    } catch (BuiltinException e) {
      return false;
    }
  }

  static RegoValue read(String text) throws BuiltinException {
    if (text.length() > Limits.DEFAULT.maxBytes()) {
      throw BuiltinException.of("yaml: text is too long");
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setMaxAliasesForCollections(Limits.DEFAULT.maxAliases())
            .setAllowRecursiveKeys(false)
            .setCodePointLimit(Limits.DEFAULT.maxBytes())
            .build();
    try {
      var documents = new Load(settings).loadAllFromString(text).iterator();
      return documents.hasNext()
          ? value(documents.next(), Limits.DEFAULT.maxNesting())
          : RegoNull.NULL;
    } catch (YamlEngineException | NumberFormatException e) {
      throw BuiltinException.of("yaml: " + e.getMessage());
    }
  }

  private static RegoValue value(@Nullable Object object, int depth) throws BuiltinException {
    if (depth == 0) {
      throw BuiltinException.of("yaml: document is nested too deeply");
    }
    if (object instanceof Map<?, ?> map) {
      RegoObject.Builder entries = RegoObject.builder(map.size());
      for (var entry : map.entrySet()) {
        RegoValue key = value(entry.getKey(), depth - 1);
        entries.put(
            key instanceof RegoString ? key : RegoString.of(RegoJson.write(key)),
            value(entry.getValue(), depth - 1));
      }
      return entries.build();
    } else if (object instanceof Iterable<?> list) {
      List<RegoValue> elements = new ArrayList<>();
      for (Object element : list) {
        elements.add(value(element, depth - 1));
      }
      return RegoArray.of(elements);
    } else if (object instanceof Boolean b) {
      return RegoBoolean.of(b);
    } else if (object instanceof Double d) {
      return d.isNaN() || d.isInfinite()
          ? RegoString.of(d.toString())
          : RegoNumber.of(BigDecimal.valueOf(d));
    } else if (object instanceof Number n) {
      return RegoNumber.parse(n.toString());
    }
    return object == null ? RegoNull.NULL : RegoString.of(object.toString());
  }
}
