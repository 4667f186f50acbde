package dev.bylaw.rego.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** What holds for every generated program. */
class EngineLawsTest {
  private final OwnEngine engine = new OwnEngine();

  /**
   * An observed program has no indexes, no joins and no results kept between queries. Which error
   * ends an evaluation depends on what is evaluated first, so only answers are compared, and errors
   * of built-ins end none.
   */
  @Property(tries = 300)
  void plansAnswerAsWhatIsWritten(@ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
    Program program = Programs.of(seed).lenient();
    Outcome observed = engine.observed(program); // may need more steps than are allowed
    if (engine.run(program) instanceof Outcome.Answer answer
        && !(observed instanceof Outcome.Unknown)) {
      assertThat(observed)
          .as(program.toString())
          .isInstanceOfSatisfying(
              Outcome.Answer.class, other -> assertThat(answer.isSame(other)).isTrue());
    }
  }

  /**
   * Except for what the check of types refuses: once in ten thousand programs that depends on it.
   */
  @Property(tries = 300)
  void theOrderOfModulesAndRulesDoesNotMatter(
      @ForAll @LongRange(min = 1, max = 1_000_000) long seed, @ForAll Random random) {
    Program program = Programs.of(seed).lenient();
    Outcome before = engine.run(program);
    Outcome after = engine.run(shuffled(program, random));
    boolean byTypes = after instanceof Outcome.Refusal refusal && refusal.only("rego_type_error");
    if (before instanceof Outcome.Answer answer && !byTypes) {
      assertThat(after)
          .as(program.toString())
          .isInstanceOfSatisfying(
              Outcome.Answer.class, other -> assertThat(answer.isSame(other)).isTrue());
    }
  }

  private static Program shuffled(Program program, Random random) {
    List<Program.Module> modules = new ArrayList<>();
    for (Program.Module module : program.modules()) {
      List<Piece> rules = new ArrayList<>(module.rules());
      Collections.shuffle(rules, random);
      modules.add(new Program.Module(module.header(), rules));
    }
    Collections.shuffle(modules, random);
    return new Program(modules, program.data(), program.input(), program.query(), program.strict());
  }
}
