package dev.bylaw.databricks;

import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Finding;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Severity;

/**
 * A request was denied and not sent.
 *
 * <p>The message names every finding and error that denies, and is fit for logs: it tells nothing
 * of what the request holds in {@code spark_conf}, {@code spark_env_vars} and {@code docker_image}.
 * Where the request has one of these, the words of a policy that may read them give way to its
 * title. The decision holds words and values as they are; who writes it somewhere treats it like
 * the request.
 */
public final class ProvisioningDeniedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Decision decision;

  ProvisioningDeniedException(String request, Decision decision, Discretion discretion) {
    super(message(request, decision, discretion));
    this.decision = decision;
  }

  /** Why; its outcome is to deny. */
  public Decision decision() {
    return decision;
  }

  private static String message(String request, Decision decision, Discretion discretion) {
    StringBuilder out = new StringBuilder();
    Decision.SetId set = decision.policySet();
    line(out, request + " is denied by " + set.name() + " " + set.version() + " and was not sent");
    decision.findings().stream()
        .filter(f -> f.severity() == Severity.ERROR)
        .forEach(f -> finding(out, f, discretion));
    decision.errors().forEach(e -> error(out, e, discretion));
    return out.toString().stripTrailing();
  }

  private static void finding(StringBuilder out, Finding f, Discretion discretion) {
    line(out, "- " + f.policy().id() + " at " + f.pointer() + ": " + discretion.words(f));
    f.policy().remediation().ifPresent(r -> line(out, "  fix: " + r));
  }

  private static void error(StringBuilder out, Diagnostic e, Discretion discretion) {
    String place = e.span().map(s -> " at " + s).orElse("");
    line(out, "- " + e.code() + place + ": " + discretion.words(e));
  }

  /** Text from requests makes no lines of its own. */
  private static void line(StringBuilder out, String text) {
    out.append(text.stripTrailing().replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " "))
        .append('\n');
  }
}
