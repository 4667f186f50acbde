package dev.bylaw.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.std.StandardBuiltins;
import dev.bylaw.rego.types.TypeText;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What errors say of the parameters of built-ins: names and types as OPA says them. */
class OpaSignaturesTest {
  /** Rewritten before their types are looked at, or said in another form of the same type. */
  private static final Set<String> OTHERWISE =
      Set.of("assign", "eq", "rego.metadata.chain", "rego.metadata.rule", "net.cidr_merge");

  @Test
  void parametersOfAllBuiltins(@TempDir Path folder) throws IOException {
    Optional<Path> opa = OpaBinary.find();
    assumeTrue(opa.isPresent(), "no OPA to compare with: set OPA_BIN");
    List<String> own = new ArrayList<>();
    for (Builtin builtin : StandardBuiltins.registry().all()) {
      String name = builtin.name();
      if (!OTHERWISE.contains(name) && !name.startsWith("internal.")) {
        SourceFile module = SourceFile.of(name + ".rego", module(builtin));
        Files.writeString(folder.resolve(module.name()), module.text());
        own.add(refusal(module));
      }
    }
    assertThat(own).hasSizeGreaterThan(190);
    assertThat(own).containsExactlyInAnyOrderElementsOf(refusals(opa.get(), folder));
  }

  /** Calls it with three arguments more than it takes. */
  private static String module(Builtin builtin) {
    int many = TypeText.function(builtin.signature()).parameters().size() + 3;
    String arguments = String.join(", ", Collections.nCopies(many, "{\"a\": 1}"));
    return "package p\n\nx := " + builtin.name() + "(" + arguments + ")\n";
  }

  private static String refusal(SourceFile module) {
    try {
      new RegoCompiler().module(module, RegoVersion.V1).compile();
      return module.name() + " compiles";
    } catch (InputException e) {
      String message =
          e.diagnostics().stream()
              .map(Diagnostic::message)
              .filter(m -> !m.startsWith("deprecated")) // told as well, where OPA has stopped
              .collect(Collectors.joining("\n"));
      return module.name() + ":3: rego_type_error: " + message;
    }
  }

  private static List<String> refusals(Path opa, Path folder) throws IOException {
    Process process =
        new ProcessBuilder(opa.toString(), "check", "--max-errors", "1000", ".")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String text =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    String errors = text.substring(text.indexOf('\n') + 1);
    return List.of(errors.split("\n(?!\t)"));
  }
}
