package dev.bylaw.maven;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A hash of texts and files; equal ones are of the same ones in the same order. For one thread.
 * Part of what a build runs in which nothing changed, see {@link LastRun}.
 */
final class Fingerprint {
  private static final int BLOCK = 64 * 1024;

  private final MessageDigest digest = sha256();

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  Fingerprint add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    digest.update(bytes);
    return this;
  }

  /** A file's content. */
  Fingerprint file(Path file) throws IOException {
    byte[] block = new byte[BLOCK];
    long length = 0;
    try (InputStream in = new FileInputStream(file.toFile())) {
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        digest.update(block, 0, n);
        length += n;
      }
    }
    number(length); // tells where it ends
    return this;
  }

  /** Always as many bytes. */
  private void number(long number) {
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      digest.update((byte) (number >>> shift));
    }
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
