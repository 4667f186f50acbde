package dev.bylaw.rules.infra;

import dev.bylaw.rules.document.Placeholders;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the attributes of the <a
 * href="https://registry.terraform.io/providers/databricks/databricks/latest/docs">Databricks
 * provider</a> into the body of the API's call: a block is a list there, also where there can only
 * be one, and repeated blocks have names in the singular.
 */
final class TerraformBlocks {
  /** The blocks that can be repeated, and what the API calls them. */
  private static final Map<String, String> REPEATED =
      Map.ofEntries(
          Map.entry("access_control", "access_control_list"),
          Map.entry("cluster", "clusters"),
          Map.entry("cluster_mount_info", "cluster_mount_infos"),
          Map.entry("column", "columns"),
          Map.entry("custom_tags", "custom_tags"),
          Map.entry("depends_on", "depends_on"),
          Map.entry("environment", "environments"),
          Map.entry("grant", "grants"),
          Map.entry("init_scripts", "init_scripts"),
          Map.entry("job_cluster", "job_clusters"),
          Map.entry("libraries", "libraries"),
          Map.entry("library", "libraries"),
          Map.entry("match_columns", "match_columns"),
          Map.entry("notification", "notifications"),
          Map.entry("object", "objects"),
          Map.entry(
              "on_duration_warning_threshold_exceeded", "on_duration_warning_threshold_exceeded"),
          Map.entry("on_failure", "on_failure"),
          Map.entry("on_start", "on_start"),
          Map.entry("on_streaming_backlog_exceeded", "on_streaming_backlog_exceeded"),
          Map.entry("on_success", "on_success"),
          Map.entry("parameter", "parameters"),
          Map.entry("partition", "partitions"),
          Map.entry("preloaded_docker_image", "preloaded_docker_images"),
          Map.entry("rules", "rules"),
          Map.entry("subscriptions", "subscriptions"),
          Map.entry("table_constraints", "table_constraints"),
          Map.entry("task", "tasks"),
          Map.entry("tokens", "tokens"),
          Map.entry("using", "using"),
          Map.entry("value", "values"),
          Map.entry("values", "values"));

  /** Blocks within which none is repeated. */
  private static final Set<String> OF_ONE = Set.of("for_each_task");

  private TerraformBlocks() {}

  static Located.Object body(Located.Object attributes) {
    return body(attributes, REPEATED);
  }

  private static Located.Object body(Located.Object attributes, Map<String, String> repeated) {
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    attributes
        .entries()
        .forEach(
            (key, entry) -> {
              if (isUnset(entry.value())) {
                return;
              }
              Map<String, String> within = OF_ONE.contains(key) ? Map.of() : REPEATED;
              boolean blocks = isBlocks(entry.value());
              boolean renamed = repeated.containsKey(key) && !isPlain(entry.value());
              String name = renamed ? repeated.getOrDefault(key, key) : key;
              Located value =
                  blocks && !repeated.containsKey(key)
                      ? single(entry.value(), within)
                      : value(entry.value(), within);
              entries.put(name, new Located.Entry(entry.keySpan(), value));
            });
    return new Located.Object(entries, attributes.span());
  }

  /** What is not configured has a value all the same. */
  private static boolean isUnset(Located value) {
    return value instanceof Located.Array list && list.elements().isEmpty();
  }

  /** A list of objects only. */
  private static boolean isBlocks(Located value) {
    return value instanceof Located.Array list
        && !list.elements().isEmpty()
        && list.elements().stream().allMatch(Located.Object.class::isInstance);
  }

  /** A map or a text, which is no block although it has the name of one. */
  private static boolean isPlain(Located value) {
    return value instanceof Located.Object
        || (value instanceof Located.Scalar && !Placeholders.in(value));
  }

  private static Located single(Located list, Map<String, String> within) {
    List<Located.Object> blocks = Shape.objects(list).toList();
    return blocks.size() == 1 ? body(blocks.get(0), within) : value(list, within);
  }

  private static Located value(Located value, Map<String, String> within) {
    if (value instanceof Located.Object object) {
      return body(object, within);
    } else if (value instanceof Located.Array list) {
      List<Located> elements = new ArrayList<>();
      list.elements().forEach(element -> elements.add(value(element, within)));
      return new Located.Array(elements, list.span());
    }
    return value;
  }
}
