package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.Host;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the argument of {@code http.send}. */
final class HttpCallReader {
  private static final List<String> REQUIRED = List.of("method", "url");

  /** Taken, but of no effect: what was sent in one query is not kept for another. */
  private static final Set<String> ACROSS_QUERIES = Set.of("cache_ignored_headers", "caching_mode");

  private static final Set<String> KNOWN =
      Set.of(
          "body",
          "cache",
          "enable_redirect",
          "force_cache",
          "force_cache_duration_seconds",
          "force_json_decode",
          "force_yaml_decode",
          "headers",
          "max_retry_attempts",
          "method",
          "raise_error",
          "raw_body",
          "timeout",
          "tls_ca_cert",
          "tls_ca_cert_env_variable",
          "tls_ca_cert_file",
          "tls_client_cert",
          "tls_client_cert_env_variable",
          "tls_client_cert_file",
          "tls_client_key",
          "tls_client_key_env_variable",
          "tls_client_key_file",
          "tls_insecure_skip_verify",
          "tls_server_name",
          "tls_use_system_certs",
          "url");

  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);
  private static final int MAX_RETRIES = 10;
  private static final Pattern METHOD = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Z-]+");

  private final RegoObject fields;

  private HttpCallReader(RegoObject fields) {
    this.fields = fields;
  }

  static HttpCall read(RegoObject fields, Host host) throws BuiltinException {
    checkNames(fields);
    return new HttpCallReader(fields).read(host);
  }

  /** True unless the caller wants errors as part of the result. */
  static boolean raisesErrors(RegoObject fields) throws BuiltinException {
    RegoValue wanted = fields.get("raise_error");
    if (wanted == null || wanted instanceof RegoBoolean) {
      return wanted != RegoBoolean.FALSE;
    }
    throw BuiltinException.of("invalid value for raise_error field");
  }

  static void checkNames(RegoObject fields) throws BuiltinException {
    RegoSet.Builder unknown = RegoSet.builder();
    for (RegoValue key : fields.keys()) {
      String name = key instanceof RegoString s ? s.value() : "";
      if (!KNOWN.contains(name) && !ACROSS_QUERIES.contains(name)) {
        unknown.add(key);
      }
    }
    RegoSet.Builder missing = RegoSet.builder();
    for (String name : REQUIRED) {
      if (fields.get(name) == null) {
        missing.add(RegoString.of(name));
      }
    }
    RegoSet wrong = unknown.build();
    if (wrong.size() > 0) {
      throw BuiltinException.type("operand 1 invalid request parameters(s): " + wrong);
    }
    RegoSet absent = missing.build();
    if (absent.size() > 0) {
      throw BuiltinException.type("operand 1 missing required request parameters(s): " + absent);
    }
  }

  private HttpCall read(Host host) throws BuiltinException {
    checkCaching();
    String method = text("method").orElse("").toUpperCase(Locale.ROOT);
    URI url = url(text("url").orElse(""));
    HttpCall call =
        new HttpCall(
            method.isEmpty() ? "GET" : method,
            url,
            headers(),
            body(),
            timeout(),
            retries(),
            parsedFlag("enable_redirect"),
            flag("force_json_decode"),
            flag("force_yaml_decode"),
            new HttpTls.Options(
                secret("tls_ca_cert", host),
                secret("tls_client_cert", host),
                secret("tls_client_key", host),
                parsedFlag("tls_insecure_skip_verify"),
                parsedFlag("tls_use_system_certs"),
                text("tls_server_name").orElse("")));
    if (!METHOD.matcher(call.method()).matches()) {
      throw BuiltinException.of("net/http: invalid method " + GoQuote.string(call.method()));
    }
    return call;
  }

  private void checkCaching() throws BuiltinException {
    flag("cache");
    if (flag("force_cache") && fields.get("force_cache_duration_seconds") == null) {
      throw BuiltinException.of(
          "'force_cache' set but 'force_cache_duration_seconds' parameter is missing");
    }
    RegoValue duration = fields.get("force_cache_duration_seconds");
    if (duration != null && !(duration instanceof RegoNumber n && n.isLong())) {
      throw notParsed("ParseInt", duration);
    }
  }

  private Optional<String> text(String name) throws BuiltinException {
    RegoValue value = fields.get(name);
    if (value == null) {
      return Optional.empty();
    } else if (value instanceof RegoString s) {
      return Optional.of(s.value());
    }
    throw BuiltinException.of("\"" + name + "\" must be a string");
  }

  private boolean flag(String name) throws BuiltinException {
    RegoValue value = fields.get(name);
    if (value == null || value instanceof RegoBoolean) {
      return value == RegoBoolean.TRUE;
    }
    throw BuiltinException.of("invalid value for \"" + name + "\" field");
  }

  private boolean parsedFlag(String name) throws BuiltinException {
    RegoValue value = fields.get(name);
    if (value == null || value instanceof RegoBoolean) {
      return value == RegoBoolean.TRUE;
    }
    throw notParsed("ParseBool", value);
  }

  private static BuiltinException notParsed(String function, RegoValue value) {
    return BuiltinException.of(
        "strconv."
            + function
            + ": parsing "
            + GoQuote.string(value.toString())
            + ": invalid syntax");
  }

  /** Given as such, or by the name of a variable that the host granted; files never are. */
  private Optional<String> secret(String name, Host host) throws BuiltinException {
    if (fields.get(name + "_file") != null) {
      throw BuiltinException.notGranted(
          "rules have no files; give \"" + name + "\" instead of a file");
    }
    Optional<String> variable = text(name + "_env_variable");
    if (variable.isEmpty()) {
      return text(name);
    }
    String value = host.environment().get(variable.get());
    if (value == null) {
      throw BuiltinException.notGranted(
          "rules have no variable \"" + variable.get() + "\"; grant it with Host.withEnvironment");
    }
    return Optional.of(value);
  }

  private static URI url(String text) throws BuiltinException {
    UriParts.parse(text); // finds what is wrong, in OPA's words
    try {
      return new URI(UriParts.legal(text));
    } catch (URISyntaxException e) {
      throw BuiltinException.of("parse " + GoQuote.string(text) + ": " + e.getReason());
    }
  }

  private Map<String, String> headers() throws BuiltinException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    RegoValue given = fields.get("headers");
    if (given == null) {
      return headers;
    }
    if (!(given instanceof RegoObject object)) {
      throw BuiltinException.of("invalid type for headers key");
    }
    for (RegoValue name : object.keys()) {
      RegoValue value = object.get(name);
      if (!(value instanceof RegoString text)) {
        throw BuiltinException.of("invalid type for headers value " + shown(value));
      }
      headers.put(name instanceof RegoString s ? s.value() : name.toString(), text.value());
    }
    return headers;
  }

  private static String shown(@Nullable RegoValue value) {
    return value instanceof RegoNumber ? "\"" + value + "\"" : String.valueOf(value);
  }

  private Optional<String> body() throws BuiltinException {
    Optional<String> raw = text("raw_body");
    RegoValue body = fields.get("body");
    return raw.isPresent() || body == null ? raw : Optional.of(RegoJson.writeEscaped(body));
  }

  private Duration timeout() throws BuiltinException {
    RegoValue value = fields.get("timeout");
    if (value == null) {
      return DEFAULT_TIMEOUT;
    }
    long nanos;
    if (value instanceof RegoString s) {
      nanos = duration(s.value());
    } else if (value instanceof RegoNumber number) {
      nanos = number.isLong() ? number.longValue() : 0;
    } else {
      throw BuiltinException.type(
          "operand 1 'timeout' must be one of {string, number} but got " + value.typeName());
    }
    return nanos > 0 ? Duration.ofNanos(nanos) : DEFAULT_TIMEOUT;
  }

  private static long duration(String text) throws BuiltinException {
    try {
      return Durations.parse(text);
    } catch (BuiltinException e) {
      throw BuiltinException.of(
          "invalid timeout value " + GoQuote.string(text) + ": " + e.getMessage());
    }
  }

  private int retries() throws BuiltinException {
    RegoValue value = fields.get("max_retry_attempts");
    if (value == null) {
      return 0;
    }
    if (value instanceof RegoNumber number && number.isLong()) {
      return (int) Math.max(0, Math.min(MAX_RETRIES, number.longValue()));
    }
    throw BuiltinException.of("invalid value " + value + " for field \"max_retry_attempts\"");
  }
}
