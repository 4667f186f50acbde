package dev.bylaw.rules.infra;

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the <a href="https://docs.databricks.com/dev-tools/bundles/deployment-modes">mode and the
 * presets</a> of a target, and {@code run_as}, change in the resources when they are deployed. A
 * value that comes from the mode has the place of the mode; a name keeps its own.
 */
final class Presets {
  /** Whom the target is deployed for. */
  private static final String USER = "${workspace.current_user.short_name}";

  private static final String PAUSED = "PAUSED";

  private final Located.Object bundle;
  private final Map<String, Located.Entry> presets = new LinkedHashMap<>();
  private final Map<String, Located.Entry> tags = new LinkedHashMap<>();
  private final Optional<Located.Entry> runAs;

  private Presets(Located.Object bundle) {
    this.bundle = bundle;
    this.runAs = Shape.entry(bundle, "run_as");
    Shape.block(bundle, "presets").ifPresent(given -> presets.putAll(given.entries()));
    Optional.ofNullable(presets.get("tags"))
        .ifPresent(
            given -> {
              if (given.value() instanceof Located.Object object) {
                tags.putAll(object.entries());
              }
            });
    Shape.entry(bundle, "mode")
        .filter(mode -> RegoString.of("development").equals(mode.value().value()))
        .ifPresent(mode -> development(mode.value().span()));
  }

  private void development(Span mode) {
    presets.putIfAbsent("name_prefix", text("[dev " + USER + "] ", mode));
    presets.putIfAbsent("trigger_pause_status", text(PAUSED, mode));
    presets.putIfAbsent("jobs_max_concurrent_runs", entry(RegoNumber.of(4), mode));
    presets.putIfAbsent("pipelines_development", entry(RegoBoolean.TRUE, mode));
    tags.putIfAbsent("dev", text(USER, mode));
  }

  /** The bundle as its target deploys it. */
  static Located.Object applied(Located.Object bundle) {
    Presets presets = new Presets(bundle);
    return presets.presets.isEmpty() && presets.runAs.isEmpty() ? bundle : presets.bundle();
  }

  private Located.Object bundle() {
    return edited(
        bundle,
        "resources",
        resources -> {
          Located.Object jobs = each(resources, "jobs", this::job);
          Located.Object pipelines = each(jobs, "pipelines", this::pipeline);
          Located.Object schemas = each(pipelines, "schemas", this::schema);
          Located.Object clusters = each(schemas, "clusters", this::cluster);
          return each(clusters, "sql_warehouses", this::warehouse);
        });
  }

  private static Located.Object each(
      Located.Object resources, String type, UnaryOperator<Located.Object> change) {
    return edited(
        resources,
        type,
        all -> {
          Located.Object changed = all;
          for (String name : all.entries().keySet()) {
            changed = edited(changed, name, change);
          }
          return changed;
        });
  }

  private Located.Object job(Located.Object job) {
    Located.Object tagged = tagged(named(job, "name", prefix()), "tags");
    Located.Object counted = preset("jobs_max_concurrent_runs", "max_concurrent_runs", tagged);
    for (String trigger : List.of("schedule", "continuous", "trigger")) {
      counted =
          edited(counted, trigger, block -> preset("trigger_pause_status", "pause_status", block));
    }
    return run(counted);
  }

  /** Whom the bundle runs as, where the resource does not say it. */
  private Located.Object run(Located.Object resource) {
    return runAs
        .filter(entry -> Shape.entry(resource, "run_as").isEmpty())
        .map(entry -> with(resource, "run_as", entry))
        .orElse(resource);
  }

  private Located.Object pipeline(Located.Object pipeline) {
    Located.Object changed = run(tagged(named(pipeline, "name", prefix()), "tags"));
    Located.Entry development = presets.get("pipelines_development");
    if (development != null && development.value().value().equals(RegoBoolean.TRUE)) {
      changed = with(changed, "development", development);
    }
    Located.Entry status = presets.get("trigger_pause_status");
    return status != null
            && status.value().value().equals(RegoString.of(PAUSED))
            && Shape.entry(changed, "continuous").isPresent()
        ? with(changed, "continuous", entry(RegoBoolean.FALSE, status.value().span()))
        : changed;
  }

  private Located.Object cluster(Located.Object cluster) {
    return tagged(named(cluster, "cluster_name", prefix()), "custom_tags");
  }

  private Located.Object schema(Located.Object schema) {
    boolean skipped =
        Shape.block(bundle, "experimental")
            .flatMap(e -> Shape.entry(e, "skip_name_prefix_for_schema"))
            .filter(skip -> skip.value().value().equals(RegoBoolean.TRUE))
            .isPresent();
    return skipped ? schema : named(schema, "name", prefix().map(Presets::identifier));
  }

