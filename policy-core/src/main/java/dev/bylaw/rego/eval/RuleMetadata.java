package dev.bylaw.rego.eval;

import dev.bylaw.rego.ast.Annotations;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.compiler.CompiledRule;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers the calls that ask for the annotations of the rule in which they stand. */
final class RuleMetadata {
  private final Map<SourceFile, List<CompiledRule>> rules = new HashMap<>();
  private final Map<SourceFile, List<String>> packages = new HashMap<>();
  private final Map<List<String>, List<Annotations>> byPackage = new HashMap<>();
  private final Map<List<String>, Annotations> documents = new HashMap<>();

  RuleMetadata(List<Module> modules, List<CompiledRule> compiled) {
    for (Module module : modules) {
      List<String> path = path(module.packageDeclaration().path());
      packages.put(module.span().source(), path);
      byPackage.computeIfAbsent(path, p -> new ArrayList<>()).addAll(module.annotations());
    }
    for (CompiledRule rule : compiled) {
      rules.computeIfAbsent(rule.rule().span().source(), s -> new ArrayList<>()).add(rule);
      for (Annotations document : of(rule.rule(), "document")) {
        documents.putIfAbsent(rule.path(), document);
      }
    }
  }

  private static List<String> path(Ref ref) {
    List<String> path = new ArrayList<>();
    for (Term part : ref.path()) {
      path.add(part instanceof Scalar s && s.value() instanceof RegoString t ? t.value() : "");
    }
    return path;
  }

  /** The value of a call, if it is one of these and stands in a rule. */
  Optional<RegoValue> answer(Call call) {
    String name = call.operator() instanceof Var v ? v.name() : "";
    if (!name.startsWith("rego.metadata.")) {
      return Optional.empty();
    }
    for (CompiledRule rule : rules.getOrDefault(call.span().source(), List.of())) {
      if (contains(rule.rule().span(), call.span())) {
        List<Annotations> own = inElse(rule.rule(), call) ? List.of() : of(rule.rule(), "rule");
        return Optional.of(
            name.endsWith(".rule")
                ? own.stream().findFirst().map(RuleMetadata::value).orElse(RegoObject.EMPTY)
                : chain(rule, own));
      }
    }
    return Optional.empty();
  }

  private static boolean inElse(Rule rule, Call call) {
    return rule.otherwise().filter(other -> contains(other.span(), call.span())).isPresent();
  }

  private static boolean contains(Span outer, Span inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }

  private static List<Annotations> of(Rule rule, String scope) {
    List<Annotations> own = new ArrayList<>();
    for (Annotations annotations : rule.annotations()) {
      if (annotations.scope().equals(scope)) {
        own.add(annotations);
      }
    }
    return own;
  }

  private static RegoObject value(Annotations annotations) {
    return annotations.values().with(RegoString.of("scope"), RegoString.of(annotations.scope()));
  }

  /** From the rule to its document, its package and the packages around it. */
  private RegoValue chain(CompiledRule rule, List<Annotations> own) {
    List<RegoValue> chain = new ArrayList<>();
    own.forEach(a -> chain.add(link(rule.path(), Optional.of(a))));
    if (chain.isEmpty()) {
      chain.add(link(rule.path(), Optional.empty()));
    }
    Annotations document = documents.get(rule.path());
    if (document != null) {
      chain.add(link(rule.path(), Optional.of(document)));
    }
    List<String> path = packages.getOrDefault(rule.rule().span().source(), List.of());
    inPackage(path, "package").forEach(a -> chain.add(link(path, Optional.of(a))));
    for (int length = path.size(); length > 0; length--) {
      List<String> outer = path.subList(0, length);
      inPackage(outer, "subpackages").forEach(a -> chain.add(link(outer, Optional.of(a))));
    }
    return RegoArray.of(chain);
  }

  private Stream<Annotations> inPackage(List<String> path, String scope) {
    return byPackage.getOrDefault(path, List.of()).stream().filter(a -> a.scope().equals(scope));
  }

  private static RegoValue link(List<String> path, Optional<Annotations> annotations) {
    RegoObject.Builder link =
        RegoObject.builder().put("path", RegoArray.of(path.stream().map(RegoString::of).toList()));
    annotations.ifPresent(a -> link.put("annotations", value(a)));
    return link.build();
  }
}
