package dev.bylaw.rego.explain;

import dev.bylaw.rego.observe.TraceEvent;
import dev.bylaw.rego.observe.TraceListener;
import dev.bylaw.rego.observe.TracePoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the steps of one evaluation of an observed program together. For one thread and one
 * evaluation.
 *
 * <p>Of a definition that answered every answer is kept, of one that did not its attempt that came
 * furthest. What is behind the limit is left out, and {@link #isComplete} says so.
 */
public final class AttemptRecorder implements TraceListener {
  /** So many attempts are kept unless another number is given. */
  public static final int DEFAULT_LIMIT = 20_000;

  private final int limit;
  private final Deque<OpenBody> open = new ArrayDeque<>();
  private final Map<String, List<Attempt>> byRule = new LinkedHashMap<>();
  private int kept;

  public AttemptRecorder() {
    this(DEFAULT_LIMIT);
  }

  /**
   * @param limit attempts that are kept
   */
  public AttemptRecorder(int limit) {
    this.limit = limit;
  }

  /**
   * What was tried of a rule, in the order of the evaluation.
   *
   * @param rule its path, such as {@code data.acme.naming.deny}
   */
  public List<Attempt> of(String rule) {
    while (!open.isEmpty()) {
      close();
    }
    return List.copyOf(byRule.getOrDefault(rule, List.of()));
  }

  /** Whether nothing was left out. */
  public boolean isComplete() {
    return kept < limit;
  }

  @Override
  public void event(TraceEvent event) {
    if (event.op() == TraceEvent.Op.ENTER) {
      enter(event);
    } else if (event.op() != TraceEvent.Op.REDO && back(event.query())) {
      tell(open.getFirst(), event);
    }
  }

  private void enter(TraceEvent event) {
    boolean nested = back(event.parent());
    open.push(
        nested
            ? OpenBody.within(open.getFirst(), event)
            : new OpenBody(event.query(), event.point(), Map.of()));
  }

  /** Closes what was left without a word. False where the body itself was closed before. */
  private boolean back(long query) {
    if (open.stream().noneMatch(b -> b.query() == query)) {
      return false;
    }
    while (open.getFirst().query() != query) {
      close();
    }
    return true;
  }

  private void tell(OpenBody body, TraceEvent event) {
    switch (event.op()) {
      case EVAL -> body.evaluates(event);
      case FAIL -> body.fails(event, byRule);
      case EXIT -> {
        if (isComplete() && event.point().equals(body.point())) {
          body.answers(event, byRule);
          kept++;
        }
      }
      default -> {
        // notes and look-ups of definitions decide nothing
      }
    }
  }

  private void close() {
    OpenBody body = open.pop();
    List<Attempt> attempts = body.attempts();
    if (body.point().kind() == TracePoint.Kind.RULE) {
      byRule.computeIfAbsent(body.point().text(), r -> new ArrayList<>()).addAll(attempts);
    }
    if (!open.isEmpty()) {
      open.getFirst().asked(attempts);
    }
  }
}
