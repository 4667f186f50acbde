package dev.bylaw.policy;

import dev.bylaw.policy.SetManifest.ProfileUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a set assigns: its own assignments, profiles, and what libraries suggest that it imports.
 */
record Suggestions(Fields fields) {
  /** An assignment and the set whose policies it names. */
  record Named(Assignment assignment, Part namespace) {}

  /** In no order. */
  List<Named> of(Part part) {
    List<Named> out = new ArrayList<>();
    part.manifest().assignments().orElse(List.of()).stream()
        .map(a -> new Named(a.at(new Level(part.number(), a.level().scope()), false), part))
        .forEach(out::add);
    for (ProfileUse use : part.manifest().uses()) {
      use(part, use, out);
    }
    imports(part, part.level(), out);
    return out;
  }

  private void imports(Part part, Level level, List<Named> out) {
    for (Part.Imported i : part.imports()) {
      if (i.as().profile().isPresent()) {
        profile(i.part(), i.as().profile().get(), level, out);
      } else if (i.part().manifest().library()) {
        i.part().manifest().assignments().orElse(List.of()).stream()
            .map(a -> new Named(a.at(level, true), i.part()))
            .forEach(out::add);
      }
      if (i.part().manifest().library()) {
        imports(i.part(), level, out);
      }
    }
  }

  private void use(Part part, ProfileUse use, List<Named> out) {
    Optional<Part> from =
        use.from().isEmpty()
            ? Optional.of(part)
            : part.imported(use.from().get().value()).map(Part.Imported::part);
    if (from.isEmpty()) {
      fields.problem(
          SetManifest.CODE,
          use.from().orElseThrow().span(),
          "found %s, expected one of the imports: %s"
              .formatted(
                  use.from().orElseThrow().value(),
                  String.join(", ", part.imports().stream().map(i -> i.as().name()).toList())));
    }
    from.ifPresent(p -> profile(p, use.name(), new Level(part.number(), use.scope()), out));
  }

  /** A profile holds what those before it hold, too. */
  private void profile(Part part, Placed<String> name, Level level, List<Named> out) {
    Map<String, List<Assignment>> profiles = part.manifest().profiles();
    if (!profiles.containsKey(name.value())) {
      fields.problem(
          SetManifest.CODE,
          name.span(),
          profiles.isEmpty()
              ? "found the profile " + name.value() + ", but the set has no profiles"
              : "found the profile %s, expected one of: %s"
                  .formatted(name.value(), String.join(", ", profiles.keySet())));
      return;
    }
    for (Map.Entry<String, List<Assignment>> profile : profiles.entrySet()) {
      profile.getValue().forEach(a -> out.add(new Named(a.at(level, true), part)));
      if (profile.getKey().equals(name.value())) {
        return;
      }
    }
  }
}
