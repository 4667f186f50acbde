package dev.bylaw.policy;

import dev.bylaw.rego.RegoProgram;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A versioned collection of policies, loaded and checked. Immutable and thread-safe. */
public final class PolicySet {
  private final SetId id;
  private final Territory territory;
  private final List<Policy> policies;
  private final Assignments assignments;
  private final Catalogue catalogue;
  private final WaiverRules waiverRules;
  private final List<Waiver> waivers;
  private final List<String> sensitive;
  private final Sources sources;
  private final List<Diagnostic> warnings;

  PolicySet(
      SetId id,
      Territory territory,
      Assignments assignments,
      Catalogue catalogue,
      WaiverRules waiverRules,
      List<Waiver> waivers,
      List<String> sensitive,
      Sources sources,
      List<Diagnostic> warnings) {
    this.id = id;
    this.territory = territory;
    this.assignments = assignments;
    this.catalogue = catalogue;
    this.policies = assignments.policies();
    this.waiverRules = waiverRules;
    this.waivers = List.copyOf(waivers);
    this.sensitive = List.copyOf(sensitive);
    this.sources = sources;
    this.warnings = warnings.stream().sorted(Diagnostic.BY_PLACE).toList();
  }

  /** What names a set. */
  record SetId(String name, String version, String revision) {}

  public String name() {
    return id.name();
  }

  public String version() {
    return id.version();
  }

  /** {@code sha256:} and the hash of its content; the same content has the same revision. */
  public String revision() {
    return id.revision();
  }

  /** What it was read from, so that others can tell whether it changed. */
  public Sources sources() {
    return sources;
  }

  /** By id, those that are assigned, wherever that is. */
  public List<Policy> policies() {
    return policies;
  }

  /** The compiled rules with the parameters that hold for the organisation. */
  public RegoProgram program() {
    return catalogue.program();
  }

  /** What the set's authors should know, none of which keeps it from working. */
  public List<Diagnostic> warnings() {
    return warnings;
  }

  /**
   * The policies that hold for a subject, by id: those of its kind that are assigned at its scope
   * or above it, to which their selectors and rings let it. Policies in draft are among them;
   * {@link AssignedPolicy#action} tells what runs.
   */
  public List<AssignedPolicy> inForce(Subject subject, LocalDate day) {
    return inForce(subject, Scope.of(subject), day);
  }

  /** The policies that hold for a subject whose scope the caller knows. */
  public List<AssignedPolicy> inForce(Subject subject, Scope scope, LocalDate day) {
    return catalogue.inForce(subject, scope, day);
  }

  /**
   * Why it is not known which policies hold for a subject: its domain is not among those of the
   * set, or it is a product's and names no domain. A set that lists no domains takes all.
   */
  public Optional<Diagnostic> problem(Subject subject) {
    return territory.problem(subject);
  }

  /** The highest scopes at which a policy is assigned; empty for a policy that is not. */
  public Set<Scope> scopes(String policy) {
    return assignments.scopes(policy);
  }

  /** Where a policy is assigned, from above to below; nowhere for one that is not. */
  public List<Placement> placements(String policy) {
    return assignments.placements(policy);
  }

  /** Ids of the policies that act at a point on a day, on some subject. */
  public Set<String> acting(EnforcementPoint point, LocalDate day) {
    return assignments.acting(point, day);
  }

  /** What the set demands of waivers. */
  public WaiverRules waiverRules() {
    return waiverRules;
  }

  /** Those that came with the set, from its folder {@code waivers}. */
  public List<Waiver> waivers() {
    return waivers;
  }

  /**
   * What is never shown, whatever a policy says of it: JSON pointers into {@code input} with {@code
   * *} for one key and {@code **} for any number of them. Those of imported sets are among them.
   */
  public List<String> sensitive() {
    return sensitive;
  }

  /**
   * Reads waivers that did not come with the set, such as those of a product's repository.
   *
   * @throws InputException with every problem of all files
   */
  public List<Waiver> readWaivers(List<SourceFile> files) {
    WaiverReader reader = new WaiverReader(waiverRules, territory, assignments);
    List<Waiver> out = files.stream().flatMap(f -> reader.read(f).stream()).toList();
    if (reader.diagnostics().stream().anyMatch(Diagnostic::isError)) {
      throw new InputException(reader.diagnostics());
    }
    return out;
  }
}
