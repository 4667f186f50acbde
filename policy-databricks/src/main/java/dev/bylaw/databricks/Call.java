package dev.bylaw.databricks;

import com.databricks.sdk.service.compute.CreateCluster;
import com.databricks.sdk.service.compute.EditCluster;
import com.databricks.sdk.service.sql.CreateWarehouseRequest;
import com.databricks.sdk.service.sql.EditWarehouseRequest;
import dev.bylaw.rules.infra.InfraConfig;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.SubjectReader;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call of the API that the gate stands in front of.
 *
 * @param action in words
 * @param name of what is provisioned
 * @param addressed copies what the request carries outside its body
 * @param reader of the body
 */
record Call<T>(
    String action,
    Class<T> type,
    Function<T, @Nullable String> name,
    BiConsumer<T, T> addressed,
    Function<SourceFile, SubjectReader.Result> reader) {
  static final Call<CreateCluster> CREATE_CLUSTER =
      new Call<>(
          "create cluster",
          CreateCluster.class,
          CreateCluster::getClusterName,
          (from, to) -> {},
          InfraConfig::cluster);

  static final Call<EditCluster> EDIT_CLUSTER =
      new Call<>(
          "edit cluster",
          EditCluster.class,
          EditCluster::getClusterName,
          (from, to) -> {},
          InfraConfig::cluster);

  static final Call<CreateWarehouseRequest> CREATE_WAREHOUSE =
      new Call<>(
          "create warehouse",
          CreateWarehouseRequest.class,
          CreateWarehouseRequest::getName,
          (from, to) -> {},
          InfraConfig::warehouse);

  static final Call<EditWarehouseRequest> EDIT_WAREHOUSE =
      new Call<>(
          "edit warehouse",
          EditWarehouseRequest.class,
          EditWarehouseRequest::getName,
          (from, to) -> to.setId(from.getId()),
          InfraConfig::warehouse);

  /** What people call this request. */
  String title(T request) {
    return action + Optional.ofNullable(name.apply(request)).map(n -> " \"" + n + "\"").orElse("");
  }
}
