package dev.bylaw.databricks;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.service.sql.CreateWarehouseRequest;
import com.databricks.sdk.service.sql.CreateWarehouseResponse;
import dev.bylaw.decision.Gate;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.policy.PolicySetLoader;
import java.nio.file.Path;

/** The example of docs/provisioning.md, which {@link ProvisioningExampleTest} keeps equal. */
final class ProvisioningExample {
  private final ProvisioningGate gate;

  ProvisioningExample(Path policies, WorkspaceClient workspace) {
    PolicyEngine engine = new PolicyEngine(PolicySetLoader.load(policies)); // once, for all threads
    this.gate = new ProvisioningGate(new Gate(engine), workspace);
  }

  String createWarehouse(String name, String size) {
    CreateWarehouseRequest request =
        new CreateWarehouseRequest().setName(name).setClusterSize(size).setAutoStopMins(20L);
    CreateWarehouseResponse created = gate.createWarehouse(request).getResponse();
    return created.getId(); // a request that is denied has thrown ProvisioningDeniedException
  }
}
