package dev.bylaw.decision;

import dev.bylaw.decision.Decision.Grounds;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The comments of a subject that except findings: {@code input.sql.suppressions}. */
final class Suppressions {
  private static final List<String> COVERED = List.of("statement", "table");

  private final List<One> list;

  private Suppressions(List<One> list) {
    this.list = list;
  }

  /**
   * A comment.
   *
   * @param covered the text that it is for
   * @param place of the comment
   */
  private record One(String policy, String reason, Span covered, Span place) {
    boolean covers(Finding f) {
      return policy.equals(f.policy().id())
          && covered.source() == f.span().source()
          && covered.start() <= f.span().start()
          && f.span().end() <= covered.end();
    }
  }

  static Suppressions of(Subject subject) {
    List<One> out = new ArrayList<>();
    Optional<Located> sql = subject.input().child(RegoString.of("sql"));
    if (sql.isPresent() && sql.get() instanceof Located.Array scripts) {
      scripts.elements().forEach(s -> script(s, out));
    } else {
      sql.ifPresent(s -> script(s, out));
    }
    return new Suppressions(out);
  }

  private static void script(Located script, List<One> out) {
    if (script.child(RegoString.of("suppressions")).orElse(null) instanceof Located.Array array) {
      array.elements().forEach(e -> read(e).ifPresent(out::add));
    }
  }

  private static Optional<One> read(Located element) {
    Optional<Located> covered =
        COVERED.stream().flatMap(k -> element.child(RegoString.of(k)).stream()).findFirst();
    Optional<String> policy = text(element, "policy");
    Optional<String> reason = text(element, "reason");
    return covered.isPresent() && policy.isPresent() && reason.isPresent()
        ? Optional.of(new One(policy.get(), reason.get(), covered.get().span(), element.span()))
        : Optional.empty();
  }

  private static Optional<String> text(Located element, String key) {
    return element
        .child(RegoString.of(key))
        .map(Located::value)
        .filter(v -> v instanceof RegoString)
        .map(v -> ((RegoString) v).value());
  }

  Optional<Grounds> of(Finding finding) {
    return list.stream()
        .filter(s -> s.covers(finding))
        .findFirst()
        .map(s -> new Grounds.Inline(s.reason(), s.place()));
  }
}
