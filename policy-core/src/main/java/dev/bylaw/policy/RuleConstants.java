package dev.bylaw.policy;

import dev.bylaw.policy.Policy.Implementation.RegoRules;
import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.RegoQuery;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Values that rules may tell apart: their constants and parameters, what is next to these, and a
 * few that are often forgotten.
 */
final class RuleConstants {
  private final Set<RegoValue> values = new TreeSet<>();

  RuleConstants(List<AssignedPolicy> policies) {
    values.addAll(
        List.of(
            RegoNull.NULL,
            RegoBoolean.TRUE,
            RegoBoolean.FALSE,
            RegoNumber.of(-1),
            RegoNumber.ZERO,
            RegoNumber.ONE,
            RegoNumber.of(1_000_000),
            RegoString.of(""),
            RegoString.of("x"),
            RegoString.of("a".repeat(300)),
            RegoArray.EMPTY,
            RegoObject.EMPTY));
    RegoQuery parse =
        new RegoCompiler()
            .compile()
            .prepare(SourceFile.of("q", "x := rego.parse_module(\"m\", input)"), RegoVersion.V1);
    for (AssignedPolicy p : policies) {
      parameter(p.parameters());
      if (p.policy().implementation() instanceof RegoRules rules) {
        for (Module module : p.program().modules()) {
          if (PolicyReader.path(module).equals(rules.packagePath())) {
            RegoString text = RegoString.of(module.span().source().text());
            parse.evaluate(Optional.of(text)).forEach(this::terms);
          }
        }
      }
    }
  }

  List<RegoValue> values() {
    List<RegoValue> out = new ArrayList<>(values);
    values.forEach(v -> out.add(RegoArray.of(v)));
    return out;
  }

  private void parameter(RegoValue value) {
    if (value instanceof RegoObject object) {
      object.toMap().values().forEach(this::parameter);
    } else if (value instanceof RegoArray array) {
      array.forEach(this::parameter);
    }
    constant(value);
  }

  /** In OPA's form of a syntax tree a constant is an object with {@code type} and {@code value}. */
  private void terms(RegoValue tree) {
    if (tree instanceof RegoArray array) {
      array.forEach(this::terms);
    } else if (tree instanceof RegoObject object) {
      RegoValue value = object.get("value");
      if (value != null && object.get("type") != null) {
        constant(value);
      }
      object.toMap().values().forEach(this::terms);
    }
  }

  private void constant(RegoValue value) {
    if (value instanceof RegoNumber n) {
      values.add(n);
      if (n.isLong()) {
        values.add(RegoNumber.of(Math.max(n.longValue(), Long.MIN_VALUE + 1) - 1));
        values.add(RegoNumber.of(Math.min(n.longValue(), Long.MAX_VALUE - 1) + 1));
      }
    } else if (value instanceof RegoString s) {
      values.add(s);
      values.add(RegoString.of(s.value().toUpperCase(Locale.ROOT)));
      values.add(RegoString.of(s.value() + "x"));
    } else if (!(value instanceof RegoObject)) {
      values.add(value);
    }
  }
}
