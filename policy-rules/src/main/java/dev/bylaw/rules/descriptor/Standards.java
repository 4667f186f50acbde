package dev.bylaw.rules.descriptor;

import dev.bylaw.rules.document.DocumentKind;
import dev.bylaw.rules.mapping.Route;
import dev.bylaw.subject.Located;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The standards that are read, by what their documents hold. */
public final class Standards {
  private static final Standard ODCS =
      new Standard(
          "ODCS (DataContract)",
          document -> Signatures.isBitol(document, "DataContract"),
          words("DataContract"),
          Optional.empty(),
          Route.of("apiVersion"),
          List.of(
              new Edition(
                  "v3.x",
                  List.of("3"),
                  Optional.empty(),
                  List.of(Part.contract(() -> Odcs.CONTRACT))),
              new Edition(
                  "v2.x",
                  List.of("2"),
                  Optional.of(List.of("dataset", "datasetName", "quantumName", "uuid")),
                  List.of(Part.contract(() -> Odcs2.CONTRACT)))),
          Optional.empty());

  private static final Standard ODPS =
      new Standard(
          "ODPS (DataProduct)",
          document -> Signatures.isBitol(document, "DataProduct"),
          words("DataProduct"),
          Optional.empty(),
          Route.of("apiVersion"),
          List.of(
              new Edition(
                  "v1.x",
                  List.of("1"),
                  Optional.empty(),
                  List.of(Part.product(() -> Odps.PRODUCT))),
              new Edition(
                  "v0.9",
                  List.of("0.9"),
                  Optional.empty(),
                  List.of(Part.product(() -> Odps.PRODUCT)))),
          Optional.empty());

  private static final Standard DCS =
      new Standard(
          "the Data Contract Specification",
          document -> Signatures.hasScalar(document, "dataContractSpecification"),
          words("dataContractSpecification"),
          Optional.empty(),
          Route.of("dataContractSpecification"),
          List.of(
              new Edition(
                  "0.9.x or 1.x",
                  List.of("0.9", "1"),
                  Optional.empty(),
                  List.of(Part.contract(() -> Dcs.CONTRACT)))),
          Optional.of("is deprecated in favour of ODCS 3.1; move the contract there"));

  private static final Standard DPDS =
      new Standard(
          "DPDS",
          document -> Signatures.hasScalar(document, "dataProductDescriptor"),
          words("dataProductDescriptor"),
          Optional.of("dataProductDescriptor"),
          Route.of("dataProductDescriptor"),
          List.of(
              new Edition(
                  "1.x",
                  List.of("1"),
                  Optional.empty(),
                  List.of(
                      Part.product(() -> Dpds.PRODUCT),
                      Part.contracts("interfaceComponents.outputPorts[]", () -> Dpds.CONTRACT)))),
          Optional.empty());

  private static final Standard WITBOOST =
      new Standard(
          "Witboost",
          Signatures::isWitboost,
          words("dataProductOwner"),
          Optional.of("dataProduct"),
          Route.of("apiVersion"),
          List.of(
              new Edition(
                  "of none",
                  List.of(),
                  Optional.of(List.of()),
                  List.of(
                      Part.product(() -> Witboost.PRODUCT),
                      Part.contracts(
                          "components[kind=outputport,dataContract]", () -> Witboost.CONTRACT)))),
          Optional.empty());

  private static final Standard ODPS_LF =
      new Standard(
          "ODPS of the Linux Foundation",
          Signatures::isOdpsLf,
          words("opendataproducts"),
          Optional.empty(),
          Route.of("version"),
          List.of(
              new Edition(
                  "3.x or 4.x",
                  List.of("3", "4"),
                  Optional.of(List.of()),
                  List.of(
                      Part.product(() -> OdpsLf.PRODUCT),
                      Part.contracts("product.contract{apiVersion}", () -> Odcs.CONTRACT),
                      Part.contracts(
                          "product.contract{dataContractSpecification}", () -> Dcs.CONTRACT)))),
          Optional.empty());

  private static final Standard DBT_MANIFEST =
      new Standard(
          "the manifest of dbt",
          Signatures::isManifest,
          words("dbt_schema_version"),
          Optional.empty(),
          Route.of("metadata.dbt_schema_version"),
          List.of(
              new Edition(
                  "https://schemas.getdbt.com/dbt/manifest/v12.json",
                  List.of("https://schemas.getdbt.com/dbt/manifest/v12.json"),
                  Optional.empty(),
                  List.of(
                      Part.product(() -> DbtManifest.PRODUCT),
                      Part.contracts("nodes{resource_type=model}", () -> DbtManifest.CONTRACT)))),
          Optional.empty());

  private static final Standard DBT_PROPERTIES =
      new Standard(
          "the properties of dbt",
          Signatures::isDbtProperties,
          Signatures::mayBeDbtProperties,
          Optional.empty(),
          Route.of("version"),
          List.of(
              new Edition(
                  "2",
                  List.of("2"),
                  Optional.of(List.of()),
                  List.of(
                      Part.contracts("models[name]", () -> Dbt.CONTRACT),
                      Part.contracts("snapshots[name]", () -> Dbt.CONTRACT),
                      Part.contracts("seeds[name]", () -> Dbt.CONTRACT),
                      Part.contracts("sources[].tables[name]", () -> Dbt.CONTRACT)))),
          Optional.empty());

  private static final List<Standard> ALL =
      List.of(ODCS, ODPS, DCS, DPDS, WITBOOST, ODPS_LF, DBT_MANIFEST, DBT_PROPERTIES);

  private Standards() {}

  /** All of them. */
  public static List<DocumentKind> kinds() {
    return List.copyOf(ALL);
  }

  /** What is of a standard in a document: all of it, or what a wrapper holds. */
  public static Located.Object body(Located.Object document) {
    return ALL.stream()
        .filter(standard -> standard.recognises(document))
        .findFirst()
        .map(standard -> standard.body(document))
        .orElse(document);
  }

  /** Where each field of the subjects comes from, by standard. */
  public static List<Table> tables() {
    return ALL.stream().flatMap(Standard::tables).toList();
  }

  private static Predicate<Set<String>> words(String word) {
    return found -> found.contains(word);
  }
}
