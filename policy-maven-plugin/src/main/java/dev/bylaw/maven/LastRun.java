package dev.bylaw.maven;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the last run depended on and what it came to, as it is kept in the build's folder, so that a
 * build in which nothing changed has nothing to do.
 *
 * <p>Such a build must load few classes, because a JVM that has just started spends its time on
 * that. This class and those it needs therefore use the JDK alone, and of it neither lambdas nor
 * streams nor {@code switch} over texts.
 *
 * @param key a hash of what the run was told
 * @param artifacts those that were resolved for it
 * @param watched what it read, what it would have read if it had been there, and what it wrote
 */
record LastRun(String key, List<Resolved> artifacts, List<Watched> watched, Outcome outcome) {
  /** An artifact and the file that it was found in; no versions where any would do. */
  record Resolved(String name, Optional<String> versions, Path file) {}

  /** Of the file, in bytes; who says more is run again. */
  static final int MAX_SIZE = 16 * 1024 * 1024;

  private static final int FORMAT = 0x42594c31;
  private static final int HASH = 32;

  LastRun {
    artifacts = List.copyOf(artifacts);
    watched = List.copyOf(watched);
  }

  /** Whether all that was read and written is as it was; artifacts are for others to ask. */
  boolean isStill(String now) {
    if (!key.equals(now)) {
      return false;
    }
    for (Watched each : watched) {
      if (!each.isStill()) {
        return false;
      }
    }
    return true;
  }

  /** Empty if there is none, and for a file that is not as {@link #write} leaves it. */
  static Optional<LastRun> read(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MAX_SIZE) {
        return Optional.empty();
      }
      byte[] all = Files.readAllBytes(file);
      int end = all.length - HASH;
      if (end < 0 || !Arrays.equals(hash(all, end), Arrays.copyOfRange(all, end, all.length))) {
        return Optional.empty();
      }
      return Optional.of(read(new DataInputStream(new ByteArrayInputStream(all, 0, end))));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty(); // then it is judged again
    }
  }

  private static LastRun read(DataInputStream in) throws IOException {
    if (in.readInt() != FORMAT) {
      throw new IOException("another format");
    }
    String key = text(in);
    List<Resolved> artifacts = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      String name = text(in);
      Optional<String> versions = in.readBoolean() ? Optional.of(text(in)) : Optional.empty();
      artifacts.add(new Resolved(name, versions, Path.of(text(in))));
    }
    List<Watched> watched = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      Path path = Path.of(text(in));
      watched.add(new Watched(path, Watched.Kind.valueOf(text(in)), text(in), 0));
    }
    List<Outcome.Line> lines = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      lines.add(new Outcome.Line(Outcome.Level.valueOf(text(in)), text(in)));
    }
    return new LastRun(key, artifacts, watched, new Outcome(lines, text(in)));
  }

  /** Leaves no file where there is too much to say. */
  void write(Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(FORMAT);
    text(out, key);
    out.writeInt(artifacts.size());
    for (Resolved artifact : artifacts) {
      text(out, artifact.name());
      out.writeBoolean(artifact.versions().isPresent());
      if (artifact.versions().isPresent()) {
        text(out, artifact.versions().get());
      }
      text(out, artifact.file().toString());
    }
    out.writeInt(watched.size());
    for (Watched each : watched) {
      text(out, each.path().toString());
      text(out, each.kind().name());
      text(out, each.hash());
    }
    out.writeInt(outcome.lines().size());
    for (Outcome.Line line : outcome.lines()) {
      text(out, line.level().name());
      text(out, line.text());
    }
    text(out, outcome.failure());
    out.write(hash(bytes.toByteArray(), bytes.size()));
    if (bytes.size() > MAX_SIZE) {
      Files.deleteIfExists(file);
      return;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, bytes.toByteArray());
  }

  /** Never makes room for more than is there. */
  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("found a text of " + length + " bytes");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] hash(byte[] bytes, int end) {
    MessageDigest digest = Fingerprint.sha256();
    digest.update(bytes, 0, end);
    return digest.digest();
  }
}
