package dev.bylaw.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegoFolderTest {
  @TempDir Path root;

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void modulesAndDocumentsStandAtTheirPaths() throws IOException {
    write("rules/p.rego", "package p\n\nanswer := data.limits.max + data.limits.more.min");
    write("limits/data.json", "{\"max\": 1}");
    write("limits/more/values.yaml", "min: 2\n");
    write(".hidden/data.json", "{");
    assertThat(
            new RegoCompiler()
                .folder(root)
                .compile()
                .evaluate(Optional.empty(), List.of("p", "answer")))
        .hasToString("Optional[3]");
  }

  @Test
  void allProblemsAreReportedAtOnce() throws IOException {
    write("a.rego", "package a\n\np if {");
    write("b.json", "{\"x\": 1}");
    write("c.yaml", "x: 2\n");
    write("d.json", "{\"y\": }");
    write("e.json", "[1]");
    assertThatThrownBy(() -> new RegoCompiler().folder(root).compile())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a.rego:3:7: rego_parse_error")
        .hasMessageContaining("c.yaml:1:1: data_conflict: another file has a value")
        .hasMessageContaining("d.json:1:7: document_syntax")
        .hasMessageContaining("e.json:1:1: data_conflict: found array");
    assertThatThrownBy(() -> new RegoCompiler().folder(root.resolve("nowhere")).compile())
        .hasMessageContaining("folder_missing: there is no folder");
  }
}
