package dev.bylaw.maven;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Something that is made while the caller does something else. */
final class Meanwhile<T> {
  private final FutureTask<T> task;

  private Meanwhile(FutureTask<T> task) {
    this.task = task;
  }

  /** Starts at once, in a thread that keeps no build from ending. */
  static <T> Meanwhile<T> making(String what, Supplier<T> made) {
    FutureTask<T> task = new FutureTask<>(made::get);
    Thread thread = new Thread(task, "policy-" + what);
    thread.setDaemon(true);
    thread.start();
    return new Meanwhile<>(task);
  }

  /** Waits for it, and throws what making it threw. */
  T get() {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      } else if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the build was interrupted", e);
    }
  }
}
