package dev.bylaw.rules.sql;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.SubjectReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Reads files named {@code *.sql} as scripts of Databricks SQL, and the SQL in files of Python and
 * notebooks ({@code *.py}, {@code *.ipynb}): one subject per file. A statement that cannot be read
 * leaves a diagnostic and {@code parsed: false}; the others are still read.
 */
public final class SqlReader implements SubjectReader {
  private static final List<String> ENDINGS = List.of(".sql", ".py", ".ipynb");

  private static final long STACK_BYTES = 256L * 1024 * 1024;

  private final Optional<SqlRun> run;

  /** For {@link java.util.ServiceLoader}. */
  public SqlReader() {
    this.run = Optional.empty();
  }

  /** Reads scripts into a run, which keeps them. */
  public SqlReader(SqlRun run) {
    this.run = Optional.of(run);
  }

  @Override
  public Optional<Result> read(SourceFile file) {
    if (!isCode(file.name().toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    if (file.text().length() > Limits.DEFAULT.maxBytes()) {
      return Optional.of(
          failure(
              file,
              "sql_too_large",
              "found a script of %d characters, expected at most %d"
                  .formatted(file.text().length(), Limits.DEFAULT.maxBytes())));
    }
    return Script.of(file).map(this::readWithDeepStack);
  }

  private static boolean isCode(String name) {
    for (String ending : ENDINGS) {
      if (name.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** Reading goes as deep as the text nests; the caller's stack may be small. */
  private Result readWithDeepStack(Script script) {
    CompletableFuture<Result> outcome = new CompletableFuture<>();
    Thread thread = new Thread(null, () -> complete(script, outcome), "sql-reader", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return outcome.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading " + script.file().name(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failure(script.file(), "sql_interrupted", "reading was interrupted");
    }
  }

  @SuppressWarnings("ThreadSafe")
  private void complete(Script script, CompletableFuture<Result> outcome) {
    @Nullable Throwable failure = null;
    try {
      ScriptReading reading =
          run.isPresent() ? run.get().reading(script) : new ScriptReading(script);
      outcome.complete(reading.result());
    } catch (StackOverflowError e) {
      outcome.complete(
          failure(script.file(), "sql_too_deep", "the statements nest too deep to be read"));
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    if (failure != null) {
      outcome.completeExceptionally(failure);
    }
  }

  private static Result failure(SourceFile file, String code, String message) {
    return new Result(List.of(), List.of(Diagnostic.error(code, file.span(0, 0), message)));
  }
}
