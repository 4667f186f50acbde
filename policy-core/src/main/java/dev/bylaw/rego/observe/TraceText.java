package dev.bylaw.rego.observe;

import dev.bylaw.rego.value.RegoString;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects a trace as text, in the layout of {@code opa eval --explain=full}. Keeps a given number
 * of steps and counts the others. For one thread at a time.
 */
public final class TraceText implements TraceListener {
  /** So many steps are kept unless another number is given. */
  public static final int DEFAULT_LIMIT = 100_000;

  private final int limit;
  private final List<Line> lines = new ArrayList<>();
  private int widest;
  private long omitted;

  private record Line(String place, int indent, TraceEvent.Op op, String text, String message) {}

  public TraceText() {
    this(DEFAULT_LIMIT);
  }

  /**
   * @param limit steps that are kept
   */
  public TraceText(int limit) {
    this.limit = limit;
  }

  @Override
  public void event(TraceEvent event) {
    if (lines.size() >= limit) {
      omitted++;
      return;
    }
    boolean outside =
        event.isOfBody() && event.op() != TraceEvent.Op.EXIT; // belongs to what asked for the body
    Line line =
        new Line(
            place(event.point()),
            event.depth() - (outside ? 1 : 0),
            event.op(),
            event.point().text(),
            event.message());
    widest = Math.max(widest, line.place().length());
    lines.add(line);
  }

  private static String place(TracePoint point) {
    String name = point.span().source().name();
    return (name.isEmpty() ? "query" : name) + ":" + point.span().line();
  }

  /** One line for each step, each with a line end. */
  public String text() {
    StringBuilder out = new StringBuilder();
    for (Line line : lines) {
      out.append(line.place());
      out.append(" ".repeat(widest + 5 - line.place().length()));
      out.append("| ".repeat(line.indent()));
      out.append(line.op().text()).append(' ').append(said(line)).append('\n');
    }
    if (omitted > 0) {
      out.append("... and ").append(omitted).append(" more steps\n");
    }
    return out.toString();
  }

  private static String said(Line line) {
    if (line.op() == TraceEvent.Op.NOTE) {
      return RegoString.of(line.message()).toString();
    }
    return line.message().isEmpty() ? line.text() : line.text() + " " + line.message();
  }
}
