package dev.bylaw.rego.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Decisions by chance, the same ones for the same seed. */
final class Choice {
  private final Random random;

  Choice(long seed) {
    this.random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Both ends included. */
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  boolean percent(int chance) {
    return below(100) < chance;
  }

  <T> T of(List<T> all) {
    return all.get(below(all.size()));
  }

  @SafeVarargs
  final <T> T of(T... all) {
    return all[below(all.length)];
  }

  <T> List<T> shuffled(List<T> all) {
    List<T> out = new ArrayList<>(all);
    java.util.Collections.shuffle(out, random);
    return out;
  }

  /** Something that can be made, with its weight among others. */
  static final class Menu<T> {
    private final List<Supplier<Optional<T>>> makers = new ArrayList<>();
    private final List<Integer> weights = new ArrayList<>();
    private int total;

    /** The maker may find that it cannot make anything here. */
    Menu<T> maybe(int weight, Supplier<Optional<T>> maker) {
      if (weight > 0) {
        makers.add(maker);
        weights.add(weight);
        total += weight;
      }
      return this;
    }

    Menu<T> add(int weight, Supplier<T> maker) {
      return maybe(weight, () -> Optional.of(maker.get()));
    }
  }

  /** What the first maker by chance makes that can make something. */
  <T> T of(Menu<T> menu) {
    for (int tries = 0; tries < 1000; tries++) {
      int at = below(menu.total);
      int i = 0;
      while (at >= menu.weights.get(i)) {
        at -= menu.weights.get(i++);
      }
      Optional<T> made = menu.makers.get(i).get();
      if (made.isPresent()) {
        return made.get();
      }
    }
    throw new IllegalStateException("nothing on the menu can be made");
  }
}
