package dev.bylaw.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bylaw.decision.Finding;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.Policy;
import dev.bylaw.policy.Policy.Implementation.RegoRules;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.rego.OpaBinary;
import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.value.RegoJava;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.rules.SubjectLoader;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of the packs run unchanged under {@code opa}, with the same findings. */
class PacksUnderOpaTest {
  private static final Path CORPORA =
      Path.of(System.getProperty("bylaw.shared", "../../shared"), "corpora", "descriptors");
  private static final Path PLANTED = Path.of("src/test/resources/dev/bylaw/rules/pack");
  private static final int OF_EACH_KIND = 10;
  private static final int LARGE = 60_000;

  @TempDir Path folder;

  @Test
  void findingsAreThoseOfOpa() throws Exception {
    Optional<Path> opa = OpaBinary.find();
    assumeTrue(opa.isPresent(), "SKIPPED: no opa binary (OPA_BIN, or on the path)");
    PolicySet strict = Packs.imported(folder, "{pack: bylaw/standard, profile: strict}");
    List<Policy> rules = strict.policies().stream().filter(PacksUnderOpaTest::isRego).toList();
    List<Subject> subjects = subjects();
    assertThat(subjects).hasSizeGreaterThanOrEqualTo(50);

    Files.writeString(folder.resolve("comparison.rego"), comparison(rules));
    Files.writeString(folder.resolve("data.json"), RegoJson.write(data(rules, subjects)));
    String theirs = RegoJson.write(RegoJson.parse(opa(opa.get())));
    assertThat(ours()).isEqualTo(theirs);

    List<Finding> decided =
        new PolicyEngine(strict)
            .decide(subjects, EnforcementPoint.BUILD).findings().stream()
                .filter(f -> isRego(f.policy()))
                .toList();
    assertThat(decided)
        .isNotEmpty()
        .allSatisfy(f -> assertThat(theirs).contains(RegoJson.write(RegoString.of(f.message()))));
    System.out.printf(
        "packs: %d rules agree with opa on %d inputs, %d findings%n",
        rules.size(), subjects.size(), decided.size());
  }

  private static boolean isRego(Policy policy) {
    return policy.implementation() instanceof RegoRules;
  }

  /** Some of each kind, of planted faults and of public files. */
  private static List<Subject> subjects() throws IOException {
    List<Subject> all = new ArrayList<>();
    for (Path root : List.of(PLANTED, CORPORA)) {
      if (Files.isDirectory(root)) {
        try (Stream<Path> folders = Files.list(root)) {
          for (Path each : folders.filter(Files::isDirectory).sorted().toList()) {
            all.addAll(SubjectLoader.load(each, List.of("**")).subjects());
          }
        }
      }
    }
    Map<SubjectKind, List<Subject>> kinds =
        all.stream()
            .filter(s -> RegoJson.write(s.input().value()).length() < LARGE)
            .collect(Collectors.groupingBy(Subject::kind));
    return kinds.values().stream().flatMap(k -> k.stream().limit(OF_EACH_KIND)).toList();
  }

  /** A module that asks each rule about all subjects of its kinds. */
  private static String comparison(List<Policy> rules) {
    StringBuilder out = new StringBuilder("package comparison\n");
    for (Policy policy : rules) {
      String path = "data.bylaw." + policy.id().replace('-', '_').replace('/', '.');
      for (String rule : ((RegoRules) policy.implementation()).rules()) {
        for (SubjectKind kind : policy.subjects()) {
          out.append(
              """

              found contains ["%s", "%s", i, finding] if {
              	some i, document in data.documents["%s"]
              	some finding in %s.%s with input as document
              }
              """
                  .formatted(policy.id(), kind.word(), kind.word(), path, rule));
        }
      }
    }
    return out.toString();
  }

  /** Parameters with their defaults, and the inputs by their kind. */
  private static RegoValue data(List<Policy> rules, List<Subject> subjects) {
    Map<String, Map<String, Object>> parameters = new TreeMap<>();
    for (Policy policy : rules) {
      Map<String, RegoValue> values = new TreeMap<>();
      policy.parameters().forEach(p -> p.initial().ifPresent(v -> values.put(p.name(), v)));
      String[] path = policy.id().replace('-', '_').split("/", -1);
      parameters.computeIfAbsent(path[0], k -> new TreeMap<>()).put(path[1], values);
    }
    Map<String, List<RegoValue>> documents = new TreeMap<>();
    for (Subject subject : subjects) {
      documents
          .computeIfAbsent(subject.kind().word(), k -> new ArrayList<>())
          .add(subject.input().value());
    }
    return RegoJava.view(Map.of("parameters", parameters, "documents", documents));
  }

  private String ours() throws Exception {
    RegoCompiler compiler = new RegoCompiler();
    for (Path file : Packs.rego()) {
      compiler.module(
          SourceFile.of(Packs.STANDARD.relativize(file).toString(), Files.readString(file)));
    }
    Path comparison = folder.resolve("comparison.rego");
    compiler.module(SourceFile.of("comparison.rego", Files.readString(comparison)));
    compiler.data((RegoObject) RegoJson.parse(Files.readString(folder.resolve("data.json"))));
    return RegoJson.write(
        compiler
            .compile()
            .evaluate(Optional.empty(), List.of("comparison", "found"))
            .orElseThrow());
  }

  private String opa(Path binary) throws IOException, InterruptedException {
    Path out = folder.resolve("out.json");
    Process process =
        new ProcessBuilder(
                binary.toString(),
                "eval",
                "--format=raw",
                "--data=" + Packs.STANDARD.toAbsolutePath(),
                "--ignore=policies.yaml",
                "--data=" + folder.resolve("data.json"),
                "--data=" + folder.resolve("comparison.rego"),
                "data.comparison.found")
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(out)).isZero();
    return Files.readString(out);
  }
}
