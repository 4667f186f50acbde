package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.CallContext;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests to the hosts that the host of the engine grants. Within one query the same request is
 * sent once. Nothing is kept for other queries, so the options for that have no effect.
 */
final class HttpFunctions {
  private static final String NAME = "http.send";

  private HttpFunctions() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
                NAME,
                "(request: object[string: any]) => (response: object[any: any])",
                "Sends an HTTP request to a host, which must be granted.",
                (c, args) -> send(c, Args.object(args, 0)))
            .with(Builtin.Trait.NONDETERMINISTIC));
  }

  private static RegoValue send(CallContext context, RegoObject request) throws BuiltinException {
    boolean raises = HttpCallReader.raisesErrors(request);
    try {
      return answer(context, request);
    } catch (HttpFailure failure) {
      if (raises) {
        throw BuiltinException.of(failure.raised());
      }
      return HttpAnswer.failed(
          "eval_http_send_network_error", String.valueOf(failure.getMessage()));
    } catch (BuiltinException e) {
      if (raises || e.kind() == BuiltinException.Kind.NOT_GRANTED) {
        throw e;
      }
      String call = NAME + "(" + request + "): " + e.kind().code() + ": " + NAME + ": ";
      return HttpAnswer.failed("eval_http_send_internal_error", call + e.getMessage());
    }
  }

  private static RegoValue answer(CallContext context, RegoObject request)
      throws BuiltinException, HttpFailure {
    Map<RegoObject, RegoValue> answers = context.once(NAME, HashMap::new);
    RegoValue known = answers.get(request);
    if (known != null) {
      return known;
    }
    HttpCall call = HttpCallReader.read(request, context.host());
    RegoValue answer =
        HttpAnswer.of(call, HttpTransfer.send(client(context, call), call, context.host()));
    answers.put(request, answer);
    return answer;
  }

  private static HttpClient client(CallContext context, HttpCall call) throws BuiltinException {
    Map<HttpTls.Options, HttpClient> clients = context.once(NAME + " clients", HashMap::new);
    HttpClient client = clients.get(call.tls());
    if (client == null) {
      client = HttpTls.client(call.tls());
      clients.put(call.tls(), client);
    }
    return client;
  }
}
