package dev.bylaw.rules.sql.databricks;

import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.DecisionState;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.atn.StarLoopEntryState;
import org.antlr.v4.runtime.dfa.DFA;

/**
 * Asks the next token first, and ANTLR where that does not decide. Where a rule may end, ANTLR
 * follows all that may stand behind the rule anywhere in the grammar, which is slow until it has
 * learnt; here the rules that are being parsed say what may stand behind.
 */
final class FastPrediction extends ParserATNSimulator {
  private static final int UNDECIDED = 0; // alternatives start at 1

  /**
   * Rules in which the first of several alternatives is the right one but for oddities. Where it is
   * not, the statement fails and is parsed in full: what both can parse, they parse alike, for
   * ANTLR too takes the first alternative with which the statement can be parsed.
   */
  private static final Set<Integer> GREEDY =
      Set.of(
          DatabricksSqlParser.RULE_createObject,
          DatabricksSqlParser.RULE_createTable,
          DatabricksSqlParser.RULE_createView,
          DatabricksSqlParser.RULE_comment,
          DatabricksSqlParser.RULE_columnChanges,
          DatabricksSqlParser.RULE_selectQuery,
          DatabricksSqlParser.RULE_selectItem,
          DatabricksSqlParser.RULE_relation,
          DatabricksSqlParser.RULE_lateralView,
          DatabricksSqlParser.RULE_expression,
          DatabricksSqlParser.RULE_value,
          DatabricksSqlParser.RULE_callArguments,
          DatabricksSqlParser.RULE_callSuffix,
          DatabricksSqlParser.RULE_intervalPart,
          DatabricksSqlParser.RULE_dataType);

  private static final int LEVELS = 32; // of precedence
  private static final ATN GRAMMAR = DatabricksSqlParser._ATN;
  private static final FirstTokens FIRST = new FirstTokens(GRAMMAR);
  private static final AtomicReferenceArray<FirstTokens.Choice> CHOICES =
      new AtomicReferenceArray<>(GRAMMAR.getNumberOfDecisions() * LEVELS);

  private final Parser precedences;

  FastPrediction(DatabricksSqlParser parser, DFA[] decisions, PredictionContextCache contexts) {
    super(parser, GRAMMAR, decisions, contexts);
    this.precedences = parser;
    setPredictionMode(PredictionMode.SLL);
  }

  @Override
  public int adaptivePredict(TokenStream input, int decision, ParserRuleContext context) {
    int alternative = alternative(decision, input, context);
    return alternative == UNDECIDED ? super.adaptivePredict(input, decision, context) : alternative;
  }

  /** The only one that may go on with a token, or the first of several in rules that are greedy. */
  private int alternative(int decision, TokenStream input, ParserRuleContext context) {
    DecisionState state = GRAMMAR.getDecisionState(decision);
    FirstTokens.Choice choice = choice(state);
    int type = input.LA(1);
    int starting = choice.starting(type);
    if (starting == 0) {
      return Math.max(choice.empty(), UNDECIDED);
    }
    boolean operators = state instanceof StarLoopEntryState loop && loop.isPrecedenceDecision;
    if (operators && (type == DatabricksSqlParser.LT || type == DatabricksSqlParser.GT)) {
      return input.LA(2) == type ? starting : choice.empty(); // shifts, comparisons
    }
    if (operators || GREEDY.contains(state.ruleIndex)) {
      return Math.abs(starting);
    }
    boolean only =
        starting > 0
            && (choice.empty() == 0 || choice.empty() == starting || !FIRST.follows(type, context));
    return only ? starting : UNDECIDED;
  }

  private FirstTokens.Choice choice(DecisionState state) {
    boolean levels = GRAMMAR.ruleToStartState[state.ruleIndex].isLeftRecursiveRule;
    int precedence = levels ? precedences.getPrecedence() : 0;
    int key = state.decision * LEVELS + precedence;
    FirstTokens.Choice known = CHOICES.get(key);
    if (known == null) {
      known = FIRST.choice(state, precedence);
      CHOICES.set(key, known);
    }
    return known;
  }
}
