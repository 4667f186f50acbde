package dev.bylaw.junit;

import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** One case of a test with cases, at the place of the test. */
final class CaseDescriptor extends AbstractTestDescriptor {
  CaseDescriptor(UniqueId id, String name, TestSource source) {
    super(id, name, source);
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }
}
