package dev.bylaw.policy;

import dev.bylaw.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The files of a policy set, in order of their paths, wherever they come from.
 *
 * @param manifest {@code policies.yaml}
 * @param rego the modules, without tests
 * @param data {@code data.json} and {@code data.yaml}
 * @param waivers the YAML files of the folder {@code waivers}
 * @param revision {@code sha256:} and the hash of names and texts
 */
record SetFiles(
    Optional<Entry> manifest,
    List<Entry> rego,
    List<Entry> data,
    List<Entry> waivers,
    String revision) {
  static final int MAX_FILES = 10_000;
  static final String MANIFEST = "policies.yaml";
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

  static SetFiles of(SortedMap<String, SourceFile> files) {
    Optional<Entry> manifest = Optional.empty();
    List<Entry> rego = new ArrayList<>();
    List<Entry> data = new ArrayList<>();
    List<Entry> waivers = new ArrayList<>();
    MessageDigest digest = sha256();
    for (String name : files.keySet()) {
      Entry entry = new Entry(name, files.get(name));
      hash(digest, entry);
      if (name.equals(MANIFEST)) {
        manifest = Optional.of(entry);
      } else if (name.endsWith(".rego")) {
        rego.add(entry);
      } else if (name.startsWith(WAIVERS)) {
        waivers.add(entry);
      } else {
        data.add(entry);
      }
    }
    return new SetFiles(manifest, rego, data, waivers, text(digest));
  }

  /** Whether a file is part of a set, by its path below the top. Hidden files are not. */
  static boolean belongs(String path) {
    if (path.startsWith(".") || path.contains("/.")) {
      return false;
    }
    String file = path.substring(path.lastIndexOf('/') + 1);
    boolean yaml = file.endsWith(".yaml") || file.endsWith(".yml");
    return path.equals(MANIFEST)
        || (path.startsWith(WAIVERS) && yaml)
        || (file.endsWith(".rego") && !file.endsWith("_test.rego"))
        || List.of("data.json", "data.yaml", "data.yml").contains(file);
  }

  /** The hash of a set and of those it imports, in order. */
  static String revision(List<String> revisions) {
    if (revisions.size() == 1) {
      return revisions.get(0);
    }
    MessageDigest digest = sha256();
    digest.update(String.join("\n", revisions).getBytes(StandardCharsets.UTF_8));
    return text(digest);
  }

  private static String text(MessageDigest digest) {
    return "sha256:" + HexFormat.of().formatHex(digest.digest());
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
