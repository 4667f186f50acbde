package dev.bylaw.junit;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/**
 * The tests of one Rego package. Its source is a class of the package's name, though there is none:
 * Surefire and Gradle write one report for each class.
 */
final class PackageDescriptor extends AbstractTestDescriptor {
  PackageDescriptor(UniqueId id, String name) {
    super(id, name, ClassSource.from(name));
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }
}
