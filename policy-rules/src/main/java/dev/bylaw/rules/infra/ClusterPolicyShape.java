package dev.bylaw.rules.infra;

import static dev.bylaw.rules.document.ValueType.ANY;
import static dev.bylaw.rules.document.ValueType.BLOCK;
import static dev.bylaw.rules.document.ValueType.NUMBER;
import static dev.bylaw.rules.document.ValueType.TEXT;
import static dev.bylaw.rules.document.ValueType.json;
import static dev.bylaw.rules.document.ValueType.listOf;
import static dev.bylaw.rules.document.ValueType.mapOf;
import static dev.bylaw.rules.document.ValueType.readBy;
import static dev.bylaw.rules.document.ValueType.word;

import dev.bylaw.rules.document.Shape;
import dev.bylaw.rules.document.ValueType;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A cluster policy: the object of the API, whose definition is a JSON text, or a definition alone,
 * which is an object of rules by the paths of attributes.
 */
final class ClusterPolicyShape {
  private static final Map<String, String> OLDER_NAMES =
      Map.of("whitelist", "allowlist", "blacklist", "blocklist");

  private static final Set<String> RULES =
      Set.of(
          "fixed",
          "forbidden",
          "allowlist",
          "blocklist",
          "whitelist",
          "blacklist",
          "regex",
          "range",
          "unlimited");

  /** How the paths of a definition begin. */
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "autoscale",
          "autotermination_minutes",
          "aws_attributes",
          "azure_attributes",
          "cluster_log_conf",
          "cluster_name",
          "cluster_type",
          "custom_tags",
          "data_security_mode",
          "dbus_per_hour",
          "docker_image",
          "driver_instance_pool_id",
          "driver_node_type_id",
          "enable_elastic_disk",
          "enable_local_disk_encryption",
          "gcp_attributes",
          "init_scripts",
          "instance_pool_id",
          "node_type_id",
          "num_workers",
          "runtime_engine",
          "single_user_name",
          "spark_conf",
          "spark_env_vars",
          "spark_version",
          "ssh_public_keys",
          "workload_type");

  private static final ValueType RULE =
      Shape.closed()
          .field("type", word(OLDER_NAMES))
          .field("pattern", ValueType.OPAQUE)
          .fields(ANY, "value", "values", "minValue", "maxValue", "defaultValue")
          .fields(ANY, "isOptional", "hidden")
          .others(ANY);

  /** What is malformed stays: a check judges it, as the API keeps it, too. */
  private static final ValueType DEFINITION =
      json(mapOf(readBy((value, at) -> rule(value).read(value, at), RULE)));

  static final Shape POLICY =
      Shape.closed()
          .fields(TEXT, "name", "description", "policy_id")
          .field("definition", DEFINITION)
          .field("policy_family_id", TEXT)
          .field("policy_family_definition_overrides", DEFINITION)
          .field("max_clusters_per_user", NUMBER)
          .field("libraries", listOf(BLOCK))
          .others(BLOCK);

  static final Signature SIGNATURE =
      new Signature() {
        @Override
        public Optional<Located.Object> body(Located.Object document) {
          if (isObject(document)) {
            return Optional.of(document);
          }
          return Optional.of(document)
              .filter(ClusterPolicyShape::isDefinition)
              .map(ClusterPolicyShape::wrapped);
        }

        @Override
        public boolean isLikely(Set<String> words) {
          boolean rules = words.contains("definition") || RULES.stream().anyMatch(words::contains);
          return words.contains("policy_family_id")
              || (rules && words.contains("type") && ATTRIBUTES.stream().anyMatch(words::contains));
        }
      };

  private ClusterPolicyShape() {}

  private static ValueType rule(Located value) {
    return value instanceof Located.Object rule && Shape.text(rule, "type").isPresent()
        ? RULE
        : ANY;
  }

  private static boolean isObject(Located.Object document) {
    return Shape.text(document, "policy_family_id").isPresent()
        || Shape.text(document, "definition").filter(ClusterPolicyShape::mentionsRules).isPresent()
        || Shape.block(document, "definition").filter(ClusterPolicyShape::isDefinition).isPresent();
  }

  private static boolean mentionsRules(String definition) {
    return definition.contains("\"type\"") && ATTRIBUTES.stream().anyMatch(definition::contains);
  }

  private static boolean isDefinition(Located.Object document) {
    Set<String> paths = document.entries().keySet();
    long rules = paths.stream().flatMap(path -> rule(document, path).stream()).count();
    return rules > 0
        && rules * 2 > paths.size()
        && paths.stream().anyMatch(path -> ATTRIBUTES.contains(path.split("\\.", 2)[0]));
  }

  private static Optional<Located.Object> rule(Located.Object document, String path) {
    return Shape.block(document, path)
        .filter(rule -> Shape.text(rule, "type").filter(RULES::contains).isPresent());
  }

  private static Located.Object wrapped(Located.Object definition) {
    Span start = definition.span();
    return SubjectDocument.object(start, Map.of("definition", definition));
  }
}
