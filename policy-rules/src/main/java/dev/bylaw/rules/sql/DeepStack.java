package dev.bylaw.rules.sql;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Runs work that goes as deep as a text nests; the caller's stack may be small. */
final class DeepStack {
  private static final long BYTES = 256L * 1024 * 1024;

  private DeepStack() {}

  static <T> T call(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(null, task, "sql-state", BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading SQL", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("reading SQL was interrupted", e);
    }
  }
}
