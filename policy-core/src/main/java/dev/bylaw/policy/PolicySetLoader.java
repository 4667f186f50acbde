package dev.bylaw.policy;

import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.RegoProgram;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;

/**
 * Loads a policy set and the sets that it imports: from a folder, an OPA bundle ({@code .tar.gz}),
 * a Maven artifact that the caller resolved ({@code .jar}), or the class path (a pack). To a set
 * belong {@code policies.yaml}, the Rego modules (without {@code *_test.rego}), {@code data.json}
 * and {@code data.yaml}, each at its folder's path, and {@code waivers/*.yaml}.
 *
 * <p>Where {@code policies.yaml} has {@code assign}, exactly the policies named there hold. Where
 * it has none, all of the set's own policies do.
 */
public final class PolicySetLoader {
  private final String shown;
  private final Function<SetTree, Part> source;
  private final ClassLoader packs;
  private final List<Check> checks;
  private final ArtifactSource artifacts;

  private PolicySetLoader(
      String shown,
      Function<SetTree, Part> source,
      ClassLoader packs,
      List<Check> checks,
      ArtifactSource artifacts) {
    this.shown = shown;
    this.source = source;
    this.packs = packs;
    this.checks = List.copyOf(checks);
    this.artifacts = artifacts;
  }

  /** Of a folder, a bundle or a jar, with the checks and the packs that the class path offers. */
  public static PolicySetLoader of(Path path) {
    return of(path.toString(), tree -> tree.read(path));
  }

  /** Of a pack, with the checks and the packs that the class path offers. */
  public static PolicySetLoader ofPack(String name) {
    if (!PackFiles.isName(name)) {
      throw new IllegalArgumentException("no name of a pack: " + name);
    }
    return of("pack " + name, tree -> tree.pack(name));
  }

  private static PolicySetLoader of(String shown, Function<SetTree, Part> source) {
    ClassLoader loader = Check.class.getClassLoader();
    List<Check> found = new ArrayList<>();
    ServiceLoader.load(Check.class, loader).forEach(found::add);
    return new PolicySetLoader(shown, source, loader, found, PolicySetLoader::none);
  }

  /** The same with other checks that may be assigned. */
  public PolicySetLoader withChecks(List<Check> others) {
    return new PolicySetLoader(shown, source, packs, others, artifacts);
  }

  /** The same with packs, and nothing else, from another class loader. */
  public PolicySetLoader withPacksOf(ClassLoader other) {
    return new PolicySetLoader(shown, source, other, checks, artifacts);
  }

  /**
   * The same with parameters for policies, which hold for the whole organisation and may be tighter
   * than the set's own, not weaker.
   *
   * @param parameters YAML: {@code {cost/warehouse-size: {max: Medium}}}
   */
  public PolicySetLoader withParameters(SourceFile parameters) {
    return new PolicySetLoader(
        shown, tree -> tree.given(source.apply(tree), parameters), packs, checks, artifacts);
  }

  private static Path none(String name, Optional<String> versions) throws IOException {
    throw new IOException("no repository was given to find it in");
  }

  /** The same with artifacts that sets may import. */
  public PolicySetLoader withArtifacts(ArtifactSource resolver) {
    return new PolicySetLoader(shown, source, packs, checks, resolver);
  }

  /**
   * Loads with the checks that the class path offers.
   *
   * @throws InputException with all problems at once
   */
  public static PolicySet load(Path path) {
    return of(path).load();
  }

  /**
   * Loads.
   *
   * @param checks those that may be assigned
   * @throws InputException with all problems at once
   */
  public static PolicySet load(Path path, List<Check> checks) {
    return of(path).withChecks(checks).load();
  }

  /**
   * Loads.
   *
   * @throws InputException with all problems at once
   */
  public PolicySet load() {
    return new Loading().load();
  }

  /** One run. */
  private final class Loading {
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Fields fields = new Fields(diagnostics);
    private final RegoCompiler compiler = new RegoCompiler();
    private final List<List<Policy>> policies = new ArrayList<>();

    PolicySet load() {
      SetTree tree = new SetTree(packs, artifacts, diagnostics);
      Part root = source.apply(tree);
      List<Part> parts = tree.parts();
      SetData data = modules(parts);
      List<Policy> all = new ArrayList<>();
      policies.forEach(all::addAll);
      InputTypes.load().declare(all, compiler);
      Assignments assignments = assignments(parts, root);
      ParameterDocument parameters = new ParameterDocument(data.build(), all);
      Optional<RegoProgram> program = compile(compiler.data(parameters.with(List.of())));
      if (assignments.policies().isEmpty() && !hasErrors()) {
        diagnostics.add(empty(root));
      }
      WaiverRules rules = waiverRules(parts, root);
      List<Waiver> waivers = waivers(parts, rules, root.manifest().territory(), assignments);
      if (program.isEmpty() || hasErrors()) {
        throw new InputException(diagnostics.stream().distinct().toList());
      }
      return new PolicySet(
          id(root, parts),
          root.manifest().territory(),
          assignments,
          new Catalogue(assignments, parameters, program.get()),
          rules,
          waivers,
          parts.stream().flatMap(p -> p.manifest().sensitive().stream()).distinct().toList(),
          Sources.of(parts),
          diagnostics);
    }

