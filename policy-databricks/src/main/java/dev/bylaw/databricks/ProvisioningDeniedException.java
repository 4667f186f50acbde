package dev.bylaw.databricks;

import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Finding;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Severity;

/**
 * A request was denied and not sent.
 *
 * <p>The message names every finding and error that denies, and is fit for logs: a policy's own
 * words give way to its title where they may show what the request holds in {@code spark_conf},
 * {@code spark_env_vars} or {@code docker_image}. The decision holds the values as they are; who
 * writes it somewhere treats it like the request.
 */
public final class ProvisioningDeniedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Decision decision;

  ProvisioningDeniedException(String request, Decision decision, Confidential confidential) {
    super(message(request, decision, confidential));
    this.decision = decision;
  }

  /** Why; its outcome is to deny. */
  public Decision decision() {
    return decision;
  }

  private static String message(String request, Decision decision, Confidential confidential) {
    StringBuilder out = new StringBuilder();
    Decision.SetId set = decision.policySet();
    line(out, request + " is denied by " + set.name() + " " + set.version() + " and was not sent");
    decision.findings().stream()
        .filter(f -> f.severity() == Severity.ERROR)
        .forEach(f -> finding(out, f, confidential));
    decision.errors().forEach(e -> error(out, e, confidential));
    return out.toString().stripTrailing();
  }

  private static void finding(StringBuilder out, Finding f, Confidential confidential) {
    String words = confidential.mayShowIn(f) ? f.policy().title() : f.message();
    line(out, "- " + f.policy().id() + " at " + f.pointer() + ": " + words);
    f.policy().remediation().ifPresent(r -> line(out, "  fix: " + r));
  }

  private static void error(StringBuilder out, Diagnostic e, Confidential confidential) {
    String words =
        confidential.occursIn(e.message())
            ? "the decision says why; the text is not for logs"
            : e.message();
    line(out, "- " + e.code() + ": " + words);
  }

  /** Text from requests makes no lines of its own. */
  private static void line(StringBuilder out, String text) {
    out.append(text.stripTrailing().replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " "))
        .append('\n');
  }
}
