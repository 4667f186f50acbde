package dev.bylaw.rego;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Dialect;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.builtin.BuiltinRegistry;
import dev.bylaw.rego.builtin.Host;
import dev.bylaw.rego.compiler.Compiled;
import dev.bylaw.rego.compiler.CompiledRule;
import dev.bylaw.rego.compiler.Problems;
import dev.bylaw.rego.eval.EvaluationLimits;
import dev.bylaw.rego.eval.Halt;
import dev.bylaw.rego.eval.Plan;
import dev.bylaw.rego.eval.Session;
import dev.bylaw.rego.observe.Audience;
import dev.bylaw.rego.observe.TraceListener;
import dev.bylaw.rego.parser.RegoSyntax;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compiled modules with their data: immutable and thread-safe. Made by {@link RegoCompiler};
 * evaluated many times, from many threads.
 */
public final class RegoProgram {
  private final List<Module> modules;
  private final Compiled compiled;
  private final BuiltinRegistry registry;
  private final Plan plan;
  private final Settings settings;
  private final Optional<RegoProgram> deriving;
  // one entry per rule that was ever asked for, so as many at most as the program has rules
  private final Set<List<String>> paths;
  private final Map<List<String>, Plan.Derivations> derivations = new ConcurrentHashMap<>();
  // made when somebody first listens
  private volatile @Nullable Plan observed;

  /** What every evaluation of a program shares. */
  record Settings(Host host, boolean strictErrors, EvaluationLimits limits, Audience audience) {
    Settings with(Audience other) {
      return new Settings(host, strictErrors, limits, other);
    }
  }

  RegoProgram(
      List<Module> modules,
      Compiled compiled,
      BuiltinRegistry registry,
      Plan plan,
      Settings settings) {
    this(modules, compiled, registry, plan, settings, Optional.empty());
  }

  /**
   * @param deriving of an observed program the plain one, which knows what its rules read
   */
  private RegoProgram(
      List<Module> modules,
      Compiled compiled,
      BuiltinRegistry registry,
      Plan plan,
      Settings settings,
      Optional<RegoProgram> deriving) {
    this.modules = List.copyOf(modules);
    this.compiled = compiled;
    this.registry = registry;
    this.plan = plan;
    this.settings = settings;
    this.deriving = deriving;
    Set<List<String>> all = new HashSet<>();
    for (CompiledRule rule : compiled.rules()) {
      all.add(rule.path());
    }
    this.paths = Set.copyOf(all);
  }

  /**
   * The same rules over other base documents, without compiling again; this program stays as it is.
   * Prepared queries belong to the program that prepared them.
   */
  public RegoProgram withData(RegoObject documents) {
    return new RegoProgram(
        modules,
        compiled,
        registry,
        plan.withData(documents, registry),
        settings,
        deriving.map(d -> d.withData(documents)));
  }

  /**
   * The same program in a variant that tells each step of its evaluations: of {@link #evaluate}, of
   * {@link #derive} and of the queries that it prepares. It gives the same answers, slowly: without
   * indexes, joins and results kept between queries, so that what is told is what is written. This
   * program stays as it is.
   */
  public RegoProgram observed(TraceListener... listeners) {
    Audience audience = settings.audience().withTrace(TraceListener.all(List.of(listeners)));
    return new RegoProgram(
        modules,
        compiled,
        registry,
        observedPlan(),
        settings.with(audience),
        Optional.of(deriving.orElseGet(this::silent)));
  }

  private Plan observedPlan() {
    Plan made = observed;
    if (made == null) {
      made = plan.observed(modules, compiled.rules(), registry);
      observed = made;
    }
    return made;
  }

  private RegoProgram silent() {
    return new RegoProgram(modules, compiled, registry, plan, settings.with(Audience.NOBODY));
  }

  /** The modules as parsed, in the order in which they were given. */
  public List<Module> modules() {
    return modules;
  }

  /**
   * The value of a rule or package, empty where it is undefined.
   *
   * @param input what {@code input} is; empty for undefined
   * @param path below {@code data}, for example {@code acme, cost, warehouse_size, deny}
   * @throws RegoEvaluationException when the evaluation ends without an answer
   */
  public Optional<RegoValue> evaluate(Optional<RegoValue> input, List<String> path) {
    return guarded(session -> plan.evaluate(input, path, session));
  }

  /**
   * The parts of the input that rules may read to compute some rules, whatever the input is: the
   * constant beginnings of their references. The empty path is the whole input.
   *
   * @param path of a rule, or of a package for all of its rules
   */
  public Set<List<String>> inputPaths(List<String> path) {
    return compiled.inputPaths().of(path);
  }

  /**
   * The elements of a {@code contains} rule, each with the input paths it was derived from, in
   * order of the elements; an element derived twice stands here twice. Empty where there is no such
   * rule.
   *
   * @throws RegoEvaluationException when the evaluation ends without an answer
   */
  public List<Derivation> derive(RegoValue input, List<String> path) {
    return over(input).derive(path);
  }

  /** This program over an input that several rules are asked about. */
  public RegoEvaluation over(RegoValue input) {
    return new RegoEvaluation(this, input);
  }

  /** Empty where there is no such rule. An observed program tells its listeners first. */
  Optional<Plan.Derivations> derivations(RegoValue input, List<String> path) {
    if (!paths.contains(path)) {
      return Optional.empty();
    }
    if (deriving.isPresent()) {
      evaluate(Optional.of(input), path);
      return deriving.get().derivations(input, path);
    }
    return Optional.of(derivations.computeIfAbsent(path, plan::derivations));
  }

  /** The one that derives, to which nobody listens. */
  RegoProgram unobserved() {
    return deriving.orElse(this);
  }

  Plan.Evaluation evaluation(RegoValue input, Session session) {
    return plan.over(input, session);
  }

  /**
   * Compiles a query against this program.
   *
   * @throws InputException with all problems of the query
   */
  public RegoQuery prepare(SourceFile query, RegoVersion version) {
    return prepare(query, Dialect.of(version));
  }

  /**
   * Compiles a query in a version of Rego with other keywords than it has by default.
   *
   * @throws InputException with all problems of the query
   */
  public RegoQuery prepare(SourceFile query, Dialect dialect) {
    RegoSyntax.Parsed<Body> parsed = RegoSyntax.parseQuery(query, dialect);
    Problems problems = new Problems();
    problems.addAll(parsed.diagnostics());
    if (parsed.tree().isEmpty()) {
      throw new InputException(problems.list());
    }
    Compiled.Query resolved = compiled.query(parsed.tree().get(), problems);
    if (!problems.isEmpty()) {
      throw new InputException(problems.list());
    }
    Plan.Query planned = plan.query(resolved, problems);
    if (!problems.isEmpty()) {
      throw new InputException(problems.list());
    }
    return new RegoQuery(this, planned);
  }

  <T> T guarded(Function<Session, T> evaluation) {
    try {
      return evaluation.apply(
          new Session(
              settings.host(), settings.strictErrors(), settings.limits(), settings.audience()));
    } catch (Halt halt) {
      throw new RegoEvaluationException(halt.diagnostic());
    } catch (StackOverflowError e) {
      throw new RegoEvaluationException(
          Diagnostic.error(
              "eval_cancel_error",
              "the evaluation nests too deeply; simplify the rule or give the thread more stack"));
    }
  }
}
