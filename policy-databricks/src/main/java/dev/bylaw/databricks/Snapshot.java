package dev.bylaw.databricks;

import com.databricks.sdk.core.ApiClient;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request as it is judged and sent. Nobody else holds a part of it, so that it cannot change in
 * between.
 *
 * @param request the copy to send
 * @param body the JSON that the SDK makes of the copy, on several lines
 */
record Snapshot<T>(T request, SourceFile body) {
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Copies a request through the SDK's own JSON.
   *
   * @throws InputException if that fails, or if the copy would be sent as another body
   */
  static <T> Snapshot<T> of(Call<T> call, T request, ApiClient api) {
    try {
      String json = api.serialize(request);
      T copy =
          api.deserialize(
              new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
              TypeFactory.defaultInstance().constructType(call.type()));
      call.addressed().accept(request, copy);
      if (!api.serialize(copy).equals(json)) {
        throw unusable(call, "the SDK does not read back the JSON that it writes");
      }
      return new Snapshot<>(copy, SourceFile.of(call.title(copy), indented(json)));
    } catch (IOException e) {
      // not its message: that may quote the request
      throw unusable(call, "the SDK cannot write it as JSON: " + e.getClass().getName());
    }
  }

  private static InputException unusable(Call<?> call, String problem) {
    return new InputException(
        List.of(
            Diagnostic.error(
                "request_unusable", "the request to " + call.action() + ": " + problem)));
  }

  private static String indented(String json) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    StringWriter out = new StringWriter();
    try (JsonParser from = JSON.createParser(json);
        JsonGenerator to = JSON.createGenerator(out)) {
      to.setPrettyPrinter(printer);
      from.nextToken();
      to.copyCurrentStructure(from);
    }
    return out.toString();
  }
}
