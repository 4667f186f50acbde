package dev.bylaw.report;

/**
 * A place as it may be shown.
 *
 * @param path relative to the inputs' folder, with {@code /}
 * @param line 1-based, as all the others; columns in UTF-16 units, the end exclusive
 */
record Region(String path, int line, int column, int endLine, int endColumn) {
  @Override
  public String toString() {
    return path + ":" + line + ":" + column;
  }
}
