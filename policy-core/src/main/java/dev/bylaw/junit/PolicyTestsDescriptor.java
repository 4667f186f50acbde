package dev.bylaw.junit;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/**
 * The engine as {@link PolicyTests}. Surefire drops a class of which it sees nothing in what was
 * found; the packages are not below it, because they have reports of their own.
 */
final class PolicyTestsDescriptor extends AbstractTestDescriptor {
  PolicyTestsDescriptor(UniqueId engine) {
    super(engine, "Rego", ClassSource.from(PolicyTests.class));
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }
}
