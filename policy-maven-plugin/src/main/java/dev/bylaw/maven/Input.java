package dev.bylaw.maven;

import java.util.List;

/**
 * One of the inputs of a goal: {@code <input>orders</input>}, or {@code
 * <input><path>compute</path><kinds>warehouse,cluster</kinds></input>}.
 */
public final class Input {
  /** A folder, a file, or a pattern for files. */
  private String path = "";

  /** Which kinds of subject are judged there; those of the goal where there are none. */
  private List<String> kinds = List.of();

  /** For Maven, which sets the path where nothing else is written. */
  public void set(String text) {
    path = text;
  }

  String path() {
    return path.strip();
  }

  List<String> kinds() {
    return kinds;
  }

  /** All that it says; what a run depends on is told by this. */
  @Override
  public String toString() {
    return path + "\n" + String.join("\n", kinds);
  }
}
