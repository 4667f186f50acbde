package dev.bylaw.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastRunTest {
  @TempDir Path folder;

  private LastRun run() throws IOException {
    Path input = Files.writeString(folder.resolve("a.sql"), "SELECT 1");
    return new LastRun(
        "key",
        List.of(
            new LastRun.Resolved("g:a", Optional.of("[1,2)"), folder.resolve("a.jar")),
            new LastRun.Resolved("g:b", Optional.empty(), folder.resolve("b.jar"))),
        List.of(Watched.now(input, Watched.Kind.ALL)),
        new Outcome(
            List.of(new Outcome.Line(Outcome.Level.ERROR, "größer als erlaubt")), "denied"));
  }

  private Path file() {
    return folder.resolve("policy/last-run.bin");
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    LastRun run = run();
    run.write(file());
    LastRun read = LastRun.read(file()).orElseThrow();
    assertThat(read.key()).isEqualTo(run.key());
    assertThat(read.artifacts()).isEqualTo(run.artifacts());
    assertThat(read.outcome()).isEqualTo(run.outcome());
    assertThat(read.watched().get(0).hash()).isEqualTo(run.watched().get(0).hash());
    assertThat(read.isStill("key")).isTrue();
    assertThat(read.isStill("other")).isFalse();
    Files.writeString(folder.resolve("a.sql"), "SELECT 2");
    assertThat(read.isStill("key")).isFalse();
    assertThatThrownBy(() -> read.outcome().tell(new SystemStreamLog()))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("denied");
  }

  @Test
  void aDamagedFileIsNone() throws IOException {
    assertThat(LastRun.read(file())).isEmpty();
    run().write(file());
    byte[] good = Files.readAllBytes(file());
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= 0x10;
      Files.write(file(), bad);
      assertThat(LastRun.read(file())).as("byte %d", i).isEmpty();
    }
    Files.write(file(), new byte[0]);
    assertThat(LastRun.read(file())).isEmpty();
  }

  @Test
  void aFileThatPromisesTooMuchIsNone() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(0x42594c31);
    out.writeInt(Integer.MAX_VALUE);
    out.writeUTF("short");
    assertThat(crafted(bytes.toByteArray())).isEmpty();
    bytes.reset();
    out.writeInt(0x42594c31);
    out.writeInt(0);
    out.writeInt(Integer.MAX_VALUE);
    assertThat(crafted(bytes.toByteArray())).isEmpty();
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    try (RandomAccessFile huge = new RandomAccessFile(folder.resolve("huge").toFile(), "rw")) {
      huge.setLength(LastRun.MAX_SIZE + 1L);
    }
    assertThat(LastRun.read(folder.resolve("huge"))).isEmpty();
  }

  @Test
  void whatIsTooLongIsNotKept() throws IOException {
    LastRun run = run();
    run.write(file());
    String line = "x".repeat(LastRun.MAX_SIZE);
    new LastRun("key", List.of(), run.watched(), Outcome.of(line)).write(file());
    assertThat(file()).doesNotExist();
  }

  private Optional<LastRun> crafted(byte[] text) throws IOException {
    byte[] hash = Fingerprint.sha256().digest(text);
    Files.createDirectories(file().getParent());
    try (var out = Files.newOutputStream(file())) {
      out.write(text);
      out.write(hash);
    }
    return LastRun.read(file());
  }
}
