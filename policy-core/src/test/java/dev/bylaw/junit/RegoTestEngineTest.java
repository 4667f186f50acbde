package dev.bylaw.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUri;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.bylaw.source.InputException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.opentest4j.AssertionFailedError;

class RegoTestEngineTest {
  private static final String TESTS =
      """
      package cost.size_test

      import data.cost.size

      test_small if count(size.deny) == 0 with input as {"size": "Small"}

      test_large if {
      \tfound := count(size.deny) with input as {"size": "Large"}
      \tfound == 2
      }

      test_many[name] if {
      \tsome name, wanted in {"Small": 0, "Medium": 0}
      \tcount(size.deny) == wanted with input as {"size": name}
      }

      todo_test_later if false

      test_error if {
      \trand.intn("x", 2) > 5
      }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Path own = Files.createDirectories(folder.resolve("cost/size"));
    Files.writeString(folder.resolve("policies.yaml"), "name: a\n");
    Files.writeString(
        own.resolve("size.rego"),
        """
        package cost.size

        deny contains "too large" if input.size != "Small"
        """);
    Files.writeString(own.resolve("size_test.rego"), TESTS);
  }

  private static EngineExecutionResults run(DiscoverySelector... selectors) {
    return EngineTestKit.engine(new RegoTestEngine()).selectors(selectors).execute();
  }

  private static List<String> names(EngineExecutionResults results) {
    return results.testEvents().started().stream()
        .map(e -> e.getTestDescriptor().getDisplayName())
        .toList();
  }

  private static DiscoverySelector root(Path classes) {
    return selectClasspathRoots(Set.of(classes)).get(0);
  }

  @Test
  void testsOfAFolderEndAsPolicyTestEndsThem() {
    EngineExecutionResults results = run(selectDirectory(folder.toFile()));
    results
        .allEvents()
        .assertThatEvents()
        .haveExactly(1, event(displayName("test_small"), finishedSuccessfully()))
        .haveExactly(1, event(displayName("test_many[Small]"), finishedSuccessfully()))
        .haveExactly(
            1,
            event(
                displayName("test_many[Medium]"),
                finishedWithFailure(
                    instanceOf(AssertionFailedError.class),
                    message(m -> m.contains("name = \"Medium\"")))))
        .haveExactly(
            1,
            event(
                displayName("test_large"),
                finishedWithFailure(
                    instanceOf(AssertionFailedError.class),
                    message(m -> m.contains("cost/size/size_test.rego:9:2")),
                    message(m -> m.contains("this does not hold: found = 1")))))
        .haveExactly(
            1, event(displayName("todo_test_later"), skippedWithReason(r -> r.startsWith("todo"))))
        .haveExactly(
            1,
            event(
                displayName("test_error"),
                finishedWithFailure(message(m -> m.contains("size_test.rego:20:2")))));
  }

  @Test
  void aTestKnowsItsPlace() {
    Event large =
        run(selectDirectory(folder.toFile())).testEvents().started().stream()
            .filter(e -> e.getTestDescriptor().getDisplayName().equals("test_large"))
            .findFirst()
            .orElseThrow();
    assertThat(large.getTestDescriptor().getSource())
        .contains(
            FileSource.from(
                folder.resolve("cost/size/size_test.rego").toFile(),
                org.junit.platform.engine.support.descriptor.FilePosition.from(7, 1)));
  }

  @Test
  void aFileALineAUriAndAnIdSelect() {
    Path file = folder.resolve("cost/size/size_test.rego");
    assertThat(names(run(selectFile(file.toFile())))).hasSize(5);
    assertThat(names(run(selectFile(file.toFile(), FilePosition.from(8)))))
        .containsExactly("test_large");
    assertThat(names(run(selectUri(URI.create(file.toUri() + "?line=5")))))
        .containsExactly("test_small");
    String id =
        "[engine:bylaw-rego]/[folder:%s]/[package:cost.size_test]/[test:test_many]/[case:Medium]"
            .formatted(folder.toString().replace("/", "%2F"));
    assertThat(names(run(selectUniqueId(id))))
        .containsExactly("test_many[Medium]", "test_many[Small]");
  }

  @Test
  void theParameterNamesFolders() {
    EngineExecutionResults byClass =
        EngineTestKit.engine(new RegoTestEngine())
            .configurationParameter("policy.sources", folder.toString())
            .selectors(selectClass(PolicyTests.class))
            .execute();
    assertThat(names(byClass)).hasSize(5);
    EngineExecutionResults byRoot =
        EngineTestKit.engine(new RegoTestEngine())
            .configurationParameter("policy.sources", folder.toString())
            .selectors(root(folder))
            .execute();
    assertThat(names(byRoot)).hasSize(5);
  }

  @Test
  void otherClassesAndRootsWithoutTheParameterSelectNothing() {
    assertThat(names(run(selectClass(RegoTestEngineTest.class)))).isEmpty();
    assertThat(names(run(root(folder)))).isEmpty();
  }

  @Test
  void whatCannotBeReadIsATestThatFails() throws IOException {
    run(selectClass(PolicyTests.class))
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                finishedWithFailure(
                    instanceOf(InputException.class),
                    message(m -> m.contains("policy.sources is not set")))));
    Path bad = Files.createDirectories(folder.resolve("bad"));
    Files.writeString(bad.resolve("bad.rego"), "package bad\n\na if b\n");
    EngineTestKit.engine(new RegoTestEngine())
        .configurationParameter("policy.sources", bad + "," + folder.resolve("cost/absent"))
        .selectors(selectClass(PolicyTests.class))
        .execute()
        .testEvents()
        .assertThatEvents()
        .haveExactly(1, event(finishedWithFailure(message(m -> m.contains("bad.rego:3:6")))))
        .haveExactly(1, event(finishedWithFailure(message(m -> m.contains("there is no folder")))));
  }
}
