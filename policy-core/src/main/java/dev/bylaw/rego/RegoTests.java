package dev.bylaw.rego;

import com.google.re2j.Pattern;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.Host;
import dev.bylaw.rego.eval.EvaluationLimits;
import dev.bylaw.rego.observe.Coverage;
import dev.bylaw.rego.observe.CoverageReport;
import dev.bylaw.rego.observe.ExpressionCoverage;
import dev.bylaw.rego.observe.TraceEvent;
import dev.bylaw.rego.observe.TracePoint;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tests of some modules, run as {@code opa test} does. They are run in an observed program, so
 * that a failure can be told and coverage be counted. For one thread at a time.
 */
public final class RegoTests {
  /** OPA's. */
  public static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final List<RegoTest> tests;
  private final List<Module> modules;
  private final RegoProgram program;
  private final Coverage coverage = new Coverage();
  private final List<String> printed = new ArrayList<>();
  private final Set<RegoArray> cases = new LinkedHashSet<>();
  private final List<TraceEvent> failures = new ArrayList<>();

  /**
   * Compiles the modules that a compiler has.
   *
   * @param compiler not used before or after
   * @throws InputException with all problems of all modules
   */
  public RegoTests(RegoCompiler compiler) {
    TestModules prepared = new TestModules();
    this.modules = compiler.modules();
    compiler.replaceModules(prepared::prepare);
    this.tests = List.copyOf(prepared.tests());
    this.program =
        compiler
            .builtin(caseTaker())
            .print(line -> printed.add(line.toString()))
            .compile()
            .observed(coverage, this::listen);
  }

  /**
   * Compiles what a folder has. Tests may ask for the time, and for nothing else of the host.
   *
   * @param timeout of one test
   * @throws InputException with all problems of all files
   */
  public static RegoTests ofFolder(Path root, Duration timeout) {
    return new RegoTests(
        new RegoCompiler()
            .folder(root)
            .host(Host.NOTHING.withClock(Clock.systemUTC()))
            .limits(EvaluationLimits.DEFAULT.withTime(timeout)));
  }

  private Builtin caseTaker() {
    return Builtin.of(
        TestModules.CASE,
        "(names: array[any]) => (taken: boolean)",
        "Takes the names of a case.",
        (context, args) -> {
          if (args[0] instanceof RegoArray names) {
            cases.add(names);
          }
          return RegoBoolean.TRUE;
        });
  }

  private void listen(TraceEvent event) {
    if (event.op() == TraceEvent.Op.FAIL && event.point().kind() == TracePoint.Kind.EXPRESSION) {
      failures.add(event.kept());
    }
  }

  /** All tests, in the order of the modules and of their text. */
  public List<RegoTest> tests() {
    return tests;
  }

  /** Those with a part of their full name that a regular expression matches. */
  public List<RegoTest> tests(Pattern filter) {
    return tests.stream().filter(t -> filter.matcher(t.fullName()).find()).toList();
  }

  /** Runs a test. */
  public RegoTestResult run(RegoTest test) {
    if (test.todo()) {
      return result(test, RegoTestResult.Status.SKIPPED, 0, Map.of(), List.of());
    }
    printed.clear();
    cases.clear();
    failures.clear();
    long start = System.nanoTime();
    try {
      Optional<RegoValue> value = program.evaluate(Optional.empty(), test.path());
      long time = System.nanoTime() - start;
      Map<String, Boolean> byCase = byCase(value);
      boolean passed =
          byCase.isEmpty()
              ? value.filter(RegoBoolean.TRUE::equals).isPresent()
              : byCase.values().stream().allMatch(b -> b);
      return passed
          ? result(test, RegoTestResult.Status.PASS, time, byCase, List.of())
          : result(test, RegoTestResult.Status.FAIL, time, byCase, List.of(why(test, value)));
    } catch (RegoEvaluationException e) {
      long time = System.nanoTime() - start;
      return result(test, RegoTestResult.Status.ERROR, time, Map.of(), List.of(e.diagnostic()));
    }
  }

  private RegoTestResult result(
      RegoTest test,
      RegoTestResult.Status status,
      long nanos,
      Map<String, Boolean> byCase,
      List<Diagnostic> problems) {
    return new RegoTestResult(test, status, Duration.ofNanos(nanos), byCase, problems, printed);
  }

  private Map<String, Boolean> byCase(Optional<RegoValue> value) {
    Map<String, Boolean> held = new TreeMap<>();
    for (RegoArray names : cases) {
      Optional<RegoValue> at = value;
      List<String> texts = new ArrayList<>();
      for (RegoValue name : names) {
        at = at.flatMap(v -> child(v, name));
        texts.add(name instanceof RegoString s ? s.value() : name.toString());
      }
      held.put(String.join("/", texts), at.filter(RegoBoolean.TRUE::equals).isPresent());
    }
    return held;
  }

  private static Optional<RegoValue> child(RegoValue value, RegoValue key) {
    return value instanceof RegoObject o ? Optional.ofNullable(o.get(key)) : Optional.empty();
  }

  /** The expression of the test that came furthest before it failed, with the variables there. */
  private Diagnostic why(RegoTest test, Optional<RegoValue> value) {
    TraceEvent last = null;
    for (TraceEvent e : failures) {
      boolean own =
          e.point().span().source().name().equals(test.span().source().name())
              && e.point().span().start() >= test.span().start()
              && e.point().span().end() <= test.span().end();
      if (own && (last == null || e.point().span().end() >= last.point().span().end())) {
        last = e;
      }
    }
    if (last == null) {
      String found = value.map(v -> "found " + v + ", expected true").orElse("it has no value");
      return Diagnostic.error("rego_test_failed", test.span(), test.name() + ": " + found);
    }
    StringBuilder message = new StringBuilder(test.name() + ": this does not hold");
    String before = ": ";
    for (Map.Entry<String, RegoValue> e : last.bindings().get().entrySet()) {
      message.append(before).append(e.getKey()).append(" = ").append(e.getValue());
      before = ", ";
    }
    return Diagnostic.error("rego_test_failed", last.point().span(), message.toString());
  }

  /** What the tests that were run have covered, tests included, as {@code opa test --coverage}. */
  public CoverageReport coverage() {
    return coverage.report(modules);
  }

  /** Which expressions the tests that were run have covered, tests included. */
  public ExpressionCoverage expressionCoverage() {
    return coverage.expressions(modules);
  }
}
