package dev.bylaw.policy;

import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads parameters by policies: {@code {cost/warehouse-size: {max: Medium}}}. */
record GivenParameters(Fields fields) {
  private static final String CODE = "policy_parameters_error";

  List<Assignment> read(SourceFile source) {
    DocumentReader.Result read = DocumentReader.read(source);
    fields.addAll(read.diagnostics());
    List<Assignment> given = new ArrayList<>();
    for (Located document : read.documents()) {
      if (document instanceof Located.Object object) {
        object
            .entries()
            .forEach((policy, entry) -> one(policy, entry, object).ifPresent(given::add));
      } else {
        fields.problem(
            CODE,
            document.span(),
            "found %s, expected parameters by policies, as {cost/warehouse-size: {max: Medium}}"
                .formatted(document.value().typeName()));
      }
    }
    return given;
  }

  private Optional<Assignment> one(String policy, Located.Entry entry, Located.Object all) {
    Optional<Located.Object> values = fields.mapping(all, policy, CODE);
    Optional<Glob> glob = fields.glob(policy, entry.keySpan(), CODE);
    if (values.isEmpty() || glob.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Assignment(
            List.of(new Assignment.Selector(glob.get(), entry.keySpan())),
            new Level(0, Scope.ORGANISATION),
            Condition.ALWAYS,
            false,
            values.get().entries(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            entry.keySpan()));
  }
}
