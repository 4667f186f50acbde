package dev.bylaw.rego.eval;

/**
 * One link of a body's chain. Running it finds the answers of the rest of the chain: once per
 * solution of this step, the next one runs. The last link takes the answer.
 */
abstract class Step {
  /** Set once, when the chain is linked. */
  Step next = this;

  /** Returns true to stop looking for further answers. */
  abstract boolean run(Frame frame);
}
