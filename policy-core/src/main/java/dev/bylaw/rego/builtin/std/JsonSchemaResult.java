package dev.bylaw.rego.builtin.std;

import java.util.ArrayList;
import java.util.List;

/** Problems as they are found, and how well a document matched apart from them. Not thread-safe. */
final class JsonSchemaResult {
  private final List<JsonSchemaProblem> problems = new ArrayList<>();
  private int score;

  List<JsonSchemaProblem> problems() {
    return problems;
  }

  boolean isValid() {
    return problems.isEmpty();
  }

  /** Of several alternatives that fail, the problems of that with the highest score are shown. */
  int score() {
    return score;
  }

  /**
   * @param steps of the check that are done, whatever they found
   */
  void done(int steps) {
    score += steps;
  }

  void add(String type, String field, String description) {
    problems.add(new JsonSchemaProblem(type, field, description));
    score -= 2;
  }

  void addAll(JsonSchemaResult other) {
    problems.addAll(other.problems);
    score += other.score;
  }
}
