package dev.bylaw.databricks;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.service.compute.ClusterDetails;
import com.databricks.sdk.service.compute.CreateCluster;
import com.databricks.sdk.service.compute.CreateClusterResponse;
import com.databricks.sdk.service.compute.EditCluster;
import com.databricks.sdk.service.sql.CreateWarehouseRequest;
import com.databricks.sdk.service.sql.CreateWarehouseResponse;
import com.databricks.sdk.service.sql.EditWarehouseRequest;
import com.databricks.sdk.service.sql.GetWarehouseResponse;
import com.databricks.sdk.support.Wait;
import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Gate;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.decision.Question;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectReader;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Stands between a service and the workspace where the service creates or edits clusters and SQL
 * warehouses. A request that the policies allow at the point {@code provision} is sent; a request
 * that they deny is not, and {@link ProvisioningDeniedException} says why. The {@code judge}
 * methods only decide.
 *
 * <p>Judged is the JSON that the SDK sends, read as the build reads a file with the same content,
 * so that the findings are the same. A request knows neither the data product nor the domain it is
 * for, unlike a file in the folder of a product.
 *
 * <p>What cannot be judged is denied: a request that the SDK cannot turn into JSON and back, a kind
 * that no policy is for, a policy that ends with an error, and a policy that would block and
 * depends on a placeholder, unless it says {@code unknown: pass}; in a build something may still
 * fill the placeholder in, here it would be sent.
 *
 * <p>A request is copied when a method is called; the copy is judged and sent. Changes that another
 * thread makes later have no effect.
 *
 * <p>Two traps of the SDK that the gate cannot see:
 *
 * <ul>
 *   <li>What the SDK reads, it cuts down to what its version knows: values of an enum that are
 *       newer become null, fields that are newer vanish. A request made from such an answer lacks
 *       them, and is judged and sent without them.
 *   <li>{@code clusters/edit} replaces the whole configuration: what the request leaves out is
 *       reset to its default, not kept. The gate judges it as absent.
 * </ul>
 *
 * <p>Errors of the SDK and of the workspace pass through unchanged. Thread-safe as far as the
 * client is; one gate serves all threads.
 */
public final class ProvisioningGate {
  private final Gate gate;
  private final WorkspaceClient client;

  /**
   * Opens a gate.
   *
   * @param gate decides; its policy set may be replaced at any time
   * @param client sends what is allowed; belongs to the caller
   */
  public ProvisioningGate(Gate gate, WorkspaceClient client) {
    this.gate = Objects.requireNonNull(gate, "gate");
    this.client = Objects.requireNonNull(client, "client");
  }

  /**
   * Creates a cluster if that is allowed.
   *
   * @throws ProvisioningDeniedException if it is not; nothing was sent
   */
  public Wait<ClusterDetails, CreateClusterResponse> createCluster(CreateCluster request) {
    return client.clusters().create(allowed(Call.CREATE_CLUSTER, request));
  }

  /**
   * Edits a cluster if that is allowed; what the request leaves out is reset.
   *
   * @throws ProvisioningDeniedException if it is not; nothing was sent
   */
  public Wait<ClusterDetails, Void> editCluster(EditCluster request) {
    return client.clusters().edit(allowed(Call.EDIT_CLUSTER, request));
  }

  /**
   * Creates a SQL warehouse if that is allowed.
   *
   * @throws ProvisioningDeniedException if it is not; nothing was sent
   */
  public Wait<GetWarehouseResponse, CreateWarehouseResponse> createWarehouse(
      CreateWarehouseRequest request) {
    return client.warehouses().create(allowed(Call.CREATE_WAREHOUSE, request));
  }

  /**
   * Edits a SQL warehouse if that is allowed; what the request leaves out is judged as absent.
   *
   * @throws ProvisioningDeniedException if it is not; nothing was sent
   */
  public Wait<GetWarehouseResponse, Void> editWarehouse(EditWarehouseRequest request) {
    return client.warehouses().edit(allowed(Call.EDIT_WAREHOUSE, request));
  }

  /** Decides on a new cluster and sends nothing. */
  public Decision judgeCreateCluster(CreateCluster request) {
    return judged(gate.engine(), Call.CREATE_CLUSTER, request).decision();
  }

  /** Decides on a change of a cluster and sends nothing. */
  public Decision judgeEditCluster(EditCluster request) {
    return judged(gate.engine(), Call.EDIT_CLUSTER, request).decision();
  }

  /** Decides on a new SQL warehouse and sends nothing. */
  public Decision judgeCreateWarehouse(CreateWarehouseRequest request) {
    return judged(gate.engine(), Call.CREATE_WAREHOUSE, request).decision();
  }

  /** Decides on a change of a SQL warehouse and sends nothing. */
  public Decision judgeEditWarehouse(EditWarehouseRequest request) {
    return judged(gate.engine(), Call.EDIT_WAREHOUSE, request).decision();
  }

  /**
   * A request and what was decided on it.
   *
   * @param snapshot empty where there is nothing that could be sent
   */
  private record Judged<T>(
      Decision decision, List<Subject> subjects, Optional<Snapshot<T>> snapshot) {}

  private <T> T allowed(Call<T> call, T request) {
    PolicyEngine engine = gate.engine();
    Judged<T> judged = judged(engine, call, request);
    if (judged.decision().isAllowed() && judged.snapshot().isPresent()) {
      return judged.snapshot().get().request();
    }
    String title = judged.snapshot().map(s -> s.body().name()).orElse(call.action());
    throw new ProvisioningDeniedException(
        title, judged.decision(), Discretion.of(engine, judged.subjects()));
  }

  private <T> Judged<T> judged(PolicyEngine engine, Call<T> call, T request) {
    Objects.requireNonNull(request, "request");
    try {
      Snapshot<T> snapshot = Snapshot.of(call, request, client.apiClient());
      SubjectReader.Result read = call.reader().apply(snapshot.body());
      return new Judged<>(
          decide(engine, read.subjects(), read.diagnostics()),
          read.subjects(),
          Optional.of(snapshot));
    } catch (InputException e) {
      return new Judged<>(decide(engine, List.of(), e.diagnostics()), List.of(), Optional.empty());
    }
  }

  private static Decision decide(
      PolicyEngine engine, List<Subject> subjects, List<Diagnostic> notes) {
    return engine.decide(subjects, Question.at(EnforcementPoint.PROVISION).withUnreadable(notes));
  }
}
