package dev.bylaw.rules.sql.databricks;

import java.util.Arrays;
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
    Arrays.setAll(decisions, i -> new DFA(atn.getDecisionState(i), i));
  }

  /** Makes a parser learn into the shared cache rather than into ANTLR's own. */
  static void attach(DatabricksSqlParser parser) {
    ParserCache cache = current;
    parser.setInterpreter(
        new ParserATNSimulator(parser, DatabricksSqlParser._ATN, cache.decisions, cache.contexts));
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
    return Arrays.stream(current.decisions).mapToInt(d -> d.states.size()).sum();
  }
}
