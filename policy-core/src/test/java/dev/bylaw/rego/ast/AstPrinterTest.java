package dev.bylaw.rego.ast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bylaw.rego.parser.RegoSyntax;
import dev.bylaw.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AstPrinterTest {
  private static final Dialect DIALECT =
      Dialect.of(RegoVersion.V1).withKeywords(Set.of("and", "not", "or"));

  @Provide
  Arbitrary<Body> bodies() {
    return Trees.bodies(2);
  }

  @Provide
  Arbitrary<Module> modules() {
    return Trees.modules();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void aPrintedBodyReadsBackTheSame(@ForAll("bodies") Body body) {
    String text = AstPrinter.print(body);
    RegoSyntax.Parsed<Body> again = RegoSyntax.parseQuery(SourceFile.of("again", text), DIALECT);
    assertThat(again.diagnostics()).as(text).isEmpty();
    assertThat(Trees.shape(again.tree().orElseThrow())).as(text).isEqualTo(Trees.shape(body));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aPrintedModuleReadsBackTheSame(@ForAll("modules") Module module) {
    String text = AstPrinter.print(module);
    RegoSyntax.Parsed<Module> again = RegoSyntax.parse(SourceFile.of("again", text), DIALECT);
    assertThat(again.diagnostics()).as(text).isEmpty();
    assertThat(Trees.shape(again.tree().orElseThrow().rules()))
        .as(text)
        .isEqualTo(Trees.shape(module.rules()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v0", "v1"})
  void modulesOfOpaReadBackTheSame(String version) throws IOException {
    Path folder =
        Path.of(System.getProperty("bylaw.shared", "absent"), "rego/conformance", version);
    assumeTrue(Files.isDirectory(folder), "the conformance cases are not here");
    Dialect dialect = Dialect.of(RegoVersion.valueOf(version.toUpperCase(Locale.ROOT)));
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(p -> p.toString().endsWith(".json")).sorted().toList();
    }
    for (Path file : files) {
      for (JsonNode text : new ObjectMapper().readTree(file.toFile()).findValues("modules")) {
        text.forEach(t -> check(SourceFile.of(file.toString(), t.asText()), dialect));
      }
    }
  }

  private static void check(SourceFile source, Dialect dialect) {
    RegoSyntax.parse(source, dialect)
        .tree()
        .ifPresent(
            module -> {
              String text = AstPrinter.print(module);
              RegoSyntax.Parsed<Module> again =
                  RegoSyntax.parse(SourceFile.of("again", text), dialect);
              assertThat(again.diagnostics()).as(text).isEmpty();
              assertThat(Trees.shape(again.tree().orElseThrow().rules()))
                  .as(text)
                  .isEqualTo(Trees.shape(module.rules()));
            });
  }
}
