package dev.bylaw.rules.sql.databricks;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.DecisionState;
import org.antlr.v4.runtime.atn.NotSetTransition;
import org.antlr.v4.runtime.atn.PrecedencePredicateTransition;
import org.antlr.v4.runtime.atn.RuleStartState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Which tokens the states of a grammar may go on with. Computed when asked; thread-safe. */
final class FirstTokens {
  private static final int SHIFT = -Token.EOF; // types start at that of the end, which is -1

  private final ATN atn;
  private final int nothing; // stands for the end of the rule
  private final AtomicReferenceArray<BitSet> rules;
  private final AtomicReferenceArray<BitSet> behind; // by state behind a call

  FirstTokens(ATN atn) {
    this.atn = atn;
    this.nothing = atn.maxTokenType + SHIFT + 1;
    this.rules = new AtomicReferenceArray<>(atn.ruleToStartState.length);
    this.behind = new AtomicReferenceArray<>(atn.states.size());
  }

  /**
   * Whether a type of token may stand behind the rule that is parsed.
   *
   * @param context of the rule, with those that called it
   */
  boolean follows(int type, RuleContext context) {
    RuleContext rule = context;
    while (rule != null && rule.invokingState >= 0) {
      BitSet next = behind(atn.states.get(rule.invokingState));
      if (next.get(type + SHIFT)) {
        return true;
      } else if (!next.get(nothing)) {
        return false;
      }
      rule = rule.parent;
    }
    return type == Token.EOF;
  }

  /** What the alternatives of a decision start with, where operators have to bind so tightly. */
  Choice choice(DecisionState decision, int precedence) {
    BitSet[] alternatives = new BitSet[decision.getNumberOfTransitions()];
    for (int i = 0; i < alternatives.length; i++) {
      alternatives[i] = new BitSet();
      collect(decision.transition(i).target, precedence, new BitSet(), alternatives[i]);
    }
    return new Choice(alternatives);
  }

  /** The alternatives of a decision, counted from 1. */
  final class Choice {
    private final BitSet[] alternatives;
    private final int empty;

    private Choice(BitSet[] alternatives) {
      this.alternatives = alternatives;
      this.empty = only(nothing);
    }

    /** The one that may match nothing; of several the first, negative; 0 for none. */
    int empty() {
      return empty;
    }

    /** The one that may start with a type of token; of several the first, negative; 0 for none. */
    int starting(int type) {
      return only(type + SHIFT);
    }

    private int only(int bit) {
      int found = 0;
      for (int i = 0; i < alternatives.length; i++) {
        if (alternatives[i].get(bit)) {
          if (found > 0) {
            return -found;
          }
          found = i + 1;
        }
      }
      return found;
    }
  }

  private BitSet behind(ATNState caller) {
    BitSet known = behind.get(caller.stateNumber);
    if (known == null) {
      known = new BitSet();
      collect(((RuleTransition) caller.transition(0)).followState, 0, new BitSet(), known);
      behind.set(caller.stateNumber, known);
    }
    return known;
  }

  private BitSet rule(RuleStartState start) {
    BitSet known = rules.get(start.ruleIndex);
    if (known == null) {
      known = new BitSet();
      collect(start, 0, new BitSet(), known);
      rules.set(start.ruleIndex, known);
    }
    return known;
  }

  private void collect(ATNState state, int precedence, BitSet visited, BitSet out) {
    if (visited.get(state.stateNumber)) {
      return;
    }
    visited.set(state.stateNumber);
    if (state instanceof RuleStopState) {
      out.set(nothing);
      return;
    }
    for (int i = 0; i < state.getNumberOfTransitions(); i++) {
      Transition transition = state.transition(i);
      if (transition instanceof RuleTransition call) {
        BitSet rule = rule((RuleStartState) call.target);
        add(rule, out);
        if (rule.get(nothing)) {
          collect(call.followState, precedence, visited, out);
        }
      } else if (!transition.isEpsilon()) {
        matched(transition, out);
      } else if (!(transition instanceof PrecedencePredicateTransition predicate)
          || predicate.precedence >= precedence) {
        collect(transition.target, precedence, visited, out);
      }
    }
  }

  private void add(BitSet rule, BitSet out) {
    boolean ends = out.get(nothing);
    out.or(rule);
    out.set(nothing, ends);
  }

  private void matched(Transition transition, BitSet out) {
    IntervalSet label = transition.label();
    if (label == null || transition instanceof NotSetTransition) {
      out.set(Token.MIN_USER_TOKEN_TYPE + SHIFT, nothing);
    } else {
      for (Interval types : label.getIntervals()) {
        out.set(types.a + SHIFT, types.b + SHIFT + 1);
      }
    }
  }
}
