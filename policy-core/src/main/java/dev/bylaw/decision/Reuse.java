package dev.bylaw.decision;

import dev.bylaw.rego.Derivation;
import dev.bylaw.rego.RegoProgram;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps what rules yielded for the parts of an input that they can read, so that they are not
 * evaluated again for the same parts. Kept are values without places, actions, dates and waivers:
 * those are decided anew each time. Evaluations that end with an error are not kept, and checks in
 * Java always run. Thread-safe; may serve several engines.
 */
public final class Reuse {
  /** Longer answers are not kept, so that the number of entries bounds the memory. */
  private static final int LONGEST = 100;

  private final Map<Key, List<Derivation>> kept;
  private long hits;
  private long misses;

  private Reuse(int entries) {
    this.kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, List<Derivation>> eldest) {
            return size() > entries;
          }
        };
  }

  /**
   * What an answer is for.
   *
   * @param program with the parameters of the subject; one object for all with the same
   * @param parts the hash of what the rule's policy can read
   */
  record Key(RegoProgram program, List<String> rule, String parts) {}

  /**
   * Keeps the answers that were needed last.
   *
   * @param entries how many at most; one is the answer of one rule for one input
   */
  public static Reuse upTo(int entries) {
    if (entries < 1) {
      throw new IllegalArgumentException("expected room for an entry, found " + entries);
    }
    return new Reuse(entries);
  }

  /** How often an answer was there already. */
  public synchronized long hits() {
    return hits;
  }

  /** How often a rule had to be evaluated. */
  public synchronized long misses() {
    return misses;
  }

  /** Evaluates outside of the lock: two threads may do the same work, none waits for another's. */
  List<Derivation> get(Key key, Supplier<List<Derivation>> evaluation) {
    Optional<List<Derivation>> known = find(key);
    if (known.isPresent()) {
      return known.get();
    }
    List<Derivation> answer = List.copyOf(evaluation.get());
    if (answer.size() <= LONGEST) {
      synchronized (this) {
        kept.put(key, answer);
      }
    }
    return answer;
  }

  private synchronized Optional<List<Derivation>> find(Key key) {
    Optional<List<Derivation>> known = Optional.ofNullable(kept.get(key));
    if (known.isPresent()) {
      hits++;
    } else {
      misses++;
    }
    return known;
  }
}
