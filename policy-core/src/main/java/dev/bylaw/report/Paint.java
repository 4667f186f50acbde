package dev.bylaw.report;

import dev.bylaw.source.Severity;

/** Colours of a terminal (ECMA-48, Select Graphic Rendition); none where it has none. */
record Paint(boolean on) {
  private static final String BOLD = "1";
  private static final String DIM = "2";
  private static final String RED = "31";
  private static final String GREEN = "32";
  private static final String YELLOW = "33";
  private static final String BLUE = "34";

  private String with(String code, String text) {
    return on && !text.isEmpty() ? "\u001B[" + code + "m" + text + "\u001B[m" : text;
  }

  String bold(String text) {
    return with(BOLD, text);
  }

  String dim(String text) {
    return with(DIM, text);
  }

  String verdict(boolean allowed, String text) {
    return with(BOLD + ";" + (allowed ? GREEN : RED), text);
  }

  String of(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> with(BOLD + ";" + RED, text);
      case WARNING -> with(BOLD + ";" + YELLOW, text);
      case INFO -> with(BOLD + ";" + BLUE, text);
    };
  }
}
