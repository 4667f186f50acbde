package dev.bylaw.rules.descriptor;

import static dev.bylaw.rules.mapping.Rule.constant;
import static dev.bylaw.rules.mapping.Rule.copy;
import static dev.bylaw.rules.mapping.Rule.each;

import dev.bylaw.rules.mapping.Mapping;

/** ODPS of Bitol, 0.9 and 1.x, whose words the model speaks. */
final class Odps {
  static final Mapping PRODUCT =
      Mapping.of(constant("standard", "odps-bitol", "kind"), copy("standardVersion", "apiVersion"))
          .andSame("id", "name", "version", "status", "domain", "tenant", "description")
          .and(copy("owner", Odcs.OWNER), each("team", Odcs.MEMBER, Odcs.TEAM))
          .andSame("support", "tags", "inputPorts", "outputPorts", "managementPorts")
          .andSame("authoritativeDefinitions");

  private Odps() {}
}
