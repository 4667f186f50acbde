package dev.bylaw.rules.check;

import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import java.time.Duration;
import java.util.Locale;

/**
 * A validation that ends: where a schema holds itself in two places, as that of ODCS columns does,
 * a validator's work doubles with each level of the document. Used by one thread.
 */
final class Deadline extends ExecutionContext {
  private final Duration limit;
  private final long end;

  Deadline(Duration limit) {
    super(ExecutionConfig.builder().locale(Locale.ENGLISH).build());
    this.limit = limit;
    this.end = System.nanoTime() + limit.toNanos();
  }

  @Override
  public void evaluationPathAddLast(String keyword) {
    super.evaluationPathAddLast(keyword);
    if (System.nanoTime() - end > 0) {
      throw new IllegalStateException(
          "the schema was not held against all of the file within " + limit.toSeconds() + " s");
    }
  }
}
