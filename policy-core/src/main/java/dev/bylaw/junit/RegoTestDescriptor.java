package dev.bylaw.junit;

import dev.bylaw.rego.RegoTest;
import dev.bylaw.rego.RegoTestResult;
import dev.bylaw.rego.RegoTests;
import dev.bylaw.source.DiagnosticRenderer;
import dev.bylaw.source.Span;
import java.util.stream.Collectors;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.opentest4j.AssertionFailedError;

/** A test; where it has cases, the container of those that turn up. */
final class RegoTestDescriptor extends AbstractTestDescriptor {
  private final RegoTest test;
  private final RegoTests tests;

  RegoTestDescriptor(SelectedFolder folder, RegoTest test, RegoTests tests) {
    super(folder.testId(test), test.name(), source(folder, test.span()));
    this.test = test;
    this.tests = tests;
  }

  private static FileSource source(SelectedFolder folder, Span span) {
    return FileSource.from(
        folder.path().resolve(span.source().name()).toFile(),
        FilePosition.from(span.line(), span.column()));
  }

  @Override
  public Type getType() {
    return test.withCases() && !test.todo() ? Type.CONTAINER : Type.TEST;
  }

  @Override
  public boolean mayRegisterTests() {
    return getType() == Type.CONTAINER;
  }

  void run(EngineExecutionListener listener) {
    if (test.todo()) {
      listener.executionSkipped(this, "todo: its name starts with todo_test_");
      return;
    }
    listener.executionStarted(this);
    RegoTestResult result = tests.run(test);
    result.cases().forEach((name, held) -> tellCase(name, held, result, listener));
    boolean toldByCases = result.cases().containsValue(false);
    listener.executionFinished(
        this,
        result.isFine() || toldByCases
            ? TestExecutionResult.successful()
            : TestExecutionResult.failed(failure(result)));
  }

  private void tellCase(
      String name, boolean held, RegoTestResult result, EngineExecutionListener listener) {
    CaseDescriptor one =
        new CaseDescriptor(
            getUniqueId().append(SelectedFolder.CASE, name),
            test.name() + "[" + name + "]",
            getSource().orElseThrow());
    addChild(one);
    listener.dynamicTestRegistered(one);
    listener.executionStarted(one);
    listener.executionFinished(
        one, held ? TestExecutionResult.successful() : TestExecutionResult.failed(failure(result)));
  }

  private Throwable failure(RegoTestResult result) {
    String problems =
        result.problems().stream().map(DiagnosticRenderer::render).collect(Collectors.joining());
    String printed =
        result.printed().stream().map(l -> "printed: " + l + "\n").collect(Collectors.joining());
    Throwable failure =
        result.status() == RegoTestResult.Status.FAIL
            ? new AssertionFailedError(problems + printed)
            : new JUnitException(problems + printed);
    failure.setStackTrace(
        result.problems().stream()
            .flatMap(d -> d.span().stream())
            .map(this::frame)
            .toArray(StackTraceElement[]::new));
    return failure;
  }

  private StackTraceElement frame(Span span) {
    return new StackTraceElement(
        "data." + test.packageName(), test.name(), span.source().name(), span.line());
  }
}
