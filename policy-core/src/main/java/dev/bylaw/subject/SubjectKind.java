package dev.bylaw.subject;

import java.util.Optional;

/** The kinds of subject, by the names that policies and input documents use. */
public enum SubjectKind {
  PRODUCT("product"),
  CONTRACT("contract"),
  SQL("sql"),
  CLUSTER("cluster"),
  WAREHOUSE("warehouse"),
  JOB("job"),
  PIPELINE("pipeline"),
  INSTANCE_POOL("instance_pool"),
  CLUSTER_POLICY("cluster_policy"),
  CATALOG("catalog"),
  SCHEMA("schema"),
  TABLE("table"),
  VOLUME("volume"),
  EXTERNAL_LOCATION("external_location"),
  STORAGE_CREDENTIAL("storage_credential"),
  SHARE("share"),
  RECIPIENT("recipient"),
  /** Who has which privileges on an object of Unity Catalog. */
  GRANTS("grants"),
  /** Who may do what with an object of a workspace, such as a job. */
  PERMISSIONS("permissions"),
  /** A tag on an object of Unity Catalog. */
  TAG("tag"),
  /** A tag's allowed values. */
  TAG_POLICY("tag_policy"),
  /** A column mask, row filter or grant that follows tags. */
  ABAC_POLICY("abac_policy"),
  /** What watches the data of a table. */
  QUALITY_MONITOR("quality_monitor"),
  /** A workspace from which a catalog or another securable can be reached. */
  WORKSPACE_BINDING("workspace_binding"),
  /** A bundle of Databricks assets for one target. */
  BUNDLE("bundle"),
  /** A Terraform plan, or the plan of a bundle. */
  PLAN("plan"),
  /** A product as a whole. */
  DATA_PRODUCT("data-product"),
  /** The paths of a repository. */
  LAYOUT("layout"),
  /** All products of a run. */
  MESH("mesh"),
  /** What a run knows of the objects of workspaces and catalogs. */
  WORKSPACE("workspace");

  private final String word;

  SubjectKind(String word) {
    this.word = word;
  }

  /** As in metadata and in {@code input}. */
  public String word() {
    return word;
  }

  public static Optional<SubjectKind> of(String word) {
    for (SubjectKind kind : values()) {
      if (kind.word.equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