  private Located.Object warehouse(Located.Object warehouse) {
    Located.Object named = named(warehouse, "name", prefix());
    if (tags.isEmpty() || isReference(named, "tags")) {
      return named;
    }
    Span place = named.span();
    Located.Object block =
        Shape.block(named, "tags").orElseGet(() -> new Located.Object(Map.of(), place));
    List<Located> pairs = new ArrayList<>();
    Shape.entry(block, "custom_tags")
        .ifPresent(list -> Shape.objects(list.value()).forEach(pairs::add));
    tags.forEach(
        (key, value) -> {
          if (pairs.stream().noneMatch(pair -> isTag(pair, key))) {
            pairs.add(pair(key, value));
          }
        });
    Located list = new Located.Array(pairs, block.span());
    return with(
        named,
        "tags",
        SubjectDocument.entry(with(block, "custom_tags", SubjectDocument.entry(list))));
  }

  private static boolean isTag(Located pair, String key) {
    return pair.child(RegoString.of("key"))
        .filter(name -> name.value().equals(RegoString.of(key)))
        .isPresent();
  }

  private static Located pair(String key, Located.Entry value) {
    Located name = SubjectDocument.text(key, value.keySpan());
    return SubjectDocument.object(
        value.value().span(), Map.of("key", name, "value", value.value()));
  }

  private Optional<String> prefix() {
    return Optional.ofNullable(presets.get("name_prefix"))
        .flatMap(
            prefix ->
                prefix.value().value() instanceof RegoString text
                    ? Optional.of(text.value())
                    : Optional.empty());
  }

  /** As part of an identifier: {@code [dev ann] } is {@code dev_ann_}. */
  private static String identifier(String prefix) {
    StringBuilder out = new StringBuilder();
    String plain = prefix.strip();
    for (int i = 0; i < plain.length(); i++) {
      int end = plain.startsWith("${", i) ? plain.indexOf('}', i) : -1;
      if (end > 0) {
        out.append(plain, i, end + 1);
        i = end;
      } else if (Character.isLetterOrDigit(plain.charAt(i))) {
        out.append(Character.toLowerCase(plain.charAt(i)));
      } else if (out.length() > 0 && out.charAt(out.length() - 1) != '_') {
        out.append('_');
      }
    }
    boolean open = out.length() > 0 && out.charAt(out.length() - 1) == '_';
    return open && !plain.endsWith("]") ? out.substring(0, out.length() - 1) : out.toString();
  }

  private static Located.Object named(
      Located.Object resource, String field, Optional<String> prefix) {
    Optional<Located.Entry> name = Shape.entry(resource, field);
    if (prefix.isEmpty()
        || name.isEmpty()
        || !(name.get().value().value() instanceof RegoString text)) {
      return resource;
    }
    Located whole = SubjectDocument.text(prefix.get() + text.value(), name.get().value().span());
    return with(resource, field, new Located.Entry(name.get().keySpan(), whole));
  }

  /** What stands for a whole block stays as it is. */
  private static boolean isReference(Located.Object resource, String field) {
    return Shape.entry(resource, field)
        .filter(e -> e.value() instanceof Located.Scalar)
        .isPresent();
  }

  private Located.Object tagged(Located.Object resource, String field) {
    if (tags.isEmpty() || isReference(resource, field)) {
      return resource;
    }
    Map<String, Located.Entry> all = new LinkedHashMap<>(tags);
    Shape.block(resource, field).ifPresent(own -> all.putAll(own.entries()));
    Span place = Shape.block(resource, field).map(Located::span).orElse(resource.span());
    return with(resource, field, SubjectDocument.entry(new Located.Object(all, place)));
  }

  /** What the resource says itself stays. */
  private Located.Object preset(String preset, String field, Located.Object resource) {
    Located.Entry value = presets.get(preset);
    return value == null || Shape.entry(resource, field).isPresent()
        ? resource
        : with(resource, field, value);
  }

  private static Located.Object edited(
      Located.Object object, String key, UnaryOperator<Located.Object> change) {
    return Shape.block(object, key)
        .map(
            block ->
                with(
                    object,
                    key,
                    new Located.Entry(
                        object.keySpan(key).orElse(block.span()), change.apply(block))))
        .orElse(object);
  }

  private static Located.Object with(Located.Object object, String key, Located.Entry entry) {
    Map<String, Located.Entry> entries = new LinkedHashMap<>(object.entries());
    entries.put(key, entry);
    return new Located.Object(entries, object.span());
  }

  private static Located.Entry text(String text, Span place) {
    return entry(RegoString.of(text), place);
  }

  private static Located.Entry entry(RegoValue value, Span place) {
    return SubjectDocument.entry(new Located.Scalar(value, place));
  }
}
