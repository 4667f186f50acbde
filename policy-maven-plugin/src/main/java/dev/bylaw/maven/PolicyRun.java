package dev.bylaw.maven;

import dev.bylaw.decision.Baseline;
import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Finding;
import dev.bylaw.decision.Fixes;
import dev.bylaw.decision.Impact;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.decision.Progress;
import dev.bylaw.decision.Question;
import dev.bylaw.policy.ArtifactSource;
import dev.bylaw.policy.AssignedPolicy;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.Waiver;
import dev.bylaw.report.Background;
import dev.bylaw.report.Example;
import dev.bylaw.report.ExplanationText;
import dev.bylaw.report.Masking;
import dev.bylaw.report.Report;
import dev.bylaw.rules.InputPaths;
import dev.bylaw.rules.SubjectLoader;
import dev.bylaw.rules.infra.BundleValues;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.Severity;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One run over a folder of inputs.
 *
 * @param question what is asked, apart from waivers and baseline
 * @param day by which it is judged; today where empty
 * @param baseline known findings, if the file exists
 * @param waivers files, or folders with {@code *.yaml}
 */
record PolicyRun(
    Inputs inputs,
    PolicySetName policySet,
    ArtifactSource artifacts,
    Question question,
    Optional<LocalDate> day,
    Optional<Path> baseline,
    List<Path> waivers) {
  /** So many names are shown of files that hold no subject. */
  private static final int NAMES = 10;

  PolicyRun {
    waivers = List.copyOf(waivers);
  }

  /**
   * What is judged.
   *
   * @param product that subjects belong to whose files name none
   * @param domain the same for the domain
   * @param previous the version before, laid out alike
   */
  record Inputs(
      InputPaths paths,
      BundleValues bundleValues,
      Optional<String> product,
      Optional<String> domain,
      Optional<Path> previous) {
    SubjectLoader.Loaded load() {
      return SubjectLoader.load(paths, bundleValues, previous);
    }

    /** As the files would be with other texts. */
    Fixes.Read read(Map<String, String> texts) {
      SubjectLoader.Loaded loaded = SubjectLoader.loadWith(texts, paths, bundleValues, previous);
      return new Fixes.Read(
          loaded.subjects().stream().map(this::placed).toList(), loaded.diagnostics());
    }

    Subject placed(Subject subject) {
      return SubjectDocument.within(
          subject, subject.product().or(() -> product), subject.domain().or(() -> domain));
    }
  }

  /**
   * What is there to judge with.
   *
   * @param question with waivers and baseline
   * @param read what was told while the inputs were read; no errors
   * @param notes what the user should know of the inputs and the policy set; no errors
   * @param beside what readers asked for besides the inputs
   */
  record Ready(
      PolicyEngine engine,
      List<Subject> subjects,
      Question question,
      List<Diagnostic> read,
      List<Diagnostic> notes,
      Set<Path> beside) {
    /** Of what the set marks, and of what looks like a credential. */
    Masking masking() {
      return Masking.of(engine.policySet().sensitive(), subjects);
    }
  }

  /** The same where there may be no such thing. */
  PolicyRun withoutAny(Question.Nothing what) {
    return new PolicyRun(
        inputs, policySet, artifacts, question.withoutAny(what), day, baseline, waivers);
  }

  /** The same as if no finding was known. */
  PolicyRun withoutBaseline() {
    return new PolicyRun(inputs, policySet, artifacts, question, day, Optional.empty(), waivers);
  }

  /**
   * Judges.
   *
   * @param ready with subjects
   * @param progress hears how far it has come
   * @param fixes whether those that policies propose are tried
   */
  Report report(Ready ready, Progress progress, boolean fixes) {
    PolicyEngine engine = ready.engine().reporting(progress);
    Decision decision = engine.explained(engine.decide(ready.subjects(), ready.question()));
    if (fixes) {
      decision = fixed(decision, ready);
    }
    Background background =
        Background.of(engine.policySet(), ready.subjects(), decision.circumstances().day())
            .withWaivers(ready.question().waivers())
            .withBase(ReportFiles.inRepository(inputs.paths().root()));
    return new Report(decision, ready.notes(), background);
  }

  private Decision fixed(Decision decision, Ready ready) {
    Fixes.Read read = new Fixes.Read(ready.subjects(), ready.read());
    return new Fixes(ready.engine(), ready.question(), read, inputs::read).in(decision);
  }

  /**
   * The tests of the policy set as examples of its policies; none where it is no folder, because
   * tests do not travel.
   *
   * @throws InputException with what is wrong with the tests
   */
  Map<String, List<Example>> examples() {
    return policySet
        .path()
        .filter(Files::isDirectory)
        .map(folder -> Example.read(folder, policySet.loader(artifacts).load().policies()))
        .orElse(Map.of());
  }

  /** What another policy set would change. */
  Impact impact(Ready ready, PolicySet pending) {
    return Impact.of(ready.engine(), new PolicyEngine(pending), ready.subjects(), ready.question());
  }

  /**
   * Why policies found what they found, and why not.
   *
   * @param wanted which of the pairs of a policy and a subject
   * @return the explanations of those, each as lines for people
   * @throws InputException with the problems of the policy set and of the inputs, all at once
   */
  List<String> explain(Wanted wanted) {
    Ready ready = ready();
    PolicyEngine engine = ready.engine();
    Decision decision = engine.decide(ready.subjects(), ready.question());
    Masking masking = ready.masking();
    List<String> out = new ArrayList<>();
    for (Subject subject : ready.subjects()) {
      for (AssignedPolicy p : engine.inForce(subject)) {
        if (wanted.includes(p.policy().id(), subject, decision)) {
          engine
              .explain(subject, p.policy().id())
              .ifPresent(e -> out.add(ExplanationText.of(e, masking)));
        }
      }
    }
    return out;
  }

  /**
   * Which explanations are asked for; what is empty is not asked.
   *
   * @param finding the first digits of a fingerprint
   * @param policy an id
   * @param path of a subject
   */
  record Wanted(String finding, String policy, String path) {
    boolean includes(String id, Subject subject, Decision decision) {
      return (policy.isEmpty() || policy.equals(id))
          && (path.isEmpty() || path.equals(subject.path()))
          && (finding.isEmpty() || all(decision).anyMatch(f -> is(f, id, subject)));
    }

    private boolean is(Finding f, String id, Subject subject) {
      return f.fingerprint().startsWith(finding)
          && f.policy().id().equals(id)
          && f.subject().equals(subject);
    }

    private static Stream<Finding> all(Decision d) {
      return Stream.of(
              d.findings().stream(),
              d.waived().stream().map(Decision.Waived::finding),
              d.known().stream())
          .flatMap(s -> s);
    }
  }

  /**
   * Reads all that is needed.
   *
   * @throws InputException with the problems of the policy set and of the inputs, all at once
   */
  Ready ready() {
    List<Diagnostic> problems = new ArrayList<>();
    Meanwhile<SubjectLoader.Loaded> reading = Meanwhile.making("inputs", inputs::load);
    Optional<PolicySet> set = collected(problems, () -> policySet.loader(artifacts).load());
    SubjectLoader.Loaded loaded = reading.get();
    problems.addAll(loaded.diagnostics());
    if (loaded.subjects().isEmpty()
        && !loaded.hasErrors()
        && !question.fine().contains(Question.Nothing.SUBJECT)) {
      problems.add(noSubjects(loaded.ignored()));
    }
    Optional<Baseline> known = collected(problems, this::known);
    Optional<List<Waiver>> excepted = set.flatMap(s -> collected(problems, () -> waivers(s)));
    if (set.isEmpty()
        || known.isEmpty()
        || excepted.isEmpty()
        || problems.stream().anyMatch(Diagnostic::isError)) {
      throw new InputException(problems);
    }
    problems.addAll(set.get().warnings());
    if (!loaded.ignored().isEmpty()) {
      problems.add(ignored(loaded.ignored()));
    }
    PolicyEngine engine = new PolicyEngine(set.get());
    return new Ready(
        day.map(engine::asOf).orElse(engine),
        loaded.subjects().stream().map(inputs::placed).toList(),
        question.withBaseline(known.get()).withWaivers(excepted.get()),
        loaded.diagnostics(),
        problems,
        loaded.beside());
  }

  private static <T> Optional<T> collected(List<Diagnostic> problems, Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (InputException e) {
      problems.addAll(e.diagnostics());
      return Optional.empty();
    }
  }

  private Baseline known() {
    return baseline
        .filter(Files::exists)
        .map(file -> Baseline.read(TextFiles.read(List.of(file)).get(0)))
        .orElseGet(Baseline::none);
  }

  private List<Waiver> waivers(PolicySet set) {
    return waivers.isEmpty() ? List.of() : set.readWaivers(TextFiles.read(waivers));
  }

  private Diagnostic noSubjects(List<String> ignored) {
    Set<SubjectKind> kinds = inputs.paths().kinds();
    String expected =
        kinds.isEmpty()
            ? "a descriptor, a contract, SQL or a configuration"
            : "a subject of kind "
                + kinds.stream().map(SubjectKind::word).collect(Collectors.joining(" or "));
    String found =
        ignored.isEmpty()
            ? kinds.isEmpty() ? "no file that can hold one" : "none"
            : "files that hold none: " + names(ignored);
    return Diagnostic.error(
        "no_subjects",
        "there is nothing to judge in "
            + inputs.paths()
            + ": expected "
            + expected
            + ", found "
            + found);
  }

  private static Diagnostic ignored(List<String> files) {
    return new Diagnostic(
        "ignored",
        Severity.INFO,
        Optional.empty(),
        (files.size() == 1 ? "1 file holds" : files.size() + " files hold")
            + " nothing to judge: "
            + names(files));
  }

  private static String names(List<String> files) {
    String shown = String.join(", ", files.subList(0, Math.min(NAMES, files.size())));
    return files.size() > NAMES ? shown + " and " + (files.size() - NAMES) + " more" : shown;
  }
}
