package dev.bylaw.bench;

import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Gate;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * A gate under load: threads ask about a cluster, which is read from its JSON each time, while the
 * set of 30 policies is replaced every 100 ms, every tenth time by one that cannot be loaded. Each
 * answer is checked. Arguments: seconds, threads, requests per second of each thread (0 for as many
 * as they can), and {@code load} for sets that are read from their folder and compiled each time.
 */
public final class GateLoad {
  private static final int POLICIES = 30;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final String CLUSTER =
      """
      {"cluster_name": "etl", "spark_version": "15.4.x-scala2.12", "node_type_id": "i3.xlarge",
       "driver_node_type_id": "i3.xlarge", "autotermination_minutes": 30, "data_security_mode": "USER_ISOLATION",
       "autoscale": {"min_workers": 1, "max_workers": 8}, "runtime_engine": "PHOTON",
       "spark_conf": {"spark.databricks.delta.preview.enabled": "true", "spark.speculation": "false"},
       "custom_tags": {"team": "orders", "cost_center": "4711", "environment": "prod"},
       "aws_attributes": {"availability": "SPOT_WITH_FALLBACK", "first_on_demand": 1, "zone_id": "auto"},
       "init_scripts": [{"workspace": {"destination": "/Shared/init.sh"}}], "enable_elastic_disk": true}
      """;

  private final Gate gate;
  private final Path[] sets;
  private final PolicySet[] loaded;
  private final boolean reload;
  private volatile boolean stop;

  private GateLoad(Path folder, boolean reload) throws IOException {
    this.reload = reload;
    sets = new Path[] {set(folder.resolve("a"), 10), set(folder.resolve("b"), 5)};
    loaded = new PolicySet[] {load(sets[0]), load(sets[1])};
    gate = new Gate(new PolicyEngine(loaded[0]));
    Files.createDirectories(folder.resolve("bad"));
    Files.writeString(folder.resolve("bad/p.rego"), "package p\n\ndeny contains if {\n");
  }

  private static PolicySet load(Path set) {
    return PolicySetLoader.load(set, List.of());
  }

  /** Policies of six forms; only the first of them depends on the limit, so one set denies. */
  private static Path set(Path folder, int workers) throws IOException {
    String[] bodies = {
      "input.cluster.autoscale.max_workers > " + workers + "\n\tmsg := sprintf(\"%d workers\", [input.cluster.autoscale.max_workers])",
      "some tag in {\"team\", \"cost_center\", \"environment\"}\n\tnot input.cluster.custom_tags[tag]\n\tmsg := sprintf(\"no tag %s\", [tag])",
      "not regex.match(`^(i3|m5|r5)\\.`, input.cluster.node_type_id)\n\tmsg := sprintf(\"type %s\", [input.cluster.node_type_id])",
      "some name, value in input.cluster.spark_conf\n\tstartswith(name, \"spark.hadoop.\")\n\tmsg := sprintf(\"%s=%s\", [name, value])",
      "to_number(split(input.cluster.spark_version, \".\")[0]) < 13\n\tmsg := \"the runtime is old\"",
      "some script in input.cluster.init_scripts\n\tnot startswith(script.workspace.destination, \"/Shared/\")\n\tmsg := \"a private script\"",
    };
    for (int i = 0; i < POLICIES; i++) {
      Path file = folder.resolve("p" + i + "/p.rego");
      Files.createDirectories(file.getParent());
      String head =
          "# METADATA\n# title: Policy %d\n# custom: {kind: infra, subject: cluster}\npackage load.p%d\n\n"
              .formatted(i, i);
      Files.writeString(file, head + "deny contains msg if {\n\t" + bodies[i % bodies.length] + "\n}\n");
    }
    return folder;
  }

  private static Subject subject() {
    SourceFile file = SourceFile.of("request:clusters/create", CLUSTER);
    Located document = DocumentReader.readJson(file, Limits.DEFAULT).documents().get(0);
    return SubjectDocument.of(SubjectKind.CLUSTER, "etl", file, document, document, List.of());
  }

