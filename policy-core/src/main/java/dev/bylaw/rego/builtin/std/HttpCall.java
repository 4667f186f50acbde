package dev.bylaw.rego.builtin.std;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code http.send} is to do.
 *
 * @param method in upper case
 * @param timeout for all of it: redirects and the body too
 * @param retries after a failure to connect
 */
record HttpCall(
    String method,
    URI url,
    Map<String, String> headers,
    Optional<String> body,
    Duration timeout,
    int retries,
    boolean followsRedirects,
    boolean forcesJson,
    boolean forcesYaml,
    HttpTls.Options tls) {
  HttpCall redirected(String toMethod, URI toUrl, Map<String, String> withHeaders) {
    return new HttpCall(
        toMethod,
        toUrl,
        withHeaders,
        toMethod.equals(method) ? body : Optional.empty(),
        timeout,
        retries,
        followsRedirects,
        forcesJson,
        forcesYaml,
        tls);
  }

  /** As errors begin. */
  String title() {
    return verb() + " " + GoQuote.string(url.toString());
  }

  /** The method with one capital letter. */
  String verb() {
    return method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT);
  }
}
