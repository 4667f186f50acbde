package dev.bylaw.policy;

import dev.bylaw.policy.Assignment.Selector;
import dev.bylaw.policy.SetManifest.ProfileUse;
import dev.bylaw.source.Severity;
import dev.bylaw.subject.Located;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one element of {@code assign}.
 *
 * @param own the scope of the whole file
 */
record AssignmentReader(Fields fields, ScopeReader scopes, Scope own) {
  private static final String CODE = SetManifest.CODE;
  private static final List<String> KNOWN =
      List.of(
          "policies",
          "scope",
          "where",
          "ring",
          "parameters",
          "state",
          "points",
          "override",
          "severity");

  Assignment read(Located.Object object) {
    fields.only(object, CODE, KNOWN, List.of());
    if (fields.get(object, "policies").isEmpty()) {
      fields.problem(CODE, Fields.start(object), "expected the field policies");
    }
    List<Selector> selectors = new ArrayList<>();
    fields.get(object, "policies").ifPresent(p -> selectors(p, selectors));
    return new Assignment(
        selectors,
        new Level(0, scope(object)),
        new ConditionReader(fields).read(object),
        false,
        fields.mapping(object, "parameters", CODE).map(Located.Object::entries).orElse(Map.of()),
        fields.get(object, "state").flatMap(this::state),
        fields.mapping(object, "points", CODE).map(this::points).orElse(Map.of()),
        fields.get(object, "override").flatMap(this::override),
        fields
            .get(object, "severity")
            .flatMap(
                s ->
                    fields
                        .word(s, Severity.class, "the severity", CODE)
                        .map(v -> new Placed<>(v, s.span()))),
        object.span());
  }

  /** An element that assigns a profile. */
  Optional<ProfileUse> profile(Located.Object object) {
    fields.only(object, CODE, List.of("profile", "from", "scope"), List.of());
    Scope scope = scope(object);
    Optional<Placed<String>> from = placed(object, "from");
    return placed(object, "profile").map(p -> new ProfileUse(p, from, scope));
  }

  private Optional<Placed<String>> placed(Located.Object object, String key) {
    return fields
        .get(object, key)
        .flatMap(v -> fields.text(object, key, CODE).map(t -> new Placed<>(t, v.span())));
  }

  private Scope scope(Located.Object object) {
    Optional<Located> written = fields.get(object, "scope");
    Optional<Scope> scope = written.flatMap(scopes::read);
    if (scope.isPresent() && !own.covers(scope.get())) {
      fields.problem(
          CODE,
          written.orElseThrow().span(),
          "found the scope %s, expected %s or a scope below it, because the set is for that"
              .formatted(scope.get(), own));
    }
    return scope.orElse(own);
  }

  private void selectors(Located value, List<Selector> out) {
    if (value instanceof Located.Array array) {
      if (array.elements().isEmpty()) {
        fields.problem(CODE, value.span(), "found an empty list, expected the ids of policies");
      }
      array.elements().forEach(e -> selectors(e, out));
      return;
    }
    for (String text : fields.texts(value, "a policy's id or a pattern of ids", CODE)) {
      fields.glob(text, value.span(), CODE).ifPresent(g -> out.add(new Selector(g, value.span())));
    }
  }

  private Optional<Placed<Rollout>> state(Located value) {
    if (value instanceof Located.Object grace) {
      fields.only(grace, CODE, List.of("grace"), List.of());
      Optional<Located> day = fields.get(grace, "grace");
      if (day.isEmpty()) {
        fields.problem(CODE, Fields.start(grace), "expected the field grace with its last day");
      }
      return day.flatMap(this::day).map(d -> new Placed<>(Rollout.graceUntil(d), value.span()));
    }
    Optional<LifeCycle> state = fields.word(value, LifeCycle.class, "the state", CODE);
    if (state.equals(Optional.of(LifeCycle.GRACE))) {
      fields.problem(
          CODE,
          value.span(),
          "found grace without its last day, expected for example: {grace: 2027-03-31}");
      return Optional.empty();
    }
    return state.map(s -> new Placed<>(Rollout.of(s), value.span()));
  }

  private Optional<LocalDate> day(Located value) {
    String text = value.span().text();
    try {
      return Optional.of(LocalDate.parse(text.replace("\"", "").replace("'", "")));
    } catch (DateTimeParseException e) {
      fields.problem(CODE, value.span(), "found " + text + ", expected a day such as 2027-03-31");
      return Optional.empty();
    }
  }

  private Map<EnforcementPoint, Placed<Action>> points(Located.Object object) {
    Map<EnforcementPoint, Placed<Action>> out = new EnumMap<>(EnforcementPoint.class);
    object
        .entries()
        .forEach(
            (key, entry) -> {
              Optional<EnforcementPoint> point =
                  fields.word(
                      key, entry.keySpan(), EnforcementPoint.class, "the enforcement point", CODE);
              Optional<Action> action =
                  fields.word(entry.value(), Action.class, "the action", CODE);
              point.ifPresent(
                  p -> action.ifPresent(a -> out.put(p, new Placed<>(a, entry.value().span()))));
            });
    return out;
  }

  private Optional<Placed<OverrideLevel>> override(Located value) {
    if (value instanceof Located.Object by) {
      fields.only(by, CODE, List.of("overridable"), List.of());
      Set<String> approvers =
          fields
              .get(by, "overridable")
              .map(a -> Set.copyOf(fields.texts(a, "the names of approvers", CODE)))
              .orElse(Set.of());
      if (approvers.isEmpty()) {
        fields.problem(
            CODE, value.span(), "expected approvers, for example: {overridable: [data-office]}");
        return Optional.empty();
      }
      return Optional.of(new Placed<>(OverrideLevel.by(approvers), value.span()));
    }
    return fields
        .word(value, OverrideLevel.Kind.class, "the override level", CODE)
        .map(k -> new Placed<>(new OverrideLevel(k, Set.of()), value.span()));
  }
}
