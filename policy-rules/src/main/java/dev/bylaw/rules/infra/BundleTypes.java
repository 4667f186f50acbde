package dev.bylaw.rules.infra;

import dev.bylaw.subject.SubjectKind;
import java.util.Map;
import java.util.Optional;

/** The types of resources of a bundle that are subjects. */
final class BundleTypes {
  private static final Map<String, SubjectKind> KINDS =
      Map.of(
          "clusters", SubjectKind.CLUSTER,
          "sql_warehouses", SubjectKind.WAREHOUSE,
          "jobs", SubjectKind.JOB,
          "pipelines", SubjectKind.PIPELINE,
          "catalogs", SubjectKind.CATALOG,
          "schemas", SubjectKind.SCHEMA,
          "volumes", SubjectKind.VOLUME,
          "external_locations", SubjectKind.EXTERNAL_LOCATION,
          "quality_monitors", SubjectKind.QUALITY_MONITOR);

  private BundleTypes() {}

  static Optional<SubjectKind> kind(String type) {
    return Optional.ofNullable(KINDS.get(type));
  }
}
