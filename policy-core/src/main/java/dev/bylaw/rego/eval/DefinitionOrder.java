package dev.bylaw.rego.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The order in which the definitions of one name are evaluated, which decides about errors: OPA
 * looks at one place of the documents after the other, the ones that most definitions demand
 * something of first, and takes definitions that demand nothing of a place before those that want
 * it to be there, and those before the ones that want it to have a certain value.
 */
final class DefinitionOrder {
  private DefinitionOrder() {}

  /** The definitions by their numbers. */
  static List<Integer> of(List<Demands> all) {
    List<Map<String, Demand>> demands = all.stream().map(Demands::byPlace).toList();
    Map<String, Integer> counts = new LinkedHashMap<>();
    Set<String> arguments = new HashSet<>();
    for (Map<String, Demand> of : demands) {
      of.forEach(
          (place, demand) -> {
            counts.merge(place, demand.times(), Integer::sum);
            if (demand.isOfArgument()) {
              arguments.add(place);
            }
          });
    }
    List<String> places = new ArrayList<>(counts.keySet());
    places.sort(
        Comparator.comparing((String place) -> -counts.getOrDefault(place, 0))
            .thenComparing(arguments::contains));
    Map<String, Integer> rank = new HashMap<>();
    places.forEach(place -> rank.put(place, rank.size()));
    List<int[][]> keys = demands.stream().map(of -> key(of, rank)).toList();
    List<Integer> order = new ArrayList<>(IntStream.range(0, demands.size()).boxed().toList());
    order.sort((a, b) -> compare(keys.get(a), keys.get(b)));
    return order;
  }

  /** The places in their order, each with the sort of its demand. */
  private static int[][] key(Map<String, Demand> of, Map<String, Integer> rank) {
    return of.entrySet().stream()
        .map(e -> new int[] {rank.getOrDefault(e.getKey(), 0), e.getValue().rank()})
        .sorted(Comparator.comparing(place -> place[0]))
        .toArray(int[][]::new);
  }

  private static int compare(int[][] a, int[][] b) {
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      if (a[i][0] != b[i][0]) {
        return a[i][0] > b[i][0] ? -1 : 1;
      } else if (a[i][1] != b[i][1]) {
        return Integer.compare(a[i][1], b[i][1]);
      }
    }
    return Integer.compare(a.length, b.length);
  }
}
