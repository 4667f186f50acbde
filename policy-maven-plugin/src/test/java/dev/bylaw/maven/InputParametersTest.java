package dev.bylaw.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.policy.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputParametersTest {
  private static final Optional<String> NONE = Optional.empty();

  @TempDir Path base;

  private static Input input(String path) {
    Input input = new Input();
    input.set(path);
    return input;
  }

  @Test
  void theBaseIsWhatIsJudgedByDefault() throws MojoExecutionException {
    assertThat(InputParameters.paths(base, List.of(), List.of()).root()).isEqualTo(base);
    assertThat(InputParameters.paths(base, List.of(input("a"), input("b/*")), List.of()).starts())
        .containsExactly(base.resolve("a"), base.resolve("b"));
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThatThrownBy(() -> InputParameters.paths(base, List.of(input(" ")), List.of()))
        .hasMessage("found an input without a path, expected a folder, a file or a pattern");
    assertThatThrownBy(() -> InputParameters.paths(base, List.of(), List.of("warehouses")))
        .hasMessageStartingWith("found warehouses for kinds, expected one of product, contract,");
    assertThatThrownBy(() -> InputParameters.paths(base, List.of(input("a\0b")), List.of()))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("expected a path");
  }

  @Test
  void aScopeIsOneWordOrTwo() throws MojoExecutionException {
    assertThat(InputParameters.scope(Optional.of("orders"), NONE, NONE))
        .isEqualTo(Scope.domain("orders"));
    assertThat(InputParameters.scope(Optional.of("orders/web"), NONE, NONE))
        .isEqualTo(Scope.product("orders", "web"));
    assertThat(InputParameters.scope(NONE, Optional.of("orders"), Optional.of("web")))
        .isEqualTo(Scope.product("orders", "web"));
    assertThat(InputParameters.scope(NONE, NONE, Optional.of("web"))).isEqualTo(Scope.ORGANISATION);
    for (String wrong : List.of("", "/", "orders/", "a/b/c")) {
      assertThatThrownBy(() -> InputParameters.scope(Optional.of(wrong), NONE, NONE))
          .hasMessageContaining("expected a domain, or DOMAIN/PRODUCT");
    }
    assertThatThrownBy(() -> InputParameters.scope(Optional.of("orders"), NONE, Optional.of("web")))
        .hasMessage("found scope besides domain or product, expected one or the other");
  }
}
