package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A response as rules see it. */
final class HttpAnswer {
  private static final Set<String> YAML = Set.of("application/yaml", "application/x-yaml");

  /** The JDK tells the number of a status only. */
  private static final Map<Integer, String> REASONS =
      """
      200 OK
      201 Created
      202 Accepted
      203 Non-Authoritative Information
      204 No Content
      205 Reset Content
      206 Partial Content
      207 Multi-Status
      300 Multiple Choices
      301 Moved Permanently
      302 Found
      303 See Other
      304 Not Modified
      307 Temporary Redirect
      308 Permanent Redirect
      400 Bad Request
      401 Unauthorized
      402 Payment Required
      403 Forbidden
      404 Not Found
      405 Method Not Allowed
      406 Not Acceptable
      407 Proxy Authentication Required
      408 Request Timeout
      409 Conflict
      410 Gone
      411 Length Required
      412 Precondition Failed
      413 Request Entity Too Large
      414 Request URI Too Long
      415 Unsupported Media Type
      416 Requested Range Not Satisfiable
      417 Expectation Failed
      418 I'm a teapot
      421 Misdirected Request
      422 Unprocessable Entity
      423 Locked
      424 Failed Dependency
      425 Too Early
      426 Upgrade Required
      428 Precondition Required
      429 Too Many Requests
      431 Request Header Fields Too Large
      451 Unavailable For Legal Reasons
      500 Internal Server Error
      501 Not Implemented
      502 Bad Gateway
      503 Service Unavailable
      504 Gateway Timeout
      505 HTTP Version Not Supported
      507 Insufficient Storage
      508 Loop Detected
      511 Network Authentication Required
      """
          .lines()
          .collect(Collectors.toMap(line -> Integer.valueOf(line.substring(0, 3)), line -> line));

  private HttpAnswer() {}

  static RegoObject of(HttpCall call, HttpResponse<byte[]> response) {
    String text = new String(response.body(), StandardCharsets.UTF_8);
    RegoObject.Builder headers = RegoObject.builder();
    response
        .headers()
        .map()
        .forEach(
            (name, values) ->
                headers.put(
                    name.toLowerCase(Locale.ROOT),
                    RegoArray.of(values.stream().map(RegoString::of).toList())));
    int status = response.statusCode();
    return RegoObject.builder()
        .put("status", RegoString.of(REASONS.getOrDefault(status, status + " ")))
        .put("status_code", RegoNumber.of(status))
        .put("body", decoded(call, type(response), text))
        .put("raw_body", RegoString.of(text))
        .put("headers", headers.build())
        .build();
  }

  /** An answer in place of an error. */
  static RegoObject failed(String code, String message) {
    RegoObject error =
        RegoObject.builder()
            .put("code", RegoString.of(code))
            .put("message", RegoString.of(message))
            .build();
    return RegoObject.builder().put("status_code", RegoNumber.ZERO).put("error", error).build();
  }

  private static String type(HttpResponse<byte[]> response) {
    String type = response.headers().firstValue("content-type").orElse("");
    int parameters = type.indexOf(';');
    return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
  }

  /** Null for a body of another type, or one that is not what its type says. */
  private static RegoValue decoded(HttpCall call, String type, String text) {
    try {
      if (call.forcesJson() || type.equals("application/json") || type.endsWith("+json")) {
        return JsonInput.parse(text);
      } else if (call.forcesYaml() || YAML.contains(type)) {
        return YamlReader.read(text);
      }
      return RegoNull.NULL;
    } catch (BuiltinException e) {
      return RegoNull.NULL;
    }
  }
}
