package dev.bylaw.junit;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import java.util.List;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A test that fails in the place of those that cannot be found. */
final class UnreadableDescriptor extends AbstractTestDescriptor {
  private final List<Diagnostic> problems;

  private UnreadableDescriptor(UniqueId id, List<Diagnostic> problems) {
    super(id, "readable");
    this.problems = List.copyOf(problems);
  }

  /** Below a package, so that reports have a name for it. */
  static TestDescriptor of(UniqueId parent, List<Diagnostic> problems) {
    UniqueId id = parent.append(SelectedFolder.PACKAGE, Selection.SOURCES);
    TestDescriptor around = new PackageDescriptor(id, Selection.SOURCES);
    around.addChild(new UnreadableDescriptor(id.append(SelectedFolder.TEST, "readable"), problems));
    return around;
  }

  TestExecutionResult result() {
    return TestExecutionResult.failed(new InputException(problems));
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }
}
