package dev.bylaw.subject;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of subject, by the names that policies and input documents use. */
public enum SubjectKind {
  PRODUCT("product"),
  CONTRACT("contract"),
  SQL("sql"),
  CLUSTER("cluster"),
  WAREHOUSE("warehouse"),
  JOB("job"),
  PIPELINE("pipeline"),
  /** A product as a whole. */
  DATA_PRODUCT("data-product");

  private final String word;

  SubjectKind(String word) {
    this.word = word;
  }

  /** As in metadata and in {@code input}. */
  public String word() {
    return word;
  }

  public static Optional<SubjectKind> of(String word) {
    return Arrays.stream(values()).filter(k -> k.word.equals(word)).findFirst();
  }
}