  private Histogram ask(int perSecond) throws InterruptedException {
    Histogram times = new Histogram();
    long next = System.nanoTime();
    while (!stop) {
      if (perSecond > 0) {
        next += 1_000_000_000L / perSecond;
        long wait = next - System.nanoTime();
        if (wait > 0) {
          Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
        }
      }
      long start = System.nanoTime();
      long begun = THREADS.getCurrentThreadCpuTime();
      Decision d = gate.decide(subject(), EnforcementPoint.PROVISION);
      times.add(System.nanoTime() - start, THREADS.getCurrentThreadCpuTime() - begun);
      boolean wide = d.policySet().revision().equals(loaded[0].revision());
      boolean narrow = d.policySet().revision().equals(loaded[1].revision());
      int findings = wide ? 0 : 5;
      boolean right =
          (wide || narrow)
              && d.isAllowed() == wide
              && d.errors().isEmpty()
              && d.findings().size() == findings
              && d.passed().size() == POLICIES - findings;
      times.wrong += right ? 0 : 1;
    }
    return times;
  }

  private int[] swap(int seconds, Path bad) throws InterruptedException {
    int[] swaps = new int[2];
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    long next = System.nanoTime();
    for (int i = 1; System.nanoTime() < end; i++) {
      int which = i % 2;
      boolean broken = i % 10 == 0;
      Supplier<PolicySet> source =
          () -> broken ? load(bad) : reload ? load(sets[which]) : loaded[which];
      Gate.Replacement done = gate.replace(() -> new PolicyEngine(source.get()));
      swaps[done instanceof Gate.Replacement.Replaced ? 0 : 1]++;
      next += 100_000_000L;
      Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
    }
    return swaps;
  }

  /** Counts times by microseconds, up to 100 ms. */
  private static final class Histogram {
    private final long[] wall = new long[100_001];
    private final long[] cpu = new long[100_001];
    private long count;
    private long wrong;

    void add(long wallNanos, long cpuNanos) {
      wall[(int) Math.min(wall.length - 1, wallNanos / 1_000)]++;
      cpu[(int) Math.min(cpu.length - 1, cpuNanos / 1_000)]++;
      count++;
    }

    void add(Histogram other) {
      Arrays.setAll(wall, i -> wall[i] + other.wall[i]);
      Arrays.setAll(cpu, i -> cpu[i] + other.cpu[i]);
      count += other.count;
      wrong += other.wrong;
    }

    /** The 50th, 90th, 99th and 99.9th percentile, in microseconds. */
    String percentiles(long[] counts) {
      StringBuilder out = new StringBuilder();
      for (double share : new double[] {0.5, 0.9, 0.99, 0.999}) {
        long left = (long) Math.ceil(count * share);
        int i = 0;
        for (; i < counts.length - 1 && left > counts[i]; i++) {
          left -= counts[i];
        }
        out.append(' ').append(i + 1);
      }
      return out.toString();
    }
  }

  private Histogram run(int seconds, int threads, int perSecond, Path bad, boolean print)
      throws Exception {
    stop = false;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<Histogram>> asking = new ArrayList<>();
    Callable<Histogram> task = () -> ask(perSecond);
    for (int i = 0; i < threads; i++) {
      asking.add(pool.submit(task));
    }
    int[] swaps = swap(seconds, bad);
    stop = true;
    Histogram all = new Histogram();
    for (Future<Histogram> f : asking) {
      all.add(f.get());
    }
    pool.shutdown();
    if (print) {
      System.out.printf(
          Locale.ROOT,
          "%d threads, %d s, %d decisions (%d/s), %d sets replaced, %d refused, %d wrong%n"
              + "us at 50, 90, 99, 99.9 %%: wall%s; CPU%s%n",
          threads,
          seconds,
          all.count,
          all.count / seconds,
          swaps[0],
          swaps[1],
          all.wrong,
          all.percentiles(all.wall),
          all.percentiles(all.cpu));
    }
    return all;
  }

  /** Measures. */
  public static void main(String[] args) throws Exception {
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 60;
    int threads = args.length > 1 ? Integer.parseInt(args[1]) : 16;
    int perSecond = args.length > 2 ? Integer.parseInt(args[2]) : 100;
    Path folder = Files.createTempDirectory("gate");
    boolean reload = args.length > 3 && args[3].equals("load");
    GateLoad load = new GateLoad(folder, reload);
    Path bad = folder.resolve("bad");
    load.run(Math.min(10, seconds), threads, perSecond, bad, false);
    if (load.run(seconds, threads, perSecond, bad, true).wrong > 0) {
      throw new IllegalStateException("there were wrong answers");
    }
  }
}
