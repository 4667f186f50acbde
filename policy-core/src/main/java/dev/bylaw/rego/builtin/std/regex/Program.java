package dev.bylaw.rego.builtin.std.regex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * An expression as instructions, in the form of K. Thompson's automata (Regular Expression Search
 * Algorithm, 1968): sets of them are where a search may be. Immutable.
 */
final class Program {
  private static final int MAX_INSTRUCTIONS = 1_000;

  private final List<Instruction> instructions = new ArrayList<>();
  private final int[] starts;

  /** One instruction; the numbers are those of others. */
  private sealed interface Instruction {
    /** Takes one character. */
    record Take(CharSet set, int next) implements Instruction {}

    /** Goes both ways. */
    record Fork(int one, int other) implements Instruction {}

    /** Goes on at an edge of the text. */
    record At(Expression.Edge edge, int next) implements Instruction {}

    /** There is a match. */
    record Match() implements Instruction {}
  }

  private static final int MATCH = 0;
  private final int first;

  private Program(Expression expression) {
    instructions.add(new Instruction.Match());
    first = add(expression, MATCH);
    TreeSet<Integer> bounds = new TreeSet<>(List.of(0));
    for (Instruction instruction : instructions) {
      if (instruction instanceof Instruction.Take take) {
        for (CharSet.Range range : take.set().ranges()) {
          bounds.add(range.from());
          bounds.add(range.to() + 1);
        }
      }
    }
    starts = new int[bounds.size()];
    int at = 0;
    for (int bound : bounds) {
      starts[at++] = bound;
    }
  }

  /** Empty where the pattern is not read here, or is too large. */
  static Optional<Program> of(String pattern) {
    return ExpressionParser.parse(pattern).map(Program::new).filter(p -> !p.isFull());
  }

  private boolean isFull() {
    return instructions.size() > MAX_INSTRUCTIONS;
  }

  private int add(Instruction instruction) {
    instructions.add(instruction);
    return instructions.size() - 1;
  }

  /** Adds what goes on at an instruction, and tells where it begins. */
  private int add(Expression expression, int next) {
    if (isFull()) {
      return next;
    } else if (expression instanceof Expression.Chars chars) {
      return add(new Instruction.Take(chars.set(), next));
    } else if (expression instanceof Expression.Edge edge) {
      return add(new Instruction.At(edge, next));
    } else if (expression instanceof Expression.Sequence sequence) {
      int begin = next;
      for (int i = sequence.parts().size() - 1; i >= 0; i--) {
        begin = add(sequence.parts().get(i), begin);
      }
      return begin;
    } else if (expression instanceof Expression.Choice choice) {
      int begin = -1;
      for (Expression option : choice.options()) {
        int one = add(option, next);
        begin = begin < 0 ? one : add(new Instruction.Fork(begin, one));
      }
      return begin < 0 ? next : begin;
    } else if (expression instanceof Expression.Repeat repeat) {
      return repeat(repeat, next);
    }
    throw new IllegalStateException("an expression of no kind: " + expression);
  }

  private int repeat(Expression.Repeat repeat, int next) {
    int begin = next;
    if (repeat.most() == Expression.Repeat.UNLIMITED) {
      int fork = add(new Instruction.Fork(next, next));
      instructions.set(fork, new Instruction.Fork(add(repeat.body(), fork), next));
      begin = fork;
    }
    for (int i = repeat.least(); i < repeat.most() && !isFull(); i++) {
      begin = add(new Instruction.Fork(add(repeat.body(), begin), next));
    }
    for (int i = 0; i < repeat.least() && !isFull(); i++) {
      begin = add(repeat.body(), begin);
    }
    return begin;
  }

  /** Characters are alike for the program where they are in one class. */
  int classes() {
    return starts.length;
  }

  int classOf(int point) {
    int found = Arrays.binarySearch(starts, point);
    return found >= 0 ? found : -found - 2;
  }

  /** Where a search may be at the begin of the text, or of one that begins behind it. */
  BitSet begin(boolean ofText) {
    BitSet out = new BitSet();
    reach(first, ofText, false, out);
    return out;
  }

  /** Where a search may be one character later. */
  BitSet after(BitSet places, int charClass) {
    BitSet out = begin(false);
    for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
      if (instructions.get(i) instanceof Instruction.Take take
          && take.set().contains(starts[charClass])) {
        reach(take.next(), false, false, out);
      }
    }
    return out;
  }

  boolean matches(BitSet places) {
    return places.get(MATCH);
  }

  /**
   * Whether there is a match if the text ends here.
   *
   * @param begin whether it begins here, too
   */
  boolean matchesAtEnd(BitSet places, boolean begin) {
    BitSet out = new BitSet();
    for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
      reach(i, begin, true, out);
    }
    return matches(out);
  }

  private void reach(int from, boolean begin, boolean end, BitSet out) {
    Deque<Integer> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      int i = open.pop();
      if (out.get(i)) {
        continue;
      }
      out.set(i);
      if (instructions.get(i) instanceof Instruction.Fork fork) {
        open.push(fork.one());
        open.push(fork.other());
      } else if (instructions.get(i) instanceof Instruction.At at
          && (at.edge() == Expression.Edge.BEGIN ? begin : end)) {
        open.push(at.next());
      }
    }
  }
}
