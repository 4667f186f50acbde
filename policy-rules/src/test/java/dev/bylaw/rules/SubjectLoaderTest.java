package dev.bylaw.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.source.Limits;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubjectLoaderTest {
  private static final String WAREHOUSE = "{name: bi, cluster_size: Small}";

  @TempDir Path root;

  @BeforeEach
  void files() throws IOException {
    write("a.yaml", WAREHOUSE);
    write("infra/b.yml", WAREHOUSE);
    write("infra/deep/c.YAML", WAREHOUSE);
    write("notes.md", "notes");
    write("notes.json", "{}");
  }

  private Path write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private SubjectLoader.Loaded load(String... globs) {
    return SubjectLoader.load(root, List.of(globs));
  }

  private static List<String> paths(SubjectLoader.Loaded loaded) {
    return loaded.subjects().stream().map(s -> s.path()).toList();
  }

  private static List<String> problems(SubjectLoader.Loaded loaded) {
    return loaded.diagnostics().stream().map(d -> d.severity() + " " + d).toList();
  }

  @Test
  void subjectsStandInTheOrderOfTheirPaths() {
    assertThat(paths(load())).containsExactly("a.yaml", "infra/b.yml", "infra/deep/c.YAML");
    assertThat(load().ignored()).containsExactly("notes.json");
    assertThat(problems(load())).isEmpty();
  }

  @Test
  void whatAReaderAsksForBesidesTheInputsIsKnown() throws IOException {
    write(
        "c.odcs.yaml",
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: c
        name: c
        version: 1.0.0
        status: active
        schema:
          - $ref: target/made.yaml
        """);
    Path made = root.toRealPath().resolve("target/made.yaml");
    assertThat(load().beside()).extracting(Path::normalize).containsExactly(made);
  }

  @Test
  void patternsChooseFilesByTheirPaths() {
    assertThat(paths(load("infra/**"))).containsExactly("infra/b.yml", "infra/deep/c.YAML");
    assertThat(paths(load("**/*.yaml", "**/*.yml"))).containsExactly("a.yaml", "infra/b.yml");
    assertThat(paths(load("infra/**/b.yml"))).containsExactly("infra/b.yml");
    assertThat(load("infra/**").ignored()).isEmpty();
  }

  @Test
  void patternsThatDoNothingAreNamed() {
    SubjectLoader.Loaded loaded = load("a.yaml", "/infra/**", "sql/**", "{a");
    assertThat(paths(loaded)).containsExactly("a.yaml");
    assertThat(problems(loaded))
        .containsExactly(
            "ERROR include_invalid: the pattern {a is not one: Missing '}",
            "WARNING include_unmatched: the pattern /infra/** matches no file; patterns match paths"
                + " below the folder",
            "WARNING include_unmatched: the pattern sql/** matches no file; patterns match paths"
                + " below the folder");
  }

  @Test
  void aMissingFolderIsAnError() {
    SubjectLoader.Loaded loaded = SubjectLoader.load(Path.of("no/such"), List.of("sql/**"));
    assertThat(problems(loaded))
        .containsExactly("ERROR inputs_missing: there is no file or folder at no/such");
    assertThat(loaded.hasErrors()).isTrue();
  }

  @Test
  void aFileCanBeGivenInsteadOfAFolder() {
    SubjectLoader.Loaded loaded = SubjectLoader.load(root.resolve("infra/b.yml"), List.of());
    assertThat(paths(loaded)).containsExactly("b.yml");
    assertThat(SubjectLoader.load(root.resolve("notes.md"), List.of()).ignored())
        .containsExactly("notes.md");
  }

  @Test
  void foldersOfToolsAreLeftOut() throws IOException {
    write("target/classes/a.yaml", WAREHOUSE);
    write("web/node_modules/a.yaml", WAREHOUSE);
    write(".git/a.yaml", WAREHOUSE);
    assertThat(paths(load())).hasSize(3);
  }

  @Test
  void aFolderOfAnyNameCanBeGiven() throws IOException {
    write("target/a.yaml", WAREHOUSE);
    assertThat(paths(SubjectLoader.load(root.resolve("target"), List.of())))
        .containsExactly("a.yaml");
  }

  @Test
  void linksAreFollowedOnlyWithinTheFolder() throws IOException {
    Path inputs = Files.createDirectory(root.resolve("inputs"));
    Files.createSymbolicLink(inputs.resolve("folder"), root.resolve("infra"));
    Files.createSymbolicLink(inputs.resolve("out.yaml"), root.resolve("a.yaml"));
    Files.createSymbolicLink(inputs.resolve("gone.yaml"), root.resolve("gone"));
    Files.writeString(inputs.resolve("real.yaml"), WAREHOUSE);
    Files.createSymbolicLink(inputs.resolve("in.yaml"), inputs.resolve("real.yaml"));
    SubjectLoader.Loaded loaded = SubjectLoader.load(inputs, List.of());
    assertThat(paths(loaded)).containsExactly("in.yaml", "real.yaml");
    assertThat(problems(loaded))
        .containsExactly(
            "ERROR file_outside: out.yaml leads out of the folder inputs",
            "ERROR file_unreadable: gone.yaml cannot be read: NoSuchFileException",
            "WARNING folder_link: folder is a link to a folder, which is not followed; its files"
                + " are not judged");
  }

  @Test
  void theGivenFolderMayBeALink() throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("link"), root.resolve("infra"));
    SubjectLoader.Loaded loaded = SubjectLoader.load(link, List.of());
    assertThat(paths(loaded)).containsExactly("b.yml", "deep/c.YAML");
    assertThat(problems(loaded)).isEmpty();
  }

  @Test
  void largeFilesAreRefusedUnread() throws IOException {
    try (RandomAccessFile large = new RandomAccessFile(root.resolve("large.json").toFile(), "rw")) {
      large.setLength(Limits.DOCUMENT.maxBytes() + 1L);
    }
    assertThat(problems(load()))
        .containsExactly(
            "ERROR file_too_large: large.json is larger than the limit of 67108864 bytes");
  }

  @Test
  void tooManyFilesAreRefused() {
    assertThat(SubjectLoader.load(InputPaths.of(root), 5).hasErrors()).isFalse();
    assertThat(problems(SubjectLoader.load(InputPaths.of(root), 4)))
        .singleElement()
        .asString()
        .startsWith("ERROR inputs_too_many: found more than 4 files below ");
  }
}
