package dev.bylaw.policy;

import dev.bylaw.subject.Located;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code policies.yaml} says.
 *
 * @param root the package below which the policies are; empty for none
 * @param library whether what it assigns are suggestions, which importers may replace
 * @param scope of the whole file
 * @param assignments empty where the file has no {@code assign}: then all policies hold
 * @param uses of profiles, which stand among the assignments
 * @param profiles by name; one holds what those before it hold, too
 * @param waivers what the set demands of waivers, as written
 * @param sensitive patterns of JSON pointers whose values are never shown
 */
record SetManifest(
    Optional<String> name,
    Optional<String> version,
    List<String> root,
    boolean library,
    Territory territory,
    Scope scope,
    Optional<List<Assignment>> assignments,
    List<ProfileUse> uses,
    Map<String, List<Assignment>> profiles,
    Optional<Located> waivers,
    List<String> sensitive) {
  static final String CODE = "policy_set_error";
  static final SetManifest NONE =
      new SetManifest(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          false,
          Territory.ANY,
          Scope.ORGANISATION,
          Optional.empty(),
          List.of(),
          Map.of(),
          Optional.empty(),
          List.of());

  SetManifest {
    root = List.copyOf(root);
    uses = List.copyOf(uses);
    sensitive = List.copyOf(sensitive);
  }

  /** The same where what it assigns holds as it is. */
  SetManifest binding() {
    return new SetManifest(
        name,
        version,
        root,
        false,
        territory,
        scope,
        assignments,
        uses,
        profiles,
        waivers,
        sensitive);
  }

  /** Of a set of the same name that assigns something to the policies of this one. */
  SetManifest giving(List<Assignment> given) {
    return new SetManifest(
        name,
        version,
        List.of(),
        false,
        territory,
        Scope.ORGANISATION,
        Optional.of(given),
        List.of(),
        Map.of(),
        Optional.empty(),
        List.of());
  }

  /**
   * Assigns a profile.
   *
   * @param from the import that has it, as written; empty for the set's own
   */
  record ProfileUse(Placed<String> name, Optional<Placed<String>> from, Scope scope) {}
}
