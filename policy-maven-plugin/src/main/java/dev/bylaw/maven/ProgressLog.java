package dev.bylaw.maven;

import dev.bylaw.decision.Progress;
import java.time.Duration;
import org.apache.maven.plugin.logging.Log;

/** Tells how far a long run has come; short ones are over before it speaks. */
final class ProgressLog implements Progress {
  private static final long EVERY = Duration.ofSeconds(5).toNanos();

  private final Log log;
  private long last = System.nanoTime();

  ProgressLog(Log log) {
    this.log = log;
  }

  @Override
  public void judged(int done, int all) {
    long now = System.nanoTime();
    if (now - last >= EVERY && done < all) {
      last = now;
      log.info("judged %d of %d subjects".formatted(done, all));
    }
  }
}
