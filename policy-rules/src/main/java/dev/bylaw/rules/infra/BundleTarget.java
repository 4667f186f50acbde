package dev.bylaw.rules.infra;

import dev.bylaw.rules.document.Placeholders;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A bundle as one of its targets makes it. */
final class BundleTarget {
  /** What a target replaces as a whole. */
  private static final List<String> REPLACED = List.of("run_as", "mode");

  /** What a target adds to. */
  private static final List<String> MERGED =
      List.of(
          "bundle", "workspace", "artifacts", "resources", "permissions", "sync", "presets", "git");

  private final BundleValues given;
  private final Set<Diagnostic> problems;

  BundleTarget(BundleValues given, Set<Diagnostic> problems) {
    this.given = given;
    this.problems = problems;
  }

  /**
   * The bundle with a target's changes; variables have a {@code value} where it is known.
   *
   * @param target of the bundle, by its name; empty for a bundle without targets
   */
  Located.Object of(Located.Object bundle, Optional<Map.Entry<String, Located.Entry>> target) {
    Merge merge = new Merge(problems);
    Map<String, Located.Entry> entries = new LinkedHashMap<>(bundle.entries());
    entries.remove("targets");
    entries.remove("include");
    Located.Object changes =
        target.map(t -> t.getValue().value()).orElse(bundle) instanceof Located.Object object
                && target.isPresent()
            ? object
            : new Located.Object(Map.of(), bundle.span());
    for (String key : MERGED) {
      Shape.entry(changes, key)
          .ifPresent(entry -> entries.merge(key, entry, (a, b) -> merged(merge, a, b)));
    }
    for (String key : REPLACED) {
      Shape.entry(changes, key).ifPresent(entry -> entries.put(key, entry));
    }
    target.ifPresent(t -> named(entries, t.getKey(), t.getValue().keySpan()));
    entries.computeIfPresent(
        "variables",
        (key, entry) -> new Located.Entry(entry.keySpan(), variables(entry.value(), changes)));
    return merge.keyed(new Located.Object(entries, bundle.span()));
  }

  private static Located.Entry merged(Merge merge, Located.Entry base, Located.Entry over) {
    return new Located.Entry(base.keySpan(), merge.merged(base.value(), over.value()));
  }

  /** {@code bundle.target} is the name of the target. */
  private static void named(Map<String, Located.Entry> entries, String name, Span place) {
    Located.Entry target = new Located.Entry(place, SubjectDocument.text(name, place));
    entries.merge(
        "bundle",
        SubjectDocument.entry(new Located.Object(Map.of("target", target), place)),
        (base, over) ->
            base.value() instanceof Located.Object bundle
                ? new Located.Entry(base.keySpan(), with(bundle, "target", target))
                : base);
  }

  private static Located.Object with(Located.Object object, String key, Located.Entry entry) {
    Map<String, Located.Entry> entries = new LinkedHashMap<>(object.entries());
    entries.put(key, entry);
    return new Located.Object(entries, object.span());
  }

  private Located variables(Located declared, Located.Object changes) {
    if (!(declared instanceof Located.Object variables)) {
      return declared;
    }
    Optional<Located.Object> overrides = Shape.block(changes, "variables");
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    variables
        .entries()
        .forEach(
            (name, entry) ->
                entries.put(
                    name,
                    new Located.Entry(
                        entry.keySpan(),
                        variable(
                            name, entry.value(), overrides.flatMap(o -> Shape.entry(o, name))))));
    return new Located.Object(entries, variables.span());
  }

  /** A value that the file has already is that of the CLI's output. */
  private Located variable(String name, Located declared, Optional<Located.Entry> override) {
    Located.Object variable =
        declared instanceof Located.Object object
            ? object
            : new Located.Object(Map.of(), declared.span());
    return given
        .value("var." + name)
        .map(SubjectDocument::entry)
        .or(() -> override.map(o -> lookup(o.value()).orElseGet(() -> value(o))))
        .or(() -> Shape.entry(variable, "value"))
        .or(() -> lookup(variable))
        .or(() -> Shape.entry(variable, "default"))
        .map(value -> with(variable, "value", value))
        .orElse(variable);
  }

  /** A text that stands for what is looked up in the workspace. */
  private static Optional<Located.Entry> lookup(Located variable) {
    return variable instanceof Located.Object object
        ? Shape.entry(object, "lookup")
            .map(
                lookup ->
                    new Located.Entry(lookup.keySpan(), Placeholders.lookup(lookup.value().span())))
        : Optional.empty();
  }

  /** A target has the value itself, or an object with a default. */
  private static Located.Entry value(Located.Entry override) {
    return override.value() instanceof Located.Object object
        ? Shape.entry(object, "default").orElse(override)
        : override;
  }
}
