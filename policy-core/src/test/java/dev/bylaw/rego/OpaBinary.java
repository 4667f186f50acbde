package dev.bylaw.rego;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Where OPA is. */
public final class OpaBinary {
  private OpaBinary() {}

  /** {@code OPA_BIN}, or {@code opa} on the path. */
  public static Optional<Path> find() {
    String own = System.getenv("OPA_BIN");
    Stream<String> candidates =
        own != null
            ? Stream.of(own)
            : Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(d -> d + "/opa");
    return candidates.map(Path::of).filter(Files::isExecutable).findFirst();
  }
}
