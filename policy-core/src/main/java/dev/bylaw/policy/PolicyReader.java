package dev.bylaw.policy;

import dev.bylaw.policy.Policy.Implementation.RegoRules;
import dev.bylaw.rego.ast.Annotations;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Severity;
import dev.bylaw.source.Span;
import dev.bylaw.subject.SubjectKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the policies in modules. A package with metadata is one policy. In a package without, each
 * of the rules {@code deny}, {@code violation} and {@code warn} (also with a suffix, {@code
 * deny_names}) is one of its own, as conftest has it.
 */
final class PolicyReader {
  private final List<String> root;
  private final Fields fields;

  PolicyReader(List<String> root, Fields fields) {
    this.root = root;
    this.fields = fields;
  }

  /** The rules of one package that yield findings, and its metadata. */
  private static final class Group {
    final List<Annotations> metadata = new ArrayList<>();
    final Map<String, Rule> rules = new TreeMap<>();
    Optional<Span> place = Optional.empty();
  }

  List<Policy> read(List<Module> modules) {
    Map<List<String>, Group> packages = new LinkedHashMap<>();
    for (Module module : modules) {
      Group p = packages.computeIfAbsent(path(module), k -> new Group());
      if (p.place.isEmpty()) {
        p.place = Optional.of(module.packageDeclaration().span());
      }
      for (Annotations annotations : module.annotations()) {
        if (annotations.scope().equals("package") && Metadata.isPolicy(annotations)) {
          p.metadata.add(annotations);
        }
      }
      for (Rule rule : module.rules()) {
        rule(rule, p);
      }
    }
    List<Policy> policies = new ArrayList<>();
    for (Map.Entry<List<String>, Group> entry : packages.entrySet()) {
      policies(entry.getKey(), entry.getValue(), policies);
    }
    return policies;
  }

  static List<String> path(Module module) {
    List<String> names = new ArrayList<>();
    for (Term t : module.packageDeclaration().path().path()) {
      if (t instanceof Scalar s && s.value() instanceof RegoString name) {
        names.add(name.value());
      }
    }
    return names;
  }

  private void rule(Rule rule, Group p) {
    boolean single = rule.head().reference().path().isEmpty() && rule.head().args().isEmpty();
    if (!single || !(rule.head().reference().head() instanceof Var v) || word(v.name()).isEmpty()) {
      return;
    }
    if (rule.head().key().isEmpty()) {
      fields.problem(
          "policy_rule_error",
          rule.head().span(),
          "the rule "
              + v.name()
              + " is no set of findings; write: "
              + v.name()
              + " contains message if { ... }");
    } else {
      p.rules.putIfAbsent(v.name(), rule);
    }
  }

  /** {@code deny}, {@code violation} or {@code warn}. */
  static Optional<String> word(String rule) {
    for (String word : List.of("deny", "violation", "warn")) {
      if (rule.equals(word) || rule.startsWith(word + "_")) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  private void policies(List<String> path, Group p, List<Policy> out) {
    if (p.metadata.isEmpty() && p.rules.isEmpty()) {
      return;
    }
    Span place = p.metadata.isEmpty() ? p.place.orElseThrow() : p.metadata.get(0).span();
    if (path.size() < root.size() || !path.subList(0, root.size()).equals(root)) {
      fields.problem(
          "policy_outside_root",
          p.place.orElseThrow(),
          "found policies in the package %s, expected a package below the set's root %s"
              .formatted(String.join(".", path), String.join(".", root)));
      return;
    }
    String id = id(path.subList(root.size(), path.size()));
    if (p.metadata.isEmpty()) {
      p.rules.forEach((name, rule) -> out.add(bare(path, id, name, rule)));
      return;
    }
    for (Annotations again : p.metadata.subList(1, p.metadata.size())) {
      fields.problem(
          "policy_duplicate",
          again.span(),
          "the policy " + id + " has its metadata at " + place + " already");
    }
    if (p.rules.isEmpty()) {
      fields.problem(
          "policy_without_rules",
          place,
          "the policy " + id + " has none of the rules deny, violation and warn");
    }
    described(path, id, p, place).ifPresent(out::add);
  }

  private static String id(List<String> names) {
    return String.join("/", names).replace('_', '-');
  }

  private Optional<Policy> described(List<String> path, String id, Group p, Span place) {
    Metadata m = new Metadata(p.metadata.get(0), fields);
    Optional<PolicyKind> kind = m.kind();
    Set<SubjectKind> subjects = m.subjects();
    List<Parameter> parameters = m.parameters();
    if (id.isEmpty()) {
      fields.problem("policy_outside_root", place, "a policy needs a package below the root");
    }
    if (kind.isEmpty() || subjects.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Policy(
            id,
            m.title().orElse(id),
            m.description().orElse(""),
            kind.get(),
            subjects,
            m.severity(),
            m.custom("owner"),
            m.custom("characteristic"),
            m.custom("remediation"),
            m.links(),
            m.unknown(),
            m.suppressible(),
            parameters,
            new RegoRules(
                path, List.copyOf(p.rules.keySet()), path.subList(root.size(), path.size())),
            Optional.of(place)));
  }

  /** A rule without metadata reads every kind of subject. */
  private Policy bare(List<String> path, String packageId, String name, Rule rule) {
    Optional<Metadata> m =
        rule.annotations().stream().findFirst().map(a -> new Metadata(a, fields));
    String id = (packageId.isEmpty() ? "" : packageId + "/") + name.replace('_', '-');
    boolean warns = word(name).equals(Optional.of("warn"));
    return new Policy(
        id,
        m.flatMap(Metadata::title).orElse(id),
        m.flatMap(Metadata::description).orElse(""),
        PolicyKind.CODE,
        EnumSet.allOf(SubjectKind.class),
        warns ? Severity.WARNING : m.map(Metadata::severity).orElse(Severity.ERROR),
        Optional.empty(),
        m.flatMap(x -> x.custom("characteristic")),
        m.flatMap(x -> x.custom("remediation")),
        m.map(Metadata::links).orElse(List.of()),
        UnknownMeans.WARN,
        false,
        List.of(),
        new RegoRules(path, List.of(name), path.subList(root.size(), path.size())),
        Optional.of(rule.span()));
  }
}
