package dev.bylaw.decision;

import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.subject.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over texts that cannot run into each other. */
final class Hash {
  private final MessageDigest digest;

  Hash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  Hash add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
    return this;
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** All that policies see. */
  static String of(List<Subject> subjects) {
    Hash hash = new Hash();
    for (Subject subject : subjects) {
      hash.add(subject.kind().word())
          .add(subject.path())
          .add(RegoJson.write(subject.input().value()));
    }
    return "sha256:" + hash.hex();
  }
}
