package dev.bylaw.policy;

import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.RegoProgram;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Loads a policy set from a folder: {@code policies.yaml}, the Rego modules below it (without
 * {@code *_test.rego}), and {@code data.json} or {@code data.yaml}, each at its folder's path.
 *
 * <p>Where {@code policies.yaml} has {@code assign}, exactly the policies named there are in force;
 * patterns name the set's own policies, a check in Java is named by its full id. Where it has none,
 * all of the set's own policies are in force.
 */
public final class PolicySetLoader {
  private final Path folder;
  private final List<Check> checks;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Fields fields = new Fields(diagnostics);

  private PolicySetLoader(Path folder, List<Check> checks) {
    this.folder = folder;
    this.checks = checks;
  }

  /**
   * Loads with the checks that the class path offers.
   *
   * @throws InputException with all problems at once
   */
  public static PolicySet load(Path folder) {
    List<Check> found = new ArrayList<>();
    ServiceLoader.load(Check.class, Check.class.getClassLoader()).forEach(found::add);
    return load(folder, found);
  }

  /**
   * Loads.
   *
   * @param checks those that may be assigned
   * @throws InputException with all problems at once
   */
  public static PolicySet load(Path folder, List<Check> checks) {
    return new PolicySetLoader(folder, checks).load();
  }

  private PolicySet load() {
    SetFiles files = SetFiles.read(folder, diagnostics);
    SetManifest manifest =
        files
            .manifest()
            .map(m -> SetManifest.read(m.source(), diagnostics))
            .orElse(SetManifest.NONE);
    RegoCompiler compiler = new RegoCompiler();
    files.rego().forEach(f -> compiler.module(f.source()));
    List<Policy> own = new PolicyReader(manifest.root(), fields).read(compiler.modules());
    unique(own);
    InputTypes.load().declare(own, compiler);
    Attachments attached = new Attachments(folder);
    Assigning assigning = new Assigning(own, checks, attached, fields);
    Assignments assignments =
        manifest.assignments().map(assigning::assigned).orElseGet(assigning::everything);
    SetData data = new SetData(fields);
    files.data().forEach(data::file);
    ParameterDocument parameters = new ParameterDocument(data.build(), own);
    Optional<RegoProgram> program = compile(compiler.data(parameters.with(List.of())));
    if (assignments.policies().isEmpty() && diagnostics.stream().noneMatch(Diagnostic::isError)) {
      diagnostics.add(empty(files));
    }
    WaiverRules rules =
        manifest
            .waivers()
            .map(w -> new WaiverRulesReader(fields, manifest.territory()).read(w))
            .orElse(WaiverRules.NONE);
    WaiverReader waiverReader = new WaiverReader(rules, manifest.territory(), assignments);
    List<Waiver> waivers =
        files.waivers().stream().flatMap(f -> waiverReader.read(f.source()).stream()).toList();
    diagnostics.addAll(waiverReader.diagnostics());
    if (program.isEmpty() || diagnostics.stream().anyMatch(Diagnostic::isError)) {
      throw new InputException(diagnostics);
    }
    return new PolicySet(
        new PolicySet.SetId(
            manifest.name().orElseGet(this::folderName),
            manifest.version().orElse("0"),
            attached.revision(files.revision())),
        manifest.territory(),
        assignments,
        new Catalogue(assignments, parameters, program.get()),
        rules,
        waivers,
        diagnostics);
  }

  private String folderName() {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? "policies" : name.toString();
  }

  private Diagnostic empty(SetFiles files) {
    String message =
        files.rego().isEmpty()
            ? "the folder " + folder + " has no Rego files, expected policies in it"
            : "no policy is in force: none of the %d Rego files in %s has a rule deny, violation or warn that is assigned"
                .formatted(files.rego().size(), folder);
    return files
        .manifest()
        .map(m -> Diagnostic.error("policy_set_empty", m.source().span(0, 0), message))
        .orElseGet(() -> Diagnostic.error("policy_set_empty", message));
  }

  private void unique(List<Policy> policies) {
    Map<String, Policy> byId = new HashMap<>();
    for (Policy policy : policies) {
      Policy first = byId.putIfAbsent(policy.id(), policy);
      if (first != null) {
        Span place = policy.place().orElseThrow();
        fields.problem(
            "policy_duplicate",
            place,
            "the id " + policy.id() + " is taken by the policy at " + first.place().orElseThrow());
      }
    }
  }

  private Optional<RegoProgram> compile(RegoCompiler compiler) {
    try {
      return Optional.of(compiler.compile());
    } catch (InputException e) {
      diagnostics.addAll(e.diagnostics());
      return Optional.empty();
    }
  }
}
