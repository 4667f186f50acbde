package dev.bylaw.report;

import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Finding;
import dev.bylaw.decision.Impact;
import dev.bylaw.policy.Waiver;
import dev.bylaw.report.Item.State;
import dev.bylaw.report.Item.Target;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Severity;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Subject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that writers see of a report. Everything in it has passed the masking; a finding is made when
 * it is asked for, so that many of them need little memory.
 */
final class Content {
  /** Lines around the one that is meant. */
  private static final int AROUND = 2;

  private final Report report;
  private final Masking masking;
  private final Frames frames;
  private final Rules rules;
  private final Set<Severity> blocking;
  private final IdentityHashMap<Subject, Target> targets = new IdentityHashMap<>();
  private final IdentityHashMap<SourceFile, String> names = new IdentityHashMap<>();

  Content(Report report) {
    this.report = report;
    this.masking = report.background().masking();
    this.frames = new Frames(masking);
    this.rules = new Rules(masking);
    this.blocking = blocking(report.decision());
  }

  /** A message about the run as it may be shown. */
  record Problem(
      String code,
      Severity severity,
      String message,
      Optional<Region> region,
      Optional<Frame> frame) {}

  /** A value that nobody knows yet, and the policy that depends on it. */
  record Gap(
      String policy, Target target, String pointer, String reason, Optional<Region> region) {}

  /**
   * The end of a policy's grace.
   *
   * @param until the last day on which it does not block
   */
  record Grace(String policy, String scope, LocalDate until, LocalDate today) {}

  /**
   * A waiver, needed or not.
   *
   * @param subject for which it is, in words
   * @param findings how many it excepts in this run
   * @param days to its last day; negative where that is over
   */
  record Exemption(
      String policy,
      String subject,
      Item.Granted granted,
      String reason,
      Region place,
      int findings,
      Optional<Long> days) {}

  /** Those with the nearest last day first. */
  List<Exemption> exemptions() {
    IdentityHashMap<Waiver, Integer> used = new IdentityHashMap<>();
    for (Decision.Waived w : report.decision().waived()) {
      if (w.grounds() instanceof Decision.Grounds.ByWaiver by) {
        used.merge(by.waiver(), 1, Integer::sum);
      }
    }
    return report.background().waivers().stream()
        .sorted(Comparator.comparing(Waiver::expires).thenComparing(Waiver::policy))
        .map(w -> exemption(w, used.getOrDefault(w, 0)))
        .toList();
  }

  private Exemption exemption(Waiver w, int findings) {
    return new Exemption(
        w.policy(),
        masking.text(w.subject().toString()),
        granted(w),
        masking.text(w.reason()),
        region(w.place()),
        findings,
        day().map(today -> ChronoUnit.DAYS.between(today, w.expires())));
  }

  private Item.Granted granted(Waiver w) {
    return new Item.Granted(masking.text(w.approver()), masking.text(w.ticket()), w.expires());
  }

  /** Of a set that is to come. */
  Optional<Impact> impact() {
    return report.background().impact();
  }

  Masking masking() {
    return masking;
  }

  String outcome() {
    return Rules.word(report.decision().outcome());
  }

  boolean isAllowed() {
    return report.decision().isAllowed();
  }

  String point() {
    return Rules.word(report.decision().point());
  }

  Decision.SetId policySet() {
    return report.decision().policySet();
  }

  String inputHash() {
    return report.decision().inputHash();
  }

  int subjects() {
    return report.decision().subjects();
  }

  /** The open ones by place, then the waived, then the known ones. */
  Stream<Item> items() {
    return entries().map(this::item);
  }

  /** Those of one state, by place. */
  Stream<Item> items(State state) {
    return entries().filter(e -> e.state == state).map(this::item);
  }

  /** As {@link #items}, the gravest first. Memory for the order alone. */
  Stream<Item> ranked() {
    return entries()
        .sorted(Comparator.comparing(Entry::state).thenComparing(e -> e.finding.severity()))
        .map(this::item);
  }

  /** As {@link #items}, those of a policy together. */
  Stream<Item> byPolicy() {
    return entries().sorted(Comparator.comparing(e -> e.finding.policy().id())).map(this::item);
  }

  /** How many findings of which kind each policy has; in order of the ids. */
  Map<String, Tally> tallies() {
    Map<String, Tally> out = new TreeMap<>();
    entries()
        .forEach(
            e ->
                out.computeIfAbsent(e.finding.policy().id(), id -> new Tally())
                    .add(e.state, e.finding.severity()));
    return out;
  }

  /** How many policies have open findings. */
  long failed() {
    return tallies().values().stream().filter(t -> t.open() > 0).count();
  }

  private record Entry(State state, Finding finding, Optional<Decision.Grounds> grounds) {}

  private Stream<Entry> entries() {
    Decision d = report.decision();
    return Stream.concat(
        d.findings().stream().map(f -> new Entry(State.OPEN, f, Optional.empty())),
        Stream.concat(
            d.waived().stream()
                .map(w -> new Entry(State.WAIVED, w.finding(), Optional.of(w.grounds()))),
            d.known().stream().map(f -> new Entry(State.KNOWN, f, Optional.empty()))));
  }

  /**
   * Whether findings of a severity made the decision: errors always, others where nothing else
   * explains that it denies.
   */
  boolean blocks(Severity severity) {
    return severity == Severity.ERROR || blocking.contains(severity);
  }

