package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.List;

/** YAML text. */
final class YamlFunctions {
  private YamlFunctions() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "yaml.marshal",
            "(x: any) => (result: string)",
            "Writes a value as YAML text.",
            (c, args) -> RegoString.of(YamlText.of(RegoJson.toJsonValue(args[0])))),
        Builtin.of(
            "yaml.unmarshal",
            "(x: string) => (y: any)",
            "Reads YAML text.",
            (c, args) -> YamlReader.read(Args.string(args, 0))),
        Builtin.of(
            "yaml.is_valid",
            "(x: string) => (result: boolean)",
            "Tells whether a text is YAML.",
            (c, args) -> RegoBoolean.of(isValid(args[0]))));
  }

  private static boolean isValid(RegoValue value) {
    try {
      if (value instanceof RegoString s) {
        YamlReader.read(s.value());
        return true;
      }
      return false;
    } catch (BuiltinException e) {
      return false;
    }
  }
}
