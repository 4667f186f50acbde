package dev.bylaw.junit;

import dev.bylaw.rego.RegoTest;
import dev.bylaw.rego.RegoTests;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/**
 * Finds and runs the tests of policies, {@code test_} rules, one after the other. Where they are is
 * said by {@code policy.sources}, for {@link PolicyTests} and roots of the class path, or by the
 * selector of a file, a folder or a URI.
 *
 * <p>A folder that cannot be read, or that was named and has no test, is a test that fails.
 */
public final class RegoTestEngine implements TestEngine {
  private static final String ID = "bylaw-rego";

  /** For {@link java.util.ServiceLoader}. */
  public RegoTestEngine() {}

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
    Selection selection = Selection.of(request, uniqueId);
    TestDescriptor engine =
        selection.byClass()
            ? new PolicyTestsDescriptor(uniqueId)
            : new EngineDescriptor(uniqueId, "Rego");
    if (!selection.problems().isEmpty()) {
      engine.addChild(UnreadableDescriptor.of(uniqueId, selection.problems()));
    }
    selection.folders().forEach(folder -> addTests(folder, engine));
    return engine;
  }

  private static void addTests(SelectedFolder folder, TestDescriptor engine) {
    try {
      RegoTests tests = RegoTests.ofFolder(folder.path(), RegoTests.TIMEOUT);
      List<RegoTest> chosen = tests.tests().stream().filter(folder::wants).toList();
      if (chosen.isEmpty() && folder.named()) {
        throw new InputException(List.of(noTests(folder)));
      }
      packages(chosen, tests, folder).values().forEach(engine::addChild);
    } catch (InputException e) {
      engine.addChild(UnreadableDescriptor.of(folder.id(), e.diagnostics()));
    }
  }

  private static Diagnostic noTests(SelectedFolder folder) {
    return Diagnostic.error(
        "no_tests",
        "there is no test_ rule in %s, expected one in each folder that %s names"
            .formatted(folder.path(), Selection.SOURCES));
  }

  private static Map<String, TestDescriptor> packages(
      List<RegoTest> chosen, RegoTests tests, SelectedFolder folder) {
    Map<String, TestDescriptor> packages = new LinkedHashMap<>();
    for (RegoTest test : chosen) {
      packages
          .computeIfAbsent(
              test.packageName(), name -> new PackageDescriptor(folder.packageId(name), name))
          .addChild(new RegoTestDescriptor(folder, test, tests));
    }
    return packages;
  }

  @Override
  public void execute(ExecutionRequest request) {
    run(request.getRootTestDescriptor(), request.getEngineExecutionListener());
  }

  private static void run(TestDescriptor descriptor, EngineExecutionListener listener) {
    if (descriptor instanceof RegoTestDescriptor test) {
      test.run(listener);
      return;
    }
    listener.executionStarted(descriptor);
    descriptor.getChildren().forEach(child -> run(child, listener));
    listener.executionFinished(
        descriptor,
        descriptor instanceof UnreadableDescriptor unreadable
            ? unreadable.result()
            : TestExecutionResult.successful());
  }
}
