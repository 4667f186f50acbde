package dev.bylaw.policy;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a policy set's folder, read once, in order of their paths.
 *
 * @param manifest {@code policies.yaml}
 * @param rego the modules, without tests
 * @param data {@code data.json} and {@code data.yaml}
 * @param waivers the YAML files of the folder {@code waivers}
 */
record SetFiles(
    Optional<Entry> manifest,
    List<Entry> rego,
    List<Entry> data,
    List<Entry> waivers,
    String revision) {
  static final int MAX_FILES = 10_000;
  private static final String WAIVERS = "waivers/";

  /**
   * A file of the set.
   *
   * @param path below the folder, with {@code /}
   */
  record Entry(String path, SourceFile source) {
    /** The names of the folders it lies in. */
    List<String> folders() {
      int end = path.lastIndexOf('/');
      return end < 0 ? List.of() : List.of(path.substring(0, end).split("/"));
    }
  }

  static SetFiles read(Path folder, List<Diagnostic> diagnostics) {
    List<Path> paths = list(folder, diagnostics);
    Optional<Entry> manifest = Optional.empty();
    List<Entry> rego = new ArrayList<>();
    List<Entry> data = new ArrayList<>();
    List<Entry> waivers = new ArrayList<>();
    MessageDigest digest = sha256();
    for (Path path : paths) {
      String name = SourceReader.name(folder, path);
      SourceReader.Result read =
          SourceReader.read(folder, path, prefix(folder) + name, Limits.DEFAULT);
      read.problem().ifPresent(diagnostics::add);
      if (read.source().isEmpty()) {
        continue;
      }
      Entry entry = new Entry(name, read.source().get());
      hash(digest, entry);
      if (name.equals("policies.yaml")) {
        manifest = Optional.of(entry);
      } else if (name.startsWith(WAIVERS)) {
        waivers.add(entry);
      } else if (name.endsWith(".rego")) {
        rego.add(entry);
      } else {
        data.add(entry);
      }
    }
    String revision = "sha256:" + HexFormat.of().formatHex(digest.digest());
    return new SetFiles(manifest, rego, data, waivers, revision);
  }

  static String prefix(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? "" : name + "/";
  }

  private static List<Path> list(Path folder, List<Diagnostic> diagnostics) {
    if (!Files.isDirectory(folder)) {
      diagnostics.add(
          Diagnostic.error(
              "policy_set_missing",
              "there is no folder " + folder + ", expected a policy set there"));
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> found =
          walk.filter(p -> belongs(folder, p))
              .sorted((a, b) -> name(folder, a).compareTo(name(folder, b)))
              .limit(MAX_FILES + 1L)
              .toList();
      if (found.size() > MAX_FILES) {
        diagnostics.add(
            Diagnostic.error(
                "policy_set_too_large",
                "the folder " + folder + " has more than the limit of " + MAX_FILES + " files"));
      }
      return found;
    } catch (IOException | UncheckedIOException e) {
      diagnostics.add(
          Diagnostic.error(
              "policy_set_unreadable",
              "the folder " + folder + " cannot be read: " + e.getClass().getSimpleName()));
      return List.of();
    }
  }

  private static String name(Path folder, Path file) {
    return SourceReader.name(folder, file);
  }

  private static boolean belongs(Path folder, Path path) {
    String name = name(folder, path);
    boolean hidden = name.startsWith(".") || name.contains("/.");
    if (hidden || !Files.isRegularFile(path)) {
      return false;
    }
    String file = name.substring(name.lastIndexOf('/') + 1);
    return name.equals("policies.yaml")
        || (name.startsWith(WAIVERS) && (file.endsWith(".yaml") || file.endsWith(".yml")))
        || (file.endsWith(".rego") && !file.endsWith("_test.rego"))
        || List.of("data.json", "data.yaml", "data.yml").contains(file);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Names and lengths count too, so that moving text between files changes the revision. */
  static void hash(MessageDigest digest, Entry entry) {
    byte[] text = entry.source().text().getBytes(StandardCharsets.UTF_8);
    digest.update((entry.path() + "\n" + text.length + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(text);
  }
}
