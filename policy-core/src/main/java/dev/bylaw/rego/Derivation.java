package dev.bylaw.rego;

import dev.bylaw.rego.value.RegoValue;
import java.util.List;

/**
 * One element of a partial set and what the rule read of the input to get there.
 *
 * @param element what the rule yielded
 * @param reads paths into {@code input}, without {@code input} itself, in the order in which the
 *     rule's body names them; a path may lead to nothing (a read that was undefined under {@code
 *     not})
 */
public record Derivation(RegoValue element, List<List<RegoValue>> reads) {
  public Derivation {
    reads = reads.stream().map(List::copyOf).toList();
  }
}
