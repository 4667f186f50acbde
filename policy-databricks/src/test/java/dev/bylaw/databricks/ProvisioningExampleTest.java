package dev.bylaw.databricks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProvisioningExampleTest {
  @Test
  void theDocumentShowsWhatRuns() throws IOException {
    String source =
        Files.readString(Path.of("src/test/java/dev/bylaw/databricks/ProvisioningExample.java"));
    String body = source.substring(source.indexOf("  private final"), source.lastIndexOf('}'));
    assertThat(document()).contains("```java\n" + body.stripTrailing().stripIndent() + "\n```\n");
  }

  @Test
  void theDocumentShowsWhatADeniedRequestSays() throws IOException {
    try (Workspace workspace = new Workspace()) {
      ProvisioningExample example = new ProvisioningExample(Policies.COST, workspace.client());
      assertThat(example.createWarehouse("bi", "Small")).isEqualTo("w1");
      ProvisioningDeniedException denied =
          catchThrowableOfType(
              ProvisioningDeniedException.class, () -> example.createWarehouse("bi", "3X-Large"));
      assertThat(document()).contains("```\n" + denied.getMessage() + "\n```\n");
    }
  }

  private static String document() throws IOException {
    return Files.readString(Path.of("../docs/provisioning.md"));
  }
}
