package dev.bylaw.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyLintTest {
  @TempDir private Path folder;

  private List<String> codes() {
    return PolicyLint.look(folder).stream().map(Diagnostic::code).toList();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aCommentExceptsItsLineOrTheNext() throws IOException {
    write(
        "a.rego",
        """
        package a

        # lint-ignore rule-shadows-builtin: it is called so in the standard
        count := 3

        sum := 3 # lint-ignore rule-shadows-builtin: so is this

        max := 3
        """);
    assertThat(PolicyLint.look(folder).toString())
        .contains("a.rego:8:1")
        .doesNotContain("a.rego:4", "a.rego:6");
  }

  @Test
  void exceptionsNeedAReasonAndAUse() throws IOException {
    write("a.rego", "package a\n\n# lint-ignore line-length: too long\n# lint-ignore x\np := 3\n");
    write(
        ".bylaw-lint.yaml",
        """
        except:
          - rules: [line-length]
            files: ["b/**"]
            reason: none
        """);
    assertThat(codes()).containsExactly("lint-ignore", "lint-ignore", "lint-ignore");
  }

  @Test
  void settingsChangeLevels() throws IOException {
    write("a.rego", "package a\n\nfirst(x) := data.b.c[x]\n\ncount := 3\n");
    write(
        ".bylaw-lint.yaml",
        "rules: {external-reference: error, rule-shadows-builtin: ignore, unresolved-reference: ignore}\n");
    assertThat(codes()).containsExactly("external-reference");
  }

  @Test
  void settingsThatCannotBeReadAreAllTold() throws IOException {
    write("a.rego", "package a\n");
    write(
        ".bylaw-lint.yaml",
        """
        rules: {line-lenght: error, todo-test: fatal}
        lineLength: many
        except:
          - rules: [line-length, nothing]
            files: ["**"]
        """);
    assertThatThrownBy(() -> PolicyLint.look(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(".bylaw-lint.yaml:1:9")
        .hasMessageContaining("did you mean line-length?")
        .hasMessageContaining(".bylaw-lint.yaml:1:40")
        .hasMessageContaining(".bylaw-lint.yaml:2:13")
        .hasMessageContaining("there is no rule nothing")
        .hasMessageContaining("expected the field reason");
  }

  @Test
  void whatTheCompilerTellsIsAFindingIfItIsOfStrictModeAlone() throws IOException {
    write("a.rego", "package a\n\nimport data.b\n\np if input.x == 1\n");
    write("b.rego", "package b\n\nq := 1\n");
    assertThat(codes()).containsExactly("strict");
    write("c.rego", "package c\n\np if nothing(1)\n");
    assertThatThrownBy(() -> PolicyLint.look(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("c.rego:3:6")
        .hasMessageNotContaining("a.rego");
  }
}
