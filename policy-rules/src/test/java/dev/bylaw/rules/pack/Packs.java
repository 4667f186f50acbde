package dev.bylaw.rules.pack;

import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.RegoTests;
import dev.bylaw.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The packs as they lie in the sources. */
final class Packs {
  static final Path FOLDER = Path.of("src/main/resources/META-INF/bylaw/packs/bylaw");
  static final Path STANDARD = FOLDER.resolve("standard");

  private Packs() {}

  /** A set in a folder that does nothing but import. */
  static PolicySet imported(Path folder, String imports) {
    try {
      Files.writeString(
          folder.resolve("policies.yaml"),
          "name: acme\nversion: 1.0.0\nimports: [%s]\n".formatted(imports));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return PolicySetLoader.of(folder).load();
  }

  /** By name, {@code ownership}; {@code standard} is not among them. */
  static List<String> themes() {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders
          .map(f -> f.getFileName().toString())
          .filter(n -> !n.equals("standard"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rules and tests. */
  static List<Path> rego() {
    try (Stream<Path> files = Files.walk(STANDARD)) {
      return files.filter(f -> f.toString().endsWith(".rego")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RegoTests tests() {
    RegoCompiler compiler = new RegoCompiler();
    for (Path file : rego()) {
      try {
        compiler.module(
            SourceFile.of(STANDARD.relativize(file).toString(), Files.readString(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new RegoTests(compiler);
  }
}
