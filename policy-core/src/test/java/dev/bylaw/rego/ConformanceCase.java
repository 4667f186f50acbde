package dev.bylaw.rego;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bylaw.rego.ast.Dialect;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.Host;
import dev.bylaw.rego.explain.AttemptRecorder;
import dev.bylaw.rego.observe.Coverage;
import dev.bylaw.rego.observe.TraceEvent;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.text.ParseException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** One case of OPA's conformance suite. */
final class ConformanceCase {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode one;
  private final Dialect dialect;

  ConformanceCase(JsonNode one, Dialect dialect) {
    this.one = one;
    this.dialect = dialect;
  }

  /** Empty if the case passes in every variant of the program, or else what was different. */
  String run() throws IOException, ParseException {
    String plain = run(UnaryOperator.identity());
    Coverage coverage = new Coverage();
    List<Module> modules = new ArrayList<>();
    String observed =
        run(
            program -> {
              modules.addAll(program.modules());
              return program.observed(TraceEvent::kept, new AttemptRecorder(), coverage);
            });
    List<Span> broken = CoverageLaw.broken(coverage, modules);
    if (!broken.isEmpty()) {
      return "not counted as covered: " + broken.stream().map(Span::text).toList();
    }
    return plain.equals(observed) ? plain : plain + "; if observed: " + observed;
  }

  private String run(UnaryOperator<RegoProgram> variant) throws IOException, ParseException {
    List<RegoObject> answers;
    try {
      answers = evaluate(variant);
    } catch (InputException e) {
      return error(e.diagnostics());
    } catch (RegoEvaluationException e) {
      return error(List.of(e.diagnostic()));
    }
    if (wantsError()) {
      return "no error, but " + answers;
    }
    return compare(answers);
  }

  private boolean wantsError() {
    return one.hasNonNull("want_error") || one.hasNonNull("want_error_code");
  }

  private String error(List<Diagnostic> diagnostics) {
    if (!wantsError()) {
      return "unexpected " + diagnostics;
    }
    String text = one.path("want_error").asText("");
    String code = one.path("want_error_code").asText("");
    for (Diagnostic d : diagnostics) {
      String place = d.span().map(s -> s.source().name() + ":" + s.line() + ": ").orElse("");
      String whole = place + d.code() + ": " + d.message();
      if (whole.contains(text) && (code.isEmpty() || d.code().equals(code))) {
        return "";
      }
    }
    return "wanted error " + code + " " + text + " but got " + diagnostics;
  }

  private List<RegoObject> evaluate(UnaryOperator<RegoProgram> variant)
      throws IOException, ParseException {
    RegoCompiler compiler =
        new RegoCompiler()
            .strictBuiltinErrors(one.path("strict_error").asBoolean())
            .host(
                Host.NOTHING
                    .withClock(Clock.systemUTC())
                    .withRandom(new Random(1))
                    .withAllowedHosts(Set.of("localhost", "10.0.0.0", "::")))
            .builtin(
                Builtin.of(
                    "test.sleep",
                    "(x: string) => null",
                    "Does nothing here.",
                    (context, args) -> RegoNull.NULL));
    int i = 0;
    for (JsonNode module : one.path("modules")) {
      compiler.module(SourceFile.of("test-" + i++ + ".rego", module.asText()), dialect);
    }
    if (one.hasNonNull("data")) {
      compiler.data((RegoObject) RegoJson.parse(JSON.writeValueAsString(one.get("data"))));
    }
    RegoProgram program = variant.apply(compiler.compile());
    Optional<RegoValue> input = Optional.empty();
    if (one.has("input_term")) {
      RegoObject term =
          new RegoCompiler()
              .compile()
              .prepare(
                  SourceFile.of("input", "x = " + one.get("input_term").asText()), RegoVersion.V1)
              .evaluate(Optional.empty())
              .get(0);
      input = Optional.ofNullable(term.get("x"));
    } else if (one.has("input")) {
      input = Optional.of(RegoJson.parse(JSON.writeValueAsString(one.get("input"))));
    }
    return program
        .prepare(SourceFile.of("query", one.path("query").asText()), dialect)
        .evaluate(input);
  }

  private String compare(List<RegoObject> answers) throws IOException {
    TreeSet<String> got = new TreeSet<>();
    for (RegoObject answer : answers) {
      RegoObject.Builder kept = RegoObject.builder();
      for (RegoValue key : answer.keys()) {
        RegoValue value = answer.get(key);
        boolean generated = key instanceof RegoString s && s.value().startsWith("__localq");
        if (value != null && !generated) {
          kept.put(key, value);
        }
      }
      got.add(canonical(JSON.readTree(RegoJson.write(kept.build()))));
    }
    TreeSet<String> want = new TreeSet<>();
    for (JsonNode answer : one.path("want_result")) {
      want.add(canonical(answer));
    }
    if (!one.hasNonNull("want_result")) {
      return answers.isEmpty() ? "" : "unexpected answers " + got;
    }
    return got.equals(want) ? "" : "wanted " + want + " but got " + got;
  }

  private String canonical(JsonNode node) {
    if (node.isArray()) {
      List<String> parts = new ArrayList<>();
      node.forEach(n -> parts.add(canonical(n)));
      if (one.path("sort_bindings").asBoolean()) {
        parts.sort(null);
      }
      return parts.toString();
    } else if (node.isObject()) {
      TreeSet<String> parts = new TreeSet<>();
      node.properties().forEach(e -> parts.add(e.getKey() + ": " + canonical(e.getValue())));
      return "{" + String.join(", ", parts) + "}";
    } else if (node.isNumber()) {
      BigDecimal number = new BigDecimal(node.asText()).stripTrailingZeros();
      return number.toPlainString();
    }
    return node.toString();
  }
}
