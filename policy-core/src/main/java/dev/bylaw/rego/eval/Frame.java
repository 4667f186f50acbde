package dev.bylaw.rego.eval;

import dev.bylaw.rego.value.RegoValue;
import org.jspecify.annotations.Nullable;

/** The variables of one run of one rule. Not thread-safe. */
final class Frame {
  private static final @Nullable Object[] NOTHING = {};

  final @Nullable RegoValue[] slots;

  /** What steps keep for themselves while they run: collectors and replaced contexts. */
  final @Nullable Object[] aux;

  Context context;

  /** What the last link of the chain made of the answers. */
  @Nullable Object result;

  Frame(Context context, int slots, int aux) {
    this.context = context;
    this.slots = new RegoValue[slots];
    this.aux = aux == 0 ? NOTHING : new Object[aux];
  }
}
