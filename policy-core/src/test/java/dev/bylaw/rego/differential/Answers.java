package dev.bylaw.rego.differential;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The answers of queries, whose order is not defined. */
final class Answers {
  private Answers() {}

  /** Of an array of bindings, or nothing. */
  static Outcome.Answer of(@Nullable RegoValue answers) {
    List<RegoValue> sorted =
        answers instanceof RegoArray array ? new ArrayList<>(array.toList()) : new ArrayList<>();
    if (sorted.isEmpty()) {
      return new Outcome.Answer("");
    }
    Collections.sort(sorted);
    RegoObject first = (RegoObject) sorted.get(0);
    return new Outcome.Answer(
        RegoJson.write(RegoArray.of(sorted)),
        StreamSupport.stream(first.keys().spliterator(), false).map(Answers::text).toList());
  }

  private static String text(RegoValue name) {
    String quoted = name.toString();
    return quoted.substring(1, quoted.length() - 1);
  }
}
