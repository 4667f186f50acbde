package dev.bylaw.decision;

import dev.bylaw.decision.Decision.SetId;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.Policy;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Severity;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What another policy set would change for some subjects, before anybody is blocked by it. Counted
 * are pairs of a policy and a subject. Immutable.
 *
 * @param changes those that are not {@link Kind#UNCHANGED}, and those that fail as before, by kind,
 *     subject and policy
 * @param unchanged how many pairs are neither better nor worse off, those that pass among them
 * @param errors of the new set that the old one does not have
 */
public record Impact(
    EnforcementPoint point,
    SetId before,
    SetId after,
    List<Change> changes,
    int unchanged,
    List<Diagnostic> errors) {
  private static final String NONE = "-";

  public Impact {
    changes = List.copyOf(changes);
    errors = List.copyOf(errors);
  }

  /** What becomes of a pair. */
  public enum Kind {
    /** It blocks, and did not before. */
    NEWLY_FAILING,
    /** It is excepted, and was not before. */
    NEWLY_WAIVED,
    /** It blocked or was excepted, and has nothing that blocks any more. */
    NEWLY_PASSING,
    UNCHANGED
  }

  /** By what changes are added up. */
  public enum Group {
    DOMAIN,
    PRODUCT,
    /** Who answers for the product. */
    OWNER,
    POLICY
  }

  /**
   * A pair.
   *
   * @param owner of the subject's product, as a descriptor among the subjects names them
   * @param findings of the new set, or of the old one where the new one has none; with their places
   */
  public record Change(
      Kind kind, Policy policy, Subject subject, Optional<String> owner, List<Finding> findings) {
    static final Comparator<Change> ORDER =
        Comparator.comparing(Change::kind)
            .thenComparing(c -> c.subject.path())
            .thenComparing(c -> c.subject.environment().orElse(""))
            .thenComparing(c -> c.policy.id());

    public Change {
      findings = List.copyOf(findings);
    }

    private String in(Group group) {
      return switch (group) {
        case DOMAIN -> subject.domain().orElse(NONE);
        case PRODUCT -> subject.product().orElse(NONE);
        case OWNER -> owner.orElse(NONE);
        case POLICY -> policy.id();
      };
    }
  }

  /**
   * Compares two sets. Policies in draft are judged in the new one as if they were enforced.
   *
   * @param question asked of both, with the severity that blocks
   */
  public static Impact of(
      PolicyEngine before, PolicyEngine after, List<Subject> subjects, Question question) {
    Question fine = question.withoutAny(Question.Nothing.POLICY);
    Decision old = before.decide(subjects, fine);
    Decision young = after.decide(subjects, fine.withDrafts());
    Map<String, Pair> pairs = new TreeMap<>();
    Pairs.collect(old, question.blocking(), p -> p.old, pairs);
    Pairs.collect(young, question.blocking(), p -> p.young, pairs);
    Map<String, String> owners = owners(subjects);
    List<Change> changes = new ArrayList<>();
    int unchanged = 0;
    for (Pair pair : pairs.values()) {
      Optional<Change> change = pair.change(owners);
      change.ifPresent(changes::add);
      unchanged += change.filter(c -> c.kind() != Kind.UNCHANGED).isPresent() ? 0 : 1;
    }
    changes.sort(Change.ORDER);
    List<Diagnostic> errors =
        young.errors().stream().filter(e -> !old.errors().contains(e)).toList();
    return new Impact(
        question.point(), old.policySet(), young.policySet(), changes, unchanged, errors);
  }

  /** By products, those whom their descriptors name. */
  private static Map<String, String> owners(List<Subject> subjects) {
    Map<String, String> owners = new TreeMap<>();
    for (Subject subject : subjects) {
      List<RegoValue> path = List.of(RegoString.of(subject.kind().word()), RegoString.of("owner"));
      boolean describes =
          subject.kind() == SubjectKind.PRODUCT || subject.kind() == SubjectKind.CONTRACT;
      if (describes
          && subject.product().isPresent()
          && subject.input().find(path).map(Located::value).orElse(null)
              instanceof RegoString owner) {
        owners.putIfAbsent(subject.product().get(), owner.value());
      }
    }
    return owners;
  }

  /** How many pairs have a kind; for {@link Kind#UNCHANGED} those that pass count, too. */
  public long count(Kind kind) {
    return kind == Kind.UNCHANGED
        ? unchanged
        : changes.stream().filter(c -> c.kind() == kind).count();
  }

  /** How many pairs of a kind there are in each part, by its name; parts with none are absent. */
  public Map<String, Long> count(Kind kind, Group group) {
    Map<String, Long> out = new TreeMap<>();
    for (Change change : changes) {
      if (change.kind() == kind) {
        out.merge(change.in(group), 1L, Long::sum);
      }
    }
    return out;
  }

  /** Whether at most so many pairs are newly blocked, and the new set ends without new errors. */
  public boolean isWithin(int newlyBlocked) {
    return errors.isEmpty() && count(Kind.NEWLY_FAILING) <= newlyBlocked;
  }

  /** What two sets say of one policy and one subject. */
  private static final class Pair {
    final Side old = new Side();
    final Side young = new Side();

    Optional<Change> change(Map<String, String> owners) {
      Kind kind = kind();
      Side shown = young.findings.isEmpty() ? old : young;
      boolean passes = kind == Kind.UNCHANGED && young.state == State.PASSES;
      return passes
          ? Optional.empty()
          : shown.findings.stream()
              .findFirst()
              .map(
                  f ->
                      new Change(
                          kind,
                          f.policy(),
                          f.subject(),
                          f.subject().product().map(owners::get),
                          shown.findings));
    }

    private Kind kind() {
      if (old.state == young.state) {
        return Kind.UNCHANGED;
      }
      return switch (young.state) {
        case FAILS -> Kind.NEWLY_FAILING;
        case WAIVED -> Kind.NEWLY_WAIVED;
        case PASSES -> Kind.NEWLY_PASSING;
      };
    }
  }

  private enum State {
    PASSES,
    WAIVED,
    FAILS
  }

  /** What one set says. */
  private static final class Side {
    private State state = State.PASSES;
    private final List<Finding> findings = new ArrayList<>();

    void add(State worse, Finding finding) {
      state = worse.compareTo(state) > 0 ? worse : state;
      findings.add(finding);
    }
  }

  /** Turns a decision into pairs. */
  private static final class Pairs {
    static void collect(
        Decision d, Severity blocking, Function<Pair, Side> side, Map<String, Pair> out) {
      for (Decision.Judged input : d.inputs()) {
        for (String id : input.passed()) {
          out.computeIfAbsent(
              key(input.kind().word(), input.path(), input.environment(), id), k -> new Pair());
        }
      }
      d.findings().forEach(f -> add(f, State.FAILS, blocking, side, out));
      d.waived().forEach(w -> add(w.finding(), State.WAIVED, blocking, side, out));
    }

    private static void add(
        Finding f,
        State state,
        Severity blocking,
        Function<Pair, Side> side,
        Map<String, Pair> out) {
      Subject s = f.subject();
      String key = key(s.kind().word(), s.path(), s.environment(), f.policy().id());
      Pair pair = out.computeIfAbsent(key, k -> new Pair());
      if (f.severity().compareTo(blocking) <= 0) {
        side.apply(pair).add(state, f);
      }
    }

    private static String key(String kind, String path, Optional<String> environment, String id) {
      return String.join("\0", path, kind, environment.orElse(""), id);
    }
  }
}
