package dev.bylaw.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedTest {
  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    write("a.sql", "SELECT 1");
    write("deep/policy.rego", "package a");
    write("target/out.sql", "SELECT 2");
    write(".git/config.yaml", "x: 1");
    write("notes.txt", "notes");
  }

  @Test
  void contentsNamesAndNewFilesCount() throws IOException {
    Watched before = Watched.now(folder, Watched.Kind.ALL);
    assertThat(before.isStill()).isTrue();
    Files.setLastModifiedTime(folder.resolve("a.sql"), FileTime.fromMillis(1_000));
    assertThat(before.isStill()).isTrue();
    write("a.sql", "SELECT 3");
    assertThat(before.isStill()).isFalse();
    write("a.sql", "SELECT 1");
    assertThat(before.isStill()).isTrue();
    Files.move(folder.resolve("a.sql"), folder.resolve("b.sql"));
    assertThat(before.isStill()).isFalse();
    Files.move(folder.resolve("b.sql"), folder.resolve("a.sql"));
    write("target/new", "");
    assertThat(before.isStill()).isFalse();
  }

  @Test
  void textMovedFromOneFileToTheNextCounts() throws IOException {
    write("x/a", "12");
    write("x/b", "3");
    Watched before = Watched.now(folder.resolve("x"), Watched.Kind.ALL);
    write("x/a", "1");
    write("x/b", "23");
    assertThat(before.isStill()).isFalse();
  }

  @Test
  void nothingIsSeenWhereNoInputIs() throws IOException {
    Watched before = Watched.now(folder, Watched.Kind.INPUTS);
    write("target/out.sql", "SELECT 4");
    write("node_modules/a.sql", "SELECT 4");
    write(".git/config.yaml", "x: 2");
    assertThat(before.isStill()).isTrue();
    write("notes.txt", "more");
    assertThat(before.isStill()).isFalse();
    Watched target = Watched.now(folder.resolve("target"), Watched.Kind.INPUTS);
    write("target/out.sql", "SELECT 5");
    assertThat(target.isStill()).isFalse();
  }

  @Test
  void ofAPolicySetTheFilesThatCanBelongToIt() throws IOException {
    Watched before = Watched.now(folder, Watched.Kind.SET);
    write("notes.txt", "more");
    write("target/out.sql", "SELECT 4");
    assertThat(before.isStill()).isTrue();
    write("target/gen/policy.rego", "package b");
    assertThat(before.isStill()).isFalse();
  }

  @Test
  void whatIsMissingMayAppear() throws IOException {
    Watched file = Watched.now(folder.resolve("baseline.txt"), Watched.Kind.ALL);
    assertThat(file.isStill()).isTrue();
    write("baseline.txt", "");
    assertThat(file.isStill()).isFalse();
    Watched there = Watched.now(folder.resolve("baseline.txt"), Watched.Kind.SET);
    Files.delete(folder.resolve("baseline.txt"));
    assertThat(there.isStill()).isFalse();
  }

  @Test
  void whatChangesDuringTheRunIsNotKept() throws IOException {
    past(folder);
    Watch watch = new Watch();
    watch.read(folder, Watched.Kind.ALL);
    assertThat(watch.now()).isPresent();
    write("a.sql", "SELECT 9");
    assertThat(watch.now()).isEqualTo(Optional.empty());
  }

  @Test
  void whatTheRunWritesIsKeptAsItLeavesIt() throws IOException {
    Watch watch = new Watch();
    watch.written(folder.resolve("a.sql"));
    assertThat(watch.now()).isPresent().get().satisfies(w -> assertThat(w).hasSize(1));
  }

  private static void past(Path folder) throws IOException {
    try (var walk = Files.walk(folder)) {
      for (Path path : walk.toList()) {
        Files.setLastModifiedTime(path, FileTime.fromMillis(1_000));
      }
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
