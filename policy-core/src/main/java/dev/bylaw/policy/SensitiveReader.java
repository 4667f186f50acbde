package dev.bylaw.policy;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads {@code sensitive} of {@code policies.yaml}: JSON pointers into {@code input} with {@code *}
 * and {@code **}. One that starts with a name no input has would hide nothing, so it is an error.
 */
record SensitiveReader(Fields fields) {
  private static final String CODE = SetManifest.CODE;
  private static final String EXPECTED =
      "a JSON pointer into input such as /cluster/spark_env_vars/*; * is one key, ** any number";

  /** What inputs have besides the name of their kind. */
  private static final List<String> OTHERS =
      List.of("*", "**", "raw", "previous", "contracts", "compute", "products", "state", "change");

  List<String> read(Located list) {
    List<String> out = new ArrayList<>();
    for (Located element : fields.elements(list, CODE)) {
      if (element.value() instanceof RegoString s) {
        Optional<String> wrong = wrong(s.value());
        wrong.ifPresent(w -> fields.problem(CODE, element.span(), w));
        out.add(s.value());
      } else {
        fields.problem(
            CODE, element.span(), "found " + element.value().typeName() + ", expected " + EXPECTED);
      }
    }
    return out;
  }

  private static Optional<String> wrong(String pointer) {
    String rest = pointer.replace("~0", "").replace("~1", "");
    if (!pointer.startsWith("/") || rest.contains("~")) {
      return Optional.of("found " + pointer + ", expected " + EXPECTED);
    }
    String first = pointer.split("/", -1)[1];
    List<String> known =
        Stream.concat(OTHERS.stream(), Arrays.stream(SubjectKind.values()).map(SubjectKind::word))
            .toList();
    if (known.contains(first)) {
      return Optional.empty();
    }
    String hint = Fields.closest(first, known).map(k -> "; did you mean " + k + "?").orElse("");
    return Optional.of(
        "found %s, but no input has %s; expected a kind of subject, raw, * or ** first%s"
            .formatted(pointer, first.isEmpty() ? "an empty name" : first, hint));
  }
}
