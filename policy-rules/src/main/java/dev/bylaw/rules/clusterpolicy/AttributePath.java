package dev.bylaw.rules.clusterpolicy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An attribute of a cluster as definitions name it: names of the Clusters API, joined with dots.
 * Below a map such as {@code spark_conf} the rest is one key, dots included.
 *
 * @param text as it is written
 * @param steps from the cluster to the attribute
 */
public record AttributePath(String text, List<String> steps) {
  static final String DBUS = "dbus_per_hour";
  static final String CLUSTER_TYPE = "cluster_type";
  static final String EVERY = "*";

  private static final Set<String> MAPS = Set.of("spark_conf", "custom_tags", "spark_env_vars");
  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,5}");

  public AttributePath {
    steps = List.copyOf(steps);
  }

  static AttributePath of(String text) {
    int dot = text.indexOf('.');
    if (dot > 0 && MAPS.contains(text.substring(0, dot))) {
      return new AttributePath(text, List.of(text.substring(0, dot), text.substring(dot + 1)));
    }
    return new AttributePath(text, List.of(text.split("\\.", -1)));
  }

  String root() {
    return steps.get(0);
  }

  /** Not in the cluster's body, but from its circumstances. */
  boolean isVirtual() {
    return steps.size() == 1 && (text.equals(DBUS) || text.equals(CLUSTER_TYPE));
  }

  /** Of a map with free keys. */
  boolean isOfMap() {
    return steps.size() == 2 && MAPS.contains(root());
  }

  /** {@code custom_tags.*}, which no document mentions. */
  boolean isEveryKey() {
    return isOfMap() && steps.get(1).equals(EVERY);
  }

  /** For all elements of a list that have no rule of their own. */
  boolean isGeneric() {
    return !isOfMap() && steps.contains(EVERY);
  }

  /** The same for one element of the list, 0-based. */
  AttributePath at(int index) {
    return of(text.replaceFirst("\\*", Integer.toString(index)));
  }

  static boolean isIndex(String step) {
    return INDEX.matcher(step).matches();
  }

  static boolean isMap(String root) {
    return MAPS.contains(root);
  }
}
