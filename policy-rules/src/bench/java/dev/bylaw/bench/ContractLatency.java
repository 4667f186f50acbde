package dev.bylaw.bench;

import dev.bylaw.decision.Decision;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.rules.DescriptorReader;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceFolder;
import dev.bylaw.subject.Subject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * What one decision of the profile {@code standard} over a contract of 300 columns takes, once
 * warm: of a contract that was read before, and of one that is read for the decision. Argument: how
 * many decisions are measured; half as many come before.
 */
public final class ContractLatency {
  private static final int COLUMNS = 300;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ContractLatency() {}

  /** Measures. */
  public static void main(String[] args) throws IOException {
    int times = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
    PolicyEngine engine = new PolicyEngine(standard());
    String text = Descriptors.contract(1, COLUMNS);
    Subject read = subject(text);
    Decision first = engine.decide(List.of(read), EnforcementPoint.BUILD);
    System.out.printf(
        "%d columns, %,d characters, %d policies%n", COLUMNS, text.length(), first.passed().size());
    if (!first.isAllowed() || !first.findings().isEmpty()) {
      throw new IllegalStateException("findings in a contract without faults: " + first.findings());
    }
    measure("judged", times, first, () -> engine.decide(List.of(read), EnforcementPoint.BUILD));
    measure(
        "read and judged",
        times,
        first,
        () -> engine.decide(List.of(subject(text)), EnforcementPoint.BUILD));
  }

  /** A set that does nothing but import the profile. */
  static PolicySet standard() throws IOException {
    Path folder = Files.createTempDirectory("standard");
    Files.writeString(
        folder.resolve("policies.yaml"),
        "name: acme\nversion: 1.0.0\nimports: [{pack: bylaw/standard, profile: standard}]\n");
    return PolicySetLoader.of(folder).load();
  }

  private static Subject subject(String text) {
    return new DescriptorReader()
        .read(SourceFile.of("contract.yaml", text), SourceFolder.none())
        .orElseThrow()
        .subjects()
        .get(0);
  }

  private static void measure(String what, int times, Decision same, Supplier<Decision> decision) {
    for (int i = 0; i < times / 2; i++) {
      check(decision.get(), same);
    }
    long[] wall = new long[times];
    long[] cpu = new long[times];
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      long begun = THREADS.getCurrentThreadCpuTime();
      Decision d = decision.get();
      cpu[i] = THREADS.getCurrentThreadCpuTime() - begun;
      wall[i] = System.nanoTime() - start;
      check(d, same);
    }
    System.out.printf("%s, ms at 50, 99, 100 %%: wall%s; CPU%s%n", what, shown(wall), shown(cpu));
  }

  private static void check(Decision decision, Decision same) {
    if (!decision.errors().isEmpty() || !decision.passed().equals(same.passed())) {
      throw new IllegalStateException("another answer: " + decision.errors());
    }
  }

  private static String shown(long[] nanos) {
    Arrays.sort(nanos);
    int n = nanos.length;
    return " %.2f %.2f %.2f"
        .formatted(nanos[n / 2] / 1e6, nanos[n * 99 / 100] / 1e6, nanos[n - 1] / 1e6);
  }
}
