package dev.bylaw.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenParametersTest {
  @TempDir private Path folder;

  @BeforeEach
  void policySet() throws IOException {
    Files.writeString(
        folder.resolve("policies.yaml"),
        """
        name: council
        version: 1.0.0
        assign:
          - policies: [size]
            parameters: {max: 10}
        """);
    Files.writeString(
        folder.resolve("size.rego"),
        """
        # METADATA
        # custom:
        #   kind: infra
        #   subject: warehouse
        #   parameters:
        #     max: {type: integer, default: 20, order: max}
        package size

        import data.parameters.size as params

        deny contains "too large" if input.warehouse.size > params.max
        """);
  }

  private PolicySet load(String parameters) {
    return PolicySetLoader.of(folder)
        .withParameters(SourceFile.of("policy.parameters", parameters))
        .load();
  }

  @Test
  void tighterOnesHold() {
    PolicySet set = load("{size: {max: 5}}");
    assertThat(set.name()).isEqualTo("council");
    assertThat(set.version()).isEqualTo("1.0.0");
    assertThat(set.revision()).isNotEqualTo(PolicySetLoader.load(folder).revision());
  }

  @Test
  void weakerOnesAreRefusedWithBothPlaces() {
    assertThatThrownBy(() -> load("{size: {max: 15}}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("policy.parameters:1:")
        .hasMessageContaining("policies.yaml:5:");
  }

  @Test
  void whatNoPolicyHasIsAnError() {
    assertThatThrownBy(() -> load("{sise: {max: 5}, size: {least: 5}, other: 5}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("policy.parameters:1:2")
        .hasMessageContaining("least");
    assertThatThrownBy(() -> load("[5]"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("found array, expected parameters by policies");
  }
}
