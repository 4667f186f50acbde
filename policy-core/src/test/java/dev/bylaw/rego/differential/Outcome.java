package dev.bylaw.rego.differential;

import dev.bylaw.rego.value.RegoJson;
import java.text.ParseException;
import java.util.List;

/** What became of a program, in a form that can be compared between engines. */
sealed interface Outcome {
  /**
   * It was evaluated. The answer is JSON; empty for undefined.
   *
   * @param names the variables of a query's answers
   */
  record Answer(String json, List<String> names) implements Outcome {
    Answer(String json) {
      this(json, List.of());
    }

    /** Which of {@code 1} and {@code 1.0} is met first, and so written, is not compared. */
    boolean isSame(Answer other) {
      try {
        return json.equals(other.json)
            || (!json.isEmpty()
                && !other.json.isEmpty()
                && RegoJson.parse(json).equals(RegoJson.parse(other.json)));
      } catch (ParseException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public String toString() {
      return json.isEmpty() ? "undefined" : json;
    }
  }

  /** Its evaluation ended with an error. */
  record Failure(String code, String message) implements Outcome {
    /** With strict errors, which of several comes first depends on the order of definitions. */
    boolean isOfBuiltin() {
      return code.equals("eval_type_error") || code.equals("eval_builtin_error");
    }

    @Override
    public String toString() {
      return code + ": " + message;
    }
  }

  /**
   * It was refused.
   *
   * @param modules how many of its modules were read by then
   */
  record Refusal(List<Problem> problems, int modules) implements Outcome {
    boolean only(String code) {
      return problems.stream().allMatch(p -> p.code().equals(code));
    }

    @Override
    public String toString() {
      return "refused " + problems;
    }
  }

  /** It took too long. */
  record Unknown(String why) implements Outcome {}

  /**
   * A reason for a refusal.
   *
   * @param module 0-based; -1 for the query
   * @param line 1-based; 0 for none
   */
  record Problem(int module, int line, String code, String message) {
    @Override
    public String toString() {
      return (module < 0 ? "query" : "m" + module) + ":" + line + ": " + code + ": " + message;
    }
  }
}
