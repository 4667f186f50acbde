package dev.bylaw.junit;

/**
 * Stands for the tests of the folders that {@code policy.sources} names, for tools that know tests
 * by classes alone: Surefire finds it with {@code <dependenciesToScan>}.
 */
public final class PolicyTests {
  private PolicyTests() {}
}
