package dev.bylaw.rego.differential;

import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.RegoEvaluationException;
import dev.bylaw.rego.RegoProgram;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.eval.EvaluationLimits;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/** The engine under test. */
final class OwnEngine {
  private static final long STEPS = 300_000;

  Outcome run(Program program) {
    return guarded(program, () -> evaluate(program, compiled(program)));
  }

  /** As {@link #run}, with a listener that takes no notice. */
  Outcome observed(Program program) {
    return guarded(program, () -> evaluate(program, compiled(program).observed(event -> {})));
  }

  /** Only compiled. */
  Outcome check(Program program) {
    return guarded(
        program,
        () -> {
          compiled(program);
          return new Outcome.Answer("");
        });
  }

  private interface Action {
    Outcome run() throws ParseException;
  }

  private static Outcome guarded(Program program, Action action) {
    try {
      return action.run();
    } catch (InputException e) {
      return new Outcome.Refusal(
          e.diagnostics().stream().map(OwnEngine::problem).toList(), program.modules().size());
    } catch (RegoEvaluationException e) {
      Diagnostic d = e.diagnostic();
      return d.code().equals("eval_cancel_error")
          ? new Outcome.Unknown(d.message())
          : new Outcome.Failure(d.code(), d.message());
    } catch (ParseException | IllegalStateException e) {
      return new Outcome.Failure("crash", e.toString());
    }
  }

  private static RegoProgram compiled(Program program) throws ParseException {
    RegoCompiler compiler =
        new RegoCompiler()
            .data((RegoObject) RegoJson.parse(program.data().toString()))
            .limits(EvaluationLimits.DEFAULT.withSteps(STEPS))
            .strictBuiltinErrors(program.strict());
    List<String> texts = program.texts();
    for (int i = 0; i < texts.size(); i++) {
      compiler.module(SourceFile.of("m" + i, texts.get(i)));
    }
    return compiler.compile();
  }

  private static Outcome evaluate(Program program, RegoProgram compiled) throws ParseException {
    Optional<RegoValue> input = Optional.empty();
    if (!program.input().isEmpty()) {
      input = Optional.of(RegoJson.parse(program.input().get(0).toString()));
    }
    String query = program.query().toString();
    if (program.isPath()) {
      List<String> path = List.of(query.split("\\."));
      return new Outcome.Answer(
          compiled.evaluate(input, path.subList(1, path.size())).map(RegoJson::write).orElse(""));
    }
    List<RegoObject> answers =
        compiled.prepare(SourceFile.of("query", query), RegoVersion.V1).evaluate(input);
    return Answers.of(RegoJson.toJsonValue(RegoArray.of(List.copyOf(answers))));
  }

  private static Outcome.Problem problem(Diagnostic d) {
    String file = d.span().map(s -> s.source().name()).orElse("");
    return new Outcome.Problem(
        file.startsWith("m") ? Integer.parseInt(file.substring(1)) : -1,
        d.span().map(s -> s.line()).orElse(0),
        d.code(),
        d.message());
  }
}
