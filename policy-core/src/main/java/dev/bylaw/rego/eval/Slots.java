package dev.bylaw.rego.eval;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gives the variables of one frame their slots, and knows which are bound so far. */
final class Slots {
  private final Map<String, Integer> byName = new HashMap<>();
  private Set<String> bound = new HashSet<>();
  private int count;
  private int auxCount;

  int count() {
    return count;
  }

  int auxCount() {
    return auxCount;
  }

  Set<String> bound() {
    return bound;
  }

  void restore(Set<String> before) {
    bound = before;
  }

  boolean isBound(String name) {
    return bound.contains(name);
  }

  int slot(String name) {
    return byName.computeIfAbsent(name, n -> count++);
  }

  int bind(String name) {
    bound.add(name);
    return slot(name);
  }

  int temporary() {
    return count++;
  }

  int aux() {
    return auxCount++;
  }
}
