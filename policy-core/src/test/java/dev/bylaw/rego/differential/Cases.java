package dev.bylaw.rego.differential;

import dev.bylaw.rego.value.RegoJson;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** Programs with the outcome that OPA gives, as YAML files. Documents are JSON in texts. */
final class Cases {
  private Cases() {}

  /** A program with its expected outcome. */
  record Case(Program program, String expected) {}

  static String write(Difference found) {
    Program program = found.program();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("modules", program.texts());
    if (!program.data().toString().equals("{}")) {
      fields.put("data", json(program.data()));
    }
    program.input().forEach(input -> fields.put("input", json(input)));
    if (program.strict()) {
      fields.put("strict", true);
    }
    fields.put("query", program.query().toString());
    fields.put("expected", expected(found.opa()));
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setDefaultScalarStyle(ScalarStyle.PLAIN)
            .setWidth(100)
            .build();
    return new Dump(settings).dumpToString(fields);
  }

  private static String json(Piece document) {
    try {
      return RegoJson.write(RegoJson.parse(document.toString()));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of refusals, only the code of the first problem counts. */
  static String expected(Outcome outcome) {
    return outcome instanceof Outcome.Refusal r
        ? "refused " + r.problems().get(0).code()
        : outcome.toString();
  }

  static Case read(String text) {
    Map<?, ?> fields = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
    List<Program.Module> modules = new ArrayList<>();
    ((List<?>) fields.get("modules"))
        .forEach(m -> modules.add(new Program.Module(Piece.of(m), List.of())));
    Object data = fields.get("data");
    Object input = fields.get("input");
    Program program =
        new Program(
            modules,
            Piece.of(data == null ? "{}" : data),
            input == null ? List.of() : List.of(Piece.of(input)),
            Piece.of(fields.get("query")),
            fields.containsKey("strict"));
    return new Case(program, (String) fields.get("expected"));
  }
}
