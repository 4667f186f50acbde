package dev.bylaw.rules.clusterpolicy;

import dev.bylaw.subject.Located;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What counts besides the definition and the cluster.
 *
 * @param filled whether fixed values, and defaults where the cluster asks for them, are filled in
 *     before it is judged, as the API does it; else a missing attribute is a violation
 * @param sizesExclude whether a rule for {@code autoscale} does not apply to a cluster of a fixed
 *     size, and the reverse
 * @param everyKey whether {@code custom_tags.*} means every key
 * @param clusterType {@code all-purpose}, {@code job} or {@code dlt}
 * @param runtimes the runtime that each {@code auto:...} stands for today
 * @param price the DBU per hour of a cluster, its driver included; empty where they are not known
 * @param unknown JSON pointers below the cluster to what has no value yet
 */
public record Circumstances(
    boolean filled,
    boolean sizesExclude,
    boolean everyKey,
    Optional<String> clusterType,
    Map<String, String> runtimes,
    Function<Located.Object, Optional<BigDecimal>> price,
    Set<String> unknown) {
  /** As the API would have it, where nothing more is known. */
  public static final Circumstances USUAL =
      new Circumstances(
          true, true, false, Optional.empty(), Map.of(), cluster -> Optional.empty(), Set.of());

  public Circumstances {
    runtimes = Map.copyOf(runtimes);
    unknown = Set.copyOf(unknown);
  }

  /** The same for a cluster of a type, parts of which are not known. */
  public Circumstances with(String type, Set<String> pointers) {
    return new Circumstances(
        filled, sizesExclude, everyKey, Optional.of(type), runtimes, price, pointers);
  }

  /** The same with runtimes. */
  public Circumstances with(Map<String, String> known) {
    return new Circumstances(filled, sizesExclude, everyKey, clusterType, known, price, unknown);
  }
}
