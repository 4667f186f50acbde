package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoValue;
import java.text.ParseException;

/** YAML in, as {@code yaml.unmarshal} reads it. */
public final class RegoYaml {
  private RegoYaml() {}

  /**
   * Reads the first document of a text.
   *
   * @throws ParseException when the text is not YAML or goes beyond {@link
   *     dev.bylaw.source.Limits#DEFAULT}; the message names the line
   */
  public static RegoValue parse(String text) throws ParseException {
    try {
      return YamlReader.read(text);
    } catch (BuiltinException e) {
      throw new ParseException(String.valueOf(e.getMessage()), 0);
    }
  }
}
