package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.Host;
import dev.bylaw.source.Limits;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one request and the further ones that it is redirected to, all to granted hosts only. */
final class HttpTransfer {
  private static final int MAX_REDIRECTS = 10;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> SAME_METHOD = Set.of(307, 308);
  private static final Set<String> FOR_ONE_HOST =
      Set.of("authorization", "www-authenticate", "cookie", "cookie2");
  private static final long RETRY_MILLIS = 100;

  private final HttpClient client;
  private final Host host;
  private final long deadline;

  private HttpTransfer(HttpClient client, Host host, long deadline) {
    this.client = client;
    this.host = host;
    this.deadline = deadline;
  }

  /**
   * @throws BuiltinException for a host that is not granted
   * @throws HttpFailure for anything that goes wrong on the way
   */
  static HttpResponse<byte[]> send(HttpClient client, HttpCall call, Host host)
      throws BuiltinException, HttpFailure {
    long deadline = System.nanoTime() + call.timeout().toNanos();
    return new HttpTransfer(client, host, deadline).sendAll(call);
  }

  private HttpResponse<byte[]> sendAll(HttpCall first) throws BuiltinException, HttpFailure {
    HttpCall call = first;
    for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
      HttpResponse<byte[]> response = sendWithRetries(call);
      Optional<String> target = response.headers().firstValue("location");
      if (!call.followsRedirects()
          || !REDIRECTS.contains(response.statusCode())
          || target.isEmpty()) {
        return response;
      }
      call = redirected(call, response.statusCode(), target.get());
    }
    throw HttpFailure.of(call, "stopped after " + MAX_REDIRECTS + " redirects");
  }

  private static HttpCall redirected(HttpCall call, int status, String target) throws HttpFailure {
    URI url;
    try {
      url = call.url().resolve(target);
    } catch (IllegalArgumentException e) {
      throw HttpFailure.of(call, "failed to parse Location header " + GoQuote.string(target));
    }
    boolean keeps = SAME_METHOD.contains(status) || Set.of("GET", "HEAD").contains(call.method());
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(call.headers());
    if (!String.valueOf(url.getHost()).equalsIgnoreCase(call.url().getHost())) {
      headers.keySet().removeIf(name -> FOR_ONE_HOST.contains(name.toLowerCase(Locale.ROOT)));
    }
    return call.redirected(keeps ? call.method() : "GET", url, headers);
  }

  private HttpResponse<byte[]> sendWithRetries(HttpCall call) throws BuiltinException, HttpFailure {
    for (int attempt = 0; ; attempt++) {
      try {
        return sendOnce(call);
      } catch (HttpFailure failure) {
        if (attempt >= call.retries() || failure.timedOut() || remaining() <= 0) {
          throw failure;
        }
        pause(call, RETRY_MILLIS << attempt);
      }
    }
  }

  private void pause(HttpCall call, long millis) throws HttpFailure {
    try {
      TimeUnit.NANOSECONDS.sleep(Math.min(TimeUnit.MILLISECONDS.toNanos(millis), remaining()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw HttpFailure.of(call, "interrupted");
    }
  }

  private long remaining() {
    return deadline - System.nanoTime();
  }

  private HttpResponse<byte[]> sendOnce(HttpCall call) throws BuiltinException, HttpFailure {
    HttpRequest request = request(call);
    CompletableFuture<HttpResponse<byte[]>> pending =
        client.sendAsync(request, info -> new LimitedBody(Limits.DEFAULT.maxBytes()));
    try {
      return pending.get(Math.max(0, remaining()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw HttpFailure.timeout(call);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw HttpFailure.of(call, "interrupted");
    } catch (ExecutionException e) {
      throw HttpFailure.of(call, reason(call.url(), e));
    } finally {
      pending.cancel(true);
    }
  }

  private HttpRequest request(HttpCall call) throws BuiltinException, HttpFailure {
    String scheme = String.valueOf(call.url().getScheme()).toLowerCase(Locale.ROOT);
    if (!Set.of("http", "https").contains(scheme)) {
      String shown = call.url().getScheme() == null ? "" : scheme;
      throw HttpFailure.of(call, "unsupported protocol scheme " + GoQuote.string(shown));
    }
    String name = call.url().getHost();
    if (name == null) {
      throw HttpFailure.of(call, "no Host in request URL");
    }
    host.requireHost(unbracketed(name));
    HttpRequest.BodyPublisher body =
        call.body()
            .map(HttpRequest.BodyPublishers::ofString)
            .orElse(HttpRequest.BodyPublishers.noBody());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.url())
            .method(call.method(), body)
            .setHeader("User-Agent", "bylaw");
    try {
      call.headers().forEach(request::setHeader);
      return request.build();
    } catch (IllegalArgumentException e) {
      throw BuiltinException.of(String.valueOf(e.getMessage()));
    }
  }

  private static String unbracketed(String name) {
    return name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
  }

  private static String reason(URI url, ExecutionException failure) {
    String reason = String.valueOf(failure.getMessage());
    for (Throwable t = failure.getCause(); t != null; t = t.getCause()) {
      if (t instanceof UnresolvedAddressException) {
        return "dial tcp: lookup " + url.getHost() + ": no such host";
      } else if (t instanceof CertPathBuilderException) {
        return "tls: failed to verify certificate: x509: certificate signed by unknown authority";
      } else if (t instanceof ConnectException) {
        reason = "dial tcp " + url.getAuthority() + ": connect: connection refused";
      } else if (t == failure.getCause()) {
        reason = String.valueOf(t.getMessage());
      }
    }
    // newer JDKs put the name of the TLS alert before the message
    int alert = reason.startsWith("(") ? reason.indexOf(") ") : -1;
    return alert > 0 ? reason.substring(alert + 2) : reason;
  }
}
