package dev.bylaw.rego;

import dev.bylaw.rego.ast.Dialect;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinRegistry;
import dev.bylaw.rego.builtin.Host;
import dev.bylaw.rego.builtin.std.StandardBuiltins;
import dev.bylaw.rego.compiler.Capabilities;
import dev.bylaw.rego.compiler.CompileOptions;
import dev.bylaw.rego.compiler.Compiled;
import dev.bylaw.rego.compiler.ModuleCompiler;
import dev.bylaw.rego.compiler.Problems;
import dev.bylaw.rego.compiler.Schemas;
import dev.bylaw.rego.eval.EvaluationLimits;
import dev.bylaw.rego.eval.Plan;
import dev.bylaw.rego.observe.Audience;
import dev.bylaw.rego.observe.PrintHook;
import dev.bylaw.rego.parser.RegoSyntax;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Collects modules and data and compiles them to a {@link RegoProgram}. Not thread-safe; use it
 * once.
 */
public final class RegoCompiler {
  private final List<Module> modules = new ArrayList<>();
  private final List<Builtin> builtins = new ArrayList<>();
  private final Problems problems = new Problems();
  private RegoObject data = RegoObject.EMPTY;
  private Host host = Host.NOTHING;
  private EvaluationLimits limits = EvaluationLimits.DEFAULT;
  private Audience audience = Audience.NOBODY;
  private boolean strictErrors;
  private boolean strict;
  private Capabilities capabilities = Capabilities.ALL;
  private Schemas schemas = Schemas.NONE;

  /** Adds one module, read as Rego v1. */
  public RegoCompiler module(SourceFile source) {
    return module(source, RegoVersion.V1);
  }

  /** Adds one module. Its problems are reported by {@link #compile}, with all others. */
  public RegoCompiler module(SourceFile source, RegoVersion version) {
    return module(source, capabilities.dialect(version));
  }

  /** Adds one module in a version of Rego with other keywords than it has by default. */
  public RegoCompiler module(SourceFile source, Dialect dialect) {
    RegoSyntax.Parsed<Module> parsed = RegoSyntax.parse(source, dialect);
    problems.addAll(parsed.diagnostics());
    parsed.tree().ifPresent(modules::add);
    return this;
  }

  /**
   * Adds the modules of a folder, read as Rego v1, and to the base documents the JSON and YAML
   * files there, each at the path of its folder, as {@code opa eval -d} does. Problems are reported
   * by {@link #compile}.
   */
  public RegoCompiler folder(Path root) {
    return read(root, FolderReader.Kind.ALL);
  }

  /** Adds the modules of a folder without its JSON and YAML, or one file; read as Rego v1. */
  public RegoCompiler moduleFolder(Path root) {
    return read(root, FolderReader.Kind.MODULES);
  }

  /** Adds the JSON and YAML of a folder without its modules, or one file, to the base documents. */
  public RegoCompiler documentFolder(Path root) {
    return read(root, FolderReader.Kind.DOCUMENTS);
  }

  private RegoCompiler read(Path root, FolderReader.Kind kind) {
    FolderReader read = FolderReader.read(root, kind, data);
    problems.addAll(read.problems);
    read.modules.forEach(this::module);
    return data(read.data);
  }

  /** The modules so far, those that could be parsed. */
  public List<Module> modules() {
    return List.copyOf(modules);
  }

  /** The base documents so far. */
  public RegoObject documents() {
    return data;
  }

  /** Puts others in the place of the modules so far. */
  void replaceModules(UnaryOperator<Module> change) {
    modules.replaceAll(change);
  }

  /** Sets the base documents below {@code data}. */
  public RegoCompiler data(RegoObject documents) {
    this.data = documents;
    return this;
  }

  /** Adds a built-in to the standard ones. */
  public RegoCompiler builtin(Builtin builtin) {
    builtins.add(builtin);
    return this;
  }

  /** Sets what rules may use of the host; nothing by default. */
  public RegoCompiler host(Host granted) {
    this.host = granted;
    return this;
  }

  /** Takes what rules print; by default calls of {@code print} are left out. */
  public RegoCompiler print(PrintHook hook) {
    this.audience = audience.withPrints(hook);
    return this;
  }

  /**
   * Refuses imports, arguments and assigned variables that are not used, and whatever version 1
   * refuses beside its syntax.
   */
  public RegoCompiler strict(boolean on) {
    this.strict = on;
    return this;
  }

  /** Sets what rules may use; call this before modules are added. All of it by default. */
  public RegoCompiler capabilities(Capabilities allowed) {
    this.capabilities = allowed;
    return this;
  }

  /** Sets what is known of inputs and data; nothing by default. */
  public RegoCompiler schemas(Schemas known) {
    this.schemas = known;
    return this;
  }

  /**
   * Says what {@code input} is for the rules of one package, beside what {@link #schemas} knows. An
   * object may have other fields than those that are named, unless {@code additionalProperties} is
   * false.
   *
   * @param path below {@code data}
   * @param schema JSON Schema
   */
  public RegoCompiler inputOf(List<String> path, RegoValue schema) {
    this.schemas = schemas.withPackage(path, schema);
    return this;
  }

  /** Makes an error of a built-in end the evaluation; by default the call is undefined. */
  public RegoCompiler strictBuiltinErrors(boolean strict) {
    this.strictErrors = strict;
    return this;
  }

  /** Sets the budget of one evaluation; {@link EvaluationLimits#DEFAULT} by default. */
  public RegoCompiler limits(EvaluationLimits budget) {
    this.limits = budget;
    return this;
  }

  /**
   * Runs all passes.
   *
   * @throws InputException with all problems of all modules
   */
  public RegoProgram compile() {
    if (!problems.isEmpty()) {
      throw new InputException(problems.list());
    }
    BuiltinRegistry registry = capabilities.restrict(StandardBuiltins.registry()).with(builtins);
    CompileOptions options =
        new CompileOptions(strict, audience.listensToPrints(), capabilities, schemas);
    Compiled compiled = ModuleCompiler.compile(modules, registry, options, problems);
    if (!problems.isEmpty()) {
      throw new InputException(problems.list());
    }
    Plan plan = Plan.of(modules, compiled.planned(), data, registry, problems);
    if (!problems.isEmpty()) {
      throw new InputException(problems.list());
    }
    return new RegoProgram(
        modules,
        compiled,
        registry,
        plan,
        new RegoProgram.Settings(host, strictErrors, limits, audience));
  }
}
