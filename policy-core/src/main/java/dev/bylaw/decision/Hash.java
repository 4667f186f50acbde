package dev.bylaw.decision;

import dev.bylaw.decision.Decision.Judged;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.subject.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

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

  /** All that policies see of a subject, and the labels that assignments may select it by. */
  static String of(Subject subject) {
    Hash hash =
        new Hash()
            .add(subject.kind().word())
            .add(subject.path())
            .add(RegoJson.write(subject.input().value()));
    new TreeMap<>(subject.labels()).forEach((name, value) -> hash.add(name).add(value));
    return "sha256:" + hash.hex();
  }

  /** All subjects. */
  static String of(List<Judged> inputs) {
    Hash hash = new Hash();
    inputs.forEach(i -> hash.add(i.hash()));
    return "sha256:" + hash.hex();
  }
}
