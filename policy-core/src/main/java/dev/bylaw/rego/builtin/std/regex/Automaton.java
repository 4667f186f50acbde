package dev.bylaw.rego.builtin.std.regex;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a text has a match, at one step per character: where a search may be becomes a
 * state when it is first met. Thread-safe.
 *
 * @see <a href="https://swtch.com/~rsc/regexp/regexp1.html">Russ Cox, Regular Expression Matching
 *     Can Be Simple And Fast</a>
 */
public final class Automaton {
  /** A pattern that has more is not worth their memory. */
  private static final int MAX_STATES = 250;

  private static final int ASCII = 128;

  private final Program program;
  private final int[] classOfAscii = new int[ASCII];
  private final State begin;
  private final Map<BitSet, State> states = new HashMap<>();

  /** What is known of a search. */
  public enum Answer {
    FOUND,
    ABSENT,
    /** The pattern has too many states for this text. */
    TOO_LARGE
  }

  /** Its array is filled by racing threads, which is safe because all else in a state is final. */
  private static final class State {
    final BitSet places;
    final boolean matches;
    final boolean matchesAtEnd;
    final @Nullable State[] next;

    State(Program program, BitSet places, boolean begin) {
      this.places = places;
      this.matches = program.matches(places);
      this.matchesAtEnd = program.matchesAtEnd(places, begin);
      this.next = new State[program.classes()];
    }
  }

  private Automaton(Program program) {
    this.program = program;
    this.begin = new State(program, program.begin(true), true);
    for (int c = 0; c < ASCII; c++) {
      classOfAscii[c] = program.classOf(c);
    }
  }

  /**
   * Empty where the pattern has what automata are not made for.
   *
   * @param pattern a valid one of RE2
   */
  public static Optional<Automaton> of(String pattern) {
    return Program.of(pattern).map(Automaton::new);
  }

  /** Whether some part of the text matches. */
  public Answer find(String text) {
    State state = begin;
    int at = 0;
    while (!state.matches) {
      at = skip(state, text, at);
      if (at == text.length()) {
        return state.matchesAtEnd ? Answer.FOUND : Answer.ABSENT;
      }
      int point = text.charAt(at);
      int charClass;
      if (point < ASCII) {
        charClass = classOfAscii[point];
        at++;
      } else {
        point = text.codePointAt(at);
        charClass = program.classOf(point);
        at += Character.charCount(point);
      }
      State next = state.next[charClass];
      if (next == null) {
        next = after(state, charClass);
        if (next == null) {
          return Answer.TOO_LARGE;
        }
      }
      state = next;
    }
    return Answer.FOUND;
  }

  /** Goes over the characters that leave a search where it is, as most do. */
  private int skip(State state, String text, int from) {
    @Nullable State[] next = state.next;
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c >= ASCII || next[classOfAscii[c]] != state) {
        return at;
      }
      at++;
    }
    return at;
  }

  /** Null where there are too many. */
  private synchronized @Nullable State after(State state, int charClass) {
    BitSet places = program.after(state.places, charClass);
    State known = states.get(places);
    if (known == null && states.size() < MAX_STATES) {
      known = new State(program, places, false);
      states.put(places, known);
    }
    state.next[charClass] = known;
    return known;
  }
}
