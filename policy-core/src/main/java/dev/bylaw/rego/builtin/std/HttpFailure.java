package dev.bylaw.rego.builtin.std;

/** A request that was sent, or could have been, and got no answer. */
final class HttpFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean timedOut;
  private final String raised;

  private HttpFailure(String message, String raised, boolean timedOut) {
    super(message);
    this.raised = raised;
    this.timedOut = timedOut;
  }

  static HttpFailure of(HttpCall call, String message) {
    String whole = call.title() + ": " + message;
    return new HttpFailure(whole, whole, false);
  }

  static HttpFailure timeout(HttpCall call) {
    return new HttpFailure(
        call.title()
            + ": context deadline exceeded (Client.Timeout exceeded while awaiting headers)",
        call.verb() + " " + call.url() + ": request timed out",
        true);
  }

  boolean timedOut() {
    return timedOut;
  }

  /** The message of the error where errors are raised. */
  String raised() {
    return raised;
  }
}
