package dev.bylaw.databricks;

import dev.bylaw.decision.Finding;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.subject.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which words may go into a log. Where a request has settings of Spark, an environment or an image
 * with credentials, a policy that may read them may also say what they are, as they stand or in
 * another form. No rule tells a secret from other text, so none is tried.
 *
 * @param needed whether the request holds anything of the kind
 * @param readers ids of the policies that may read it
 */
record Discretion(boolean needed, Set<String> readers) {
  private static final List<String> BLOCKS =
      List.of("spark_conf", "spark_env_vars", "docker_image");

  /** The codes of the errors that quote no value of a request. */
  private static final Set<String> PLAIN = Set.of("nothing_judged", "not_known");

  static Discretion of(PolicyEngine engine, List<Subject> subjects) {
    // why a value is not known quotes the value
    Set<String> readers = new HashSet<>(engine.mayRead(List.of("unknown")));
    for (String block : BLOCKS) {
      readers.addAll(engine.mayRead(List.of("cluster", block)));
      readers.addAll(engine.mayRead(List.of("raw", block)));
    }
    return new Discretion(subjects.stream().anyMatch(Discretion::hasBlock), readers);
  }

  private static boolean hasBlock(Subject subject) {
    return BLOCKS.stream()
        .map(b -> List.of(RegoString.of("raw"), RegoString.of(b)))
        .anyMatch(path -> subject.input().find(path).isPresent());
  }

  String words(Finding f) {
    return needed && readers.contains(f.policy().id()) ? f.policy().title() : f.message();
  }

  String words(Diagnostic e) {
    return needed && !PLAIN.contains(e.code())
        ? "a policy could not judge the request; the decision says more"
        : e.message();
  }
}