    private boolean hasErrors() {
      for (Diagnostic diagnostic : diagnostics) {
        if (diagnostic.isError()) {
          return true;
        }
      }
      return false;
    }

    /** Those of the highest set, if it has any: nobody below may name approvers. */
    private WaiverRules waiverRules(List<Part> parts, Part root) {
      Part highest = parts.stream().filter(p -> !p.manifest().library()).findFirst().orElse(root);
      for (Part part : parts) {
        if (part.number() != highest.number()) {
          part.manifest().waivers().ifPresent(this::foreignRules);
        }
      }
      return highest
          .manifest()
          .waivers()
          .map(w -> new WaiverRulesReader(fields, highest.manifest().territory()).read(w))
          .orElse(WaiverRules.NONE);
    }

    private void foreignRules(Located written) {
      fields.problem(
          "policy_weakened",
          written.span(),
          "found rules for waivers, expected none, because those of the highest set that is imported hold");
    }

    private List<Waiver> waivers(
        List<Part> parts, WaiverRules rules, Territory territory, Assignments assignments) {
      WaiverReader reader = new WaiverReader(rules, territory, assignments);
      List<Waiver> out = new ArrayList<>();
      for (Part part : parts) {
        for (SetFiles.Entry file : part.files().waivers()) {
          out.addAll(reader.read(file.source()));
        }
      }
      diagnostics.addAll(reader.diagnostics());
      return out;
    }

    private PolicySet.SetId id(Part root, List<Part> parts) {
      return new PolicySet.SetId(
          root.manifest().name().orElseGet(() -> lastName(shown)),
          root.manifest().version().orElse("0"),
          SetFiles.revision(parts.stream().map(Part::revision).toList()));
    }

    private SetData modules(List<Part> parts) {
      Shadowing shadowing = new Shadowing(fields);
      SetData data = new SetData(fields);
      for (Part part : parts) {
        int before = compiler.modules().size();
        for (SetFiles.Entry file : part.files().rego()) {
          compiler.module(file.source());
        }
        List<Module> modules = compiler.modules();
        List<Module> own = modules.subList(before, modules.size());
        data.files(part, shadowing.heads());
        shadowing.check(part, own);
        policies.add(new PolicyReader(part.manifest().root(), fields).read(own));
      }
      return data;
    }

    private Assignments assignments(List<Part> parts, Part root) {
      Assigning assigning = new Assigning(checks, fields);
      Suggestions suggestions = new Suggestions(fields);
      for (Part part : parts) {
        assigning.policies(part, policies.get(part.number()));
      }
      for (Part part : parts) {
        boolean holds = part.number() == root.number() || !part.manifest().library();
        if (holds) {
          assigning.assign(suggestions.of(part));
        }
        if (holds && part.manifest().assignments().isEmpty()) {
          assigning.everything(part, policies.get(part.number()));
        }
      }
      if (!hasErrors()) {
        assigning.unassigned(root, policies.get(root.number()));
      }
      return assigning.assignments();
    }

    private Diagnostic empty(Part root) {
      int modules = root.files().rego().size();
      String message =
          modules == 0
              ? shown + " has no Rego files, expected policies in it"
              : "no policy is in force: none of the %d Rego files in %s has a rule deny, violation or warn that is assigned"
                  .formatted(modules, shown);
      return root.files()
          .manifest()
          .map(m -> Diagnostic.error("policy_set_empty", m.source().span(0, 0), message))
          .orElseGet(() -> Diagnostic.error("policy_set_empty", message));
    }

    private Optional<RegoProgram> compile(RegoCompiler complete) {
      try {
        return Optional.of(complete.compile());
      } catch (InputException e) {
        diagnostics.addAll(e.diagnostics());
        return Optional.empty();
      }
    }
  }

  /** Of a path or of a pack's name, without the ending of an archive. */
  private static String lastName(String shown) {
    Path name = Path.of(shown).toAbsolutePath().normalize().getFileName();
    return name == null ? "policies" : name.toString().replaceFirst("\\.(tar\\.gz|jar)$", "");
  }
}
