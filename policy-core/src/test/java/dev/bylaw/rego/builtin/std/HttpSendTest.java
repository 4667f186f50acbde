package dev.bylaw.rego.builtin.std;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.Host;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests to servers on this machine. In {@code http.cases}, {@code $http} and {@code $https} are
 * their addresses, {@code $NAME.pem} is a file, and an answer is shown without its headers.
 */
class HttpSendTest {
  private static final int TOO_LONG = 21 * 1024 * 1024;
  private static final Host GRANTED = Host.NOTHING.withAllowedHosts(Set.of("127.0.0.1"));

  private static final ExecutorService THREADS = Executors.newCachedThreadPool();
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static HttpServer http;
  private static HttpServer https;

  @BeforeAll
  static void start() throws Exception {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    http = start(HttpServer.create(address, 0));
    HttpsServer secure = HttpsServer.create(address, 0);
    Optional<String> pair = Optional.of(pem("server"));
    HttpTls.Options options =
        new HttpTls.Options(Optional.of(pem("authority")), pair, pair, false, false, "");
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(HttpTls.keys(options), HttpTls.trust(options), null);
    secure.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters wanted = context.getDefaultSSLParameters();
            wanted.setWantClientAuth(true);
            parameters.setSSLParameters(wanted);
          }
        });
    https = start(secure);
  }

  private static HttpServer start(HttpServer server) {
    server.setExecutor(THREADS);
    server.createContext("/", HttpSendTest::serve);
    server.start();
    return server;
  }

  @AfterAll
  static void stop() {
    http.stop(0);
    https.stop(0);
    THREADS.shutdownNow();
  }

  private static void serve(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().toString();
    switch (path) {
      case "/echo" -> answer(exchange, 200, "application/json", echo(exchange, body));
      case "/client" -> answer(exchange, 200, "text/plain", client(exchange));
      case "/count" -> answer(exchange, 200, "text/plain", "" + COUNT.incrementAndGet());
      case "/yaml" -> answer(exchange, 200, "application/x-yaml; charset=utf-8", "a: [x]");
      case "/problem" -> answer(exchange, 404, "application/problem+json", "{\"n\": 1.50}");
      case "/broken" -> answer(exchange, 500, "application/json", "{");
      case "/text" -> answer(exchange, 200, "text/plain", "{\"a\": 1}");
      case "/302" -> redirect(exchange, 302, "/echo");
      case "/307" -> redirect(exchange, 307, "/echo");
      case "/loop" -> redirect(exchange, 302, "/loop");
      case "/away" -> redirect(exchange, 302, http().replace("127.0.0.1", "localhost") + "/count");
      case "/long" -> answer(exchange, 200, "text/plain", "x".repeat(TOO_LONG));
      case "/slow" -> dribble(exchange);
      default -> answer(exchange, 200, "application/json", "\"" + path + "\"");
    }
  }

  private static String echo(HttpExchange exchange, String body) {
    String own = exchange.getRequestHeaders().getFirst("x-own");
    String secret = exchange.getRequestHeaders().getFirst("authorization");
    return RegoJson.write(
        RegoObject.builder()
            .put("method", RegoString.of(exchange.getRequestMethod()))
            .put("body", RegoString.of(body))
            .put("own", RegoString.of(String.valueOf(own)))
            .put("secret", RegoString.of(String.valueOf(secret)))
            .build());
  }

  private static String client(HttpExchange exchange) throws IOException {
    SSLSession session = ((HttpsExchange) exchange).getSSLSession();
    return session.getPeerPrincipal().getName();
  }

  private static void redirect(HttpExchange exchange, int status, String target)
      throws IOException {
    exchange.getResponseHeaders().set("Location", target);
    answer(exchange, status, "text/plain", "");
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  /** Headers at once, then a byte now and then. */
  private static void dribble(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (int i = 0; i < 100; i++) {
        out.write('x');
        out.flush();
        Thread.sleep(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String http() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  private static String https() {
    return "https://127.0.0.1:" + https.getAddress().getPort();
  }

  private static String pem(String name) {
    return resource("tls/" + name + ".pem");
  }

  private static String resource(String name) {
    try (InputStream in = HttpSendTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<String> cases() {
    return resource("http.cases").lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answers(String line) throws ParseException {
    int arrow = line.lastIndexOf(" => ");
    assertThat(plain(send(line.substring(0, arrow), new Calls(GRANTED))))
        .isEqualTo(line.substring(arrow + 4));
  }

  private static String send(String request, Calls context) throws ParseException {
    Map<String, String> places = new TreeMap<>(Map.of("$http/", http() + "/"));
    places.put("$https/", https() + "/");
    for (String name : new String[] {"authority", "client", "server"}) {
      places.put("$" + name + ".pem", pem(name).replace("\n", "\\n"));
    }
    String filled = request;
    for (var place : places.entrySet()) {
      filled = filled.replace(place.getKey(), place.getValue());
    }
    RegoValue argument = RegoJson.parse(filled);
    try {
      RegoValue answer =
          StandardBuiltins.registry()
              .find("http.send")
              .orElseThrow()
              .code()
              .call(context, new RegoValue[] {argument});
      return answer instanceof RegoObject object
          ? RegoJson.write(object.without(RegoString.of("headers")))
          : String.valueOf(answer);
    } catch (BuiltinException e) {
      return "! " + e.getMessage();
    }
  }

  private static String plain(String answer) {
    return answer.replace(http(), "$http").replace(https(), "$https");
  }

  @Test
  void sendsOneRequestOnceInAQuery() throws ParseException {
    Calls query = new Calls(GRANTED);
    String request = "{\"method\": \"get\", \"url\": \"$http/count\"}";
    String first = send(request, query);
    assertThat(send(request, query)).isEqualTo(first);
    assertThat(send(request, new Calls(GRANTED))).isNotEqualTo(first);
  }

  @Test
  void givesHeadersInLowerCase() throws Exception {
    RegoObject request =
        (RegoObject) RegoJson.parse("{\"method\": \"get\", \"url\": \"" + http() + "/302\"}");
    RegoValue answer =
        StandardBuiltins.registry()
            .find("http.send")
            .orElseThrow()
            .code()
            .call(new Calls(GRANTED), new RegoValue[] {request});
    assertThat(answer)
        .isInstanceOfSatisfying(
            RegoObject.class,
            o -> assertThat(RegoJson.write(o)).contains("\"location\":[\"/echo\"]"));
  }

  @Test
  void reachesNoHostThatIsNotGranted() throws ParseException {
    int before = COUNT.get();
    String request = "{\"method\": \"get\", \"url\": \"$http/count\"}";
    assertThat(send(request, new Calls(Host.NOTHING)))
        .isEqualTo("! disallowed host: 127.0.0.1; grant it with Host.withAllowedHosts");
    String away = "{\"method\": \"get\", \"url\": \"$http/away\", \"enable_redirect\": true}";
    assertThat(send(away, new Calls(GRANTED)))
        .isEqualTo("! disallowed host: localhost; grant it with Host.withAllowedHosts");
    assertThat(COUNT.get()).isEqualTo(before);
  }
}
