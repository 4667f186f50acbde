package dev.bylaw.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.source.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetSourcesTest {
  private static final Path SET = Path.of("src/test/resources/dev/bylaw/policy/sets/federation");

  @TempDir Path temp;

  @Test
  void folderBundleJarAndPackAreTheSame() throws IOException {
    Map<String, byte[]> files = Archives.files(SET);
    String revision = PolicySetLoader.load(SET).revision();
    Path bundle = Archives.bundle(temp.resolve("acme.tar.gz"), files);
    assertThat(PolicySetLoader.load(bundle).revision()).isEqualTo(revision);

    Map<String, byte[]> withLead = new TreeMap<>();
    files.forEach((name, content) -> withLead.put("/" + name, content));
    withLead.put("/.manifest", "{}".getBytes(StandardCharsets.UTF_8));
    Path opa = Archives.bundle(temp.resolve("opa.tar.gz"), withLead);
    assertThat(PolicySetLoader.load(opa).revision()).isEqualTo(revision);

    Map<String, byte[]> withMeta = new TreeMap<>(files);
    withMeta.put("META-INF/other/x.rego", "no rego".getBytes(StandardCharsets.UTF_8));
    Path jar = Archives.jar(temp.resolve("acme-1.0.0.jar"), withMeta);
    assertThat(PolicySetLoader.load(jar).revision()).isEqualTo(revision);

    Map<String, byte[]> pack = new TreeMap<>();
    files.forEach((name, content) -> pack.put("META-INF/bylaw/packs/acme/all/" + name, content));
    Path packed = Archives.jar(temp.resolve("packs.jar"), pack);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {packed.toUri().toURL()}, null)) {
      PolicySet set = PolicySetLoader.ofPack("acme/all").withPacksOf(loader).load();
      assertThat(set.revision()).isEqualTo(revision);
      assertThat(set.policies()).hasSize(2);
    }
    assertThat(PolicySetLoader.ofPack("acme/folder").withPacksOf(folders(pack)).load().revision())
        .isEqualTo(revision);
  }

  /** The pack in a folder of classes. */
  private ClassLoader folders(Map<String, byte[]> pack) throws IOException {
    for (Map.Entry<String, byte[]> file : pack.entrySet()) {
      Path target = temp.resolve("classes").resolve(file.getKey().replace("/all/", "/folder/"));
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
    return new URLClassLoader(new URL[] {temp.resolve("classes").toUri().toURL()}, null);
  }

  @Test
  void bundlesThatOpaBuildsAreRead() {
    PolicySet set =
        PolicySetLoader.load(Path.of("src/test/resources/dev/bylaw/policy/bundles/opa.tar.gz"));
    assertThat(set.policies()).extracting(Policy::id).containsExactly("acme/cost/size");
    assertThat(set.name()).isEqualTo("opa");
  }

  @Test
  void longNamesOfBothKindsAreRead() throws IOException {
    String folder = "a".repeat(90) + "/" + "b".repeat(90) + "/";
    byte[] rego =
        "package p\n\ndeny contains \"x\" if input.sql\n".getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    String record = " path=" + folder + "p.rego\n";
    String pax = (record.length() + 3) + record;
    Archives.entry(tar, "x", 'x', pax.getBytes(StandardCharsets.UTF_8));
    Archives.entry(tar, "short.rego", '0', rego);
    Archives.entry(tar, "L", 'L', (folder + "data.json\0").getBytes(StandardCharsets.UTF_8));
    Archives.entry(tar, "short", '0', "{\"x\": 1}".getBytes(StandardCharsets.UTF_8));
    PolicySet set = PolicySetLoader.load(Archives.bundle(temp.resolve("b.tar.gz"), tar));
    assertThat(set.policies()).singleElement().extracting(Policy::id).isEqualTo("p/deny");
    assertThat(set.policies().get(0).place().orElseThrow().source().name())
        .isEqualTo("b.tar.gz!/" + folder + "p.rego");
    assertThat(
            set.program().evaluate(Optional.empty(), List.of("a".repeat(90), "b".repeat(90), "x")))
        .isPresent();
  }

  @Test
  void nothingEscapes() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name :
        List.of("../evil.rego", "a/../../evil.rego", "//evil.rego", "a\\evil.rego", "a/./e.rego")) {
      files.put(name, new byte[0]);
    }
    assertThatThrownBy(
            () -> PolicySetLoader.load(Archives.bundle(temp.resolve("evil.tar.gz"), files)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("archive_path")
        .hasMessageContaining("../evil.rego")
        .hasMessageContaining("a\\evil.rego")
        .hasMessageContaining("//evil.rego");
    assertThatThrownBy(() -> PolicySetLoader.load(Archives.jar(temp.resolve("evil.jar"), files)))
        .hasMessageContaining("a/../../evil.rego");
    ByteArrayOutputStream links = new ByteArrayOutputStream();
    Archives.entry(links, "passwd.rego", '2', new byte[0]);
    assertThatThrownBy(
            () -> PolicySetLoader.load(Archives.bundle(temp.resolve("links.tar.gz"), links)))
        .hasMessageContaining("archive_link")
        .hasMessageContaining("passwd.rego");
  }

  @Test
  void whatIsDamagedOrTwiceIsRefused() throws IOException {
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    Archives.entry(twice, "p.rego", '0', "package p".getBytes(StandardCharsets.UTF_8));
    Archives.entry(twice, "./p.rego", '0', "package q".getBytes(StandardCharsets.UTF_8));
    assertRefused(Archives.bundle(temp.resolve("twice.tar.gz"), twice), "archive_duplicate");

    byte[] header = Archives.header("p.rego", '0', 5);
    header[3] = 'X';
    ByteArrayOutputStream damaged = new ByteArrayOutputStream();
    damaged.write(header);
    assertRefused(Archives.bundle(temp.resolve("damaged.tar.gz"), damaged), "is damaged");

    ByteArrayOutputStream early = new ByteArrayOutputStream();
    early.write(Archives.header("p.rego", '0', 50_000));
    assertRefused(Archives.bundle(temp.resolve("early.tar.gz"), early), "ends within p.rego");

    Files.writeString(temp.resolve("text.tar.gz"), "no gzip");
    assertRefused(temp.resolve("text.tar.gz"), "expected a bundle (tar.gz)");
    Files.writeString(temp.resolve("text.jar"), "no zip");
    assertRefused(temp.resolve("text.jar"), "expected a jar");
    Path latin = temp.resolve("latin.tar.gz");
    Archives.bundle(latin, Map.of("p.rego", new byte[] {(byte) 0xe4}));
    assertRefused(latin, "latin.tar.gz!/p.rego is not UTF-8");
  }

  private static void assertRefused(Path set, String message) {
    assertThatThrownBy(() -> PolicySetLoader.load(set))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void bombsAreRefusedBeforeTheyFillTheMemory() throws IOException {
    Path one = temp.resolve("one.tar.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(one))) {
      out.write(Archives.header("big.bin", '0', 300L * 1024 * 1024));
      for (int i = 0; i < 300; i++) {
        out.write(new byte[1024 * 1024]);
      }
    }
    assertThat(Files.size(one)).isLessThan(1024 * 1024);
    assertRefused(one, "archive_too_large");

    Path large = temp.resolve("large.jar");
    Archives.jar(large, Map.of("big.rego", new byte[21 * 1024 * 1024]));
    assertRefused(large, "file_too_large");

    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i <= SetFiles.MAX_FILES; i++) {
      many.put(i + ".txt", new byte[0]);
    }
    assertRefused(Archives.jar(temp.resolve("many.jar"), many), "more than the limit of 10000");
    assertRefused(Archives.bundle(temp.resolve("m.tar.gz"), many), "more than the limit of 10000");
  }

  @Test
  void aPackThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> PolicySetLoader.ofPack("acme/none").load())
        .hasMessageContaining("there is no pack acme/none on the class path");
  }
}
