package dev.bylaw.rules.sql.databricks;

import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.dfa.DFA;

/**
 * What the parser has learnt about its decisions, shared by all threads and dropped when it has
 * grown; it would otherwise grow without bound.
 */
final class ParserCache {
  private static final int MAX_STATES = 30_000;
  private static volatile ParserCache current = new ParserCache();

  private final DFA[] decisions;
  private final PredictionContextCache contexts = new PredictionContextCache();

  private ParserCache() {
    ATN atn = DatabricksSqlParser._ATN;
    decisions = new DFA[atn.getNumberOfDecisions()];
    for (int i = 0; i < decisions.length; i++) {
      decisions[i] = new DFA(atn.getDecisionState(i), i);
    }
  }

  /** A prediction that learns into the shared cache rather than into ANTLR's own. */
  static ParserATNSimulator fast(DatabricksSqlParser parser) {
    ParserCache cache = current;
    return new FastPrediction(parser, cache.decisions, cache.contexts);
  }

  /** The same, by ANTLR's own rules alone. */
  static ParserATNSimulator full(DatabricksSqlParser parser) {
    ParserCache cache = current;
    return new ParserATNSimulator(
        parser, DatabricksSqlParser._ATN, cache.decisions, cache.contexts);
  }

  /** Starts anew if too much was learnt; parsers that go on need to be attached again. */
  static boolean trim() {
    boolean full = states() > MAX_STATES;
    if (full) {
      current = new ParserCache();
    }
    return full;
  }

  static int states() {
    int states = 0;
    for (DFA decision : current.decisions) {
      states += decision.states.size();
    }
    return states;
  }
}