  private static Set<Severity> blocking(Decision d) {
    boolean explained = d.isAllowed() || !d.errors().isEmpty() || d.count(Severity.ERROR) > 0;
    if (explained) {
      return Set.of();
    }
    return d.count(Severity.WARNING) > 0
        ? Set.of(Severity.WARNING)
        : Set.of(Severity.WARNING, Severity.INFO);
  }

  List<Problem> notes() {
    return report.notes().stream().map(this::problem).toList();
  }

  /** What is wrong with waivers and with the baseline. */
  List<Problem> notices() {
    return report.decision().notices().stream().map(this::problem).toList();
  }

  List<Decision.Judged> inputs() {
    return report.decision().inputs();
  }

  Decision.Circumstances circumstances() {
    return report.decision().circumstances();
  }

  String shownPath(Decision.Judged input) {
    return masking.name(input.path());
  }

  List<Problem> errors() {
    return report.decision().errors().stream().map(this::problem).toList();
  }

  List<Gap> unknown() {
    return report.decision().unknown().stream()
        .map(
            n ->
                new Gap(
                    n.policy(),
                    target(n.subject()),
                    masking.name(n.pointer()),
                    masking.text(n.reason()),
                    n.span().map(this::region)))
        .toList();
  }

  List<String> passed() {
    return report.decision().passed();
  }

  List<String> notApplicable() {
    return report.decision().notApplicable();
  }

  /** The policies in force by id, and those that found something. */
  List<Rule> rules() {
    Map<String, Rule> out = new LinkedHashMap<>();
    report.background().policies().forEach(p -> out.put(p.id(), rules.of(p)));
    entries()
        .map(Entry::finding)
        .forEach(f -> out.computeIfAbsent(f.policy().id(), id -> rules.of(f.policy())));
    List<Rule> sorted = new ArrayList<>(out.values());
    sorted.sort(Comparator.comparing(Rule::id));
    return sorted;
  }

  /** How many open findings have a severity. */
  long count(Severity severity) {
    return report.decision().count(severity);
  }

  /** A path from the repository's root. */
  String repositoryPath(Region region) {
    return report.background().base() + region.path();
  }

  Optional<LocalDate> day() {
    return report.background().day();
  }

  Set<String> domains() {
    return report.background().domains().stream()
        .map(masking::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  List<PastRun> history() {
    return report.background().history();
  }

  List<Example> examples(String policy) {
    return report.background().examples().getOrDefault(policy, List.of()).stream()
        .map(this::example)
        .toList();
  }

  private Example example(Example e) {
    return new Example(
        masking.text(e.name()),
        e.language(),
        masking.text(e.code()),
        e.findings().stream().map(masking::text).toList());
  }

  /** In words, with the scope where it is not the organisation. */
  List<String> rollouts(String policy) {
    return report.background().stages().stream()
        .filter(s -> s.policy().equals(policy))
        .map(s -> s.rollout() + (s.scope().depth() == 0 ? "" : " in " + s.scope()))
        .map(masking::name)
        .distinct()
        .toList();
  }

  /** The policies that will block after a day to come, the nearest first. */
  List<Grace> graces() {
    List<Grace> out = new ArrayList<>();
    for (Background.Stage s : report.background().stages()) {
      if (s.until().isPresent() && day().isPresent() && !s.until().get().isBefore(day().get())) {
        String scope = masking.name(s.scope().toString());
        out.add(new Grace(s.policy(), scope, s.until().get(), day().get()));
      }
    }
    out.sort(Comparator.comparing(Grace::until).thenComparing(Grace::policy));
    return out;
  }

  private Item item(Entry entry) {
    Finding f = entry.finding;
    return new Item(
        entry.state,
        f.severity(),
        rules.of(f.policy()),
        masking.text(f.message()),
        target(f.subject()),
        region(f.span()),
        () -> frames.frame(f.span(), AROUND),
        f.found().map(v -> masking.value(v, f.pointer())),
        f.wanted().map(masking::value),
        f.because().stream().map(b -> masking.name(b.path())).toList(),
        f.details().map(masking::value),
        f.fix().flatMap(fix -> new Repairs(masking, this::region).of(fix, f.span().source())),
        f.fingerprint(),
        entry.grounds.map(this::excuse));
  }

  private Item.Excuse excuse(Decision.Grounds grounds) {
    if (grounds instanceof Decision.Grounds.ByWaiver by) {
      Waiver w = by.waiver();
      return new Item.Excuse(masking.text(w.reason()), Optional.of(granted(w)), region(w.place()));
    } else if (grounds instanceof Decision.Grounds.Inline inline) {
      return new Item.Excuse(
          masking.text(inline.reason()), Optional.empty(), region(inline.place()));
    }
    throw new IllegalStateException("grounds of a kind that no report knows: " + grounds);
  }

  private Target target(Subject s) {
    return targets.computeIfAbsent(s, this::shown);
  }

  private Target shown(Subject s) {
    return new Target(
        s.kind().word(),
        masking.name(s.name()),
        masking.name(s.path()),
        s.product().map(masking::name),
        s.domain().map(masking::name),
        s.environment().map(masking::name));
  }

  /** Of a secret it is where it begins. */
  private Region region(Span span) {
    boolean hidden = frames.isHidden(span);
    return new Region(
        names.computeIfAbsent(span.source(), s -> masking.name(s.name())),
        span.line(),
        span.column(),
        hidden ? span.line() : span.endLine(),
        hidden ? span.column() : span.endColumn());
  }

  private Problem problem(Diagnostic d) {
    return new Problem(
        d.code(),
        d.severity(),
        masking.text(d.message()),
        d.span().map(this::region),
        d.span().map(s -> frames.frame(s, 0)));
  }
}
