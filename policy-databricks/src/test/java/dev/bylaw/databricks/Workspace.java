package dev.bylaw.databricks;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.PatCredentialsProvider;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A workspace on the loopback interface that speaks the API's JSON and keeps what it is sent. */
final class Workspace implements AutoCloseable {
  /** What the workspace was asked to do. */
  record Sent(String path, String body) {}

  private record Answer(int status, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(16);
  private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  Workspace() {
    answers.put("/api/2.1/clusters/create", new Answer(200, "{\"cluster_id\": \"c1\"}"));
    answers.put("/api/2.1/clusters/edit", new Answer(200, "{}"));
    answers.put("/api/2.0/sql/warehouses", new Answer(200, "{\"id\": \"w1\"}"));
    answers.put("/api/2.0/sql/warehouses/w1/edit", new Answer(200, "{}"));
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (exchange.getRequestMethod().equals("POST")) {
        sent.add(new Sent(path, body));
      }
      Answer answer =
          answers.getOrDefault(path, new Answer(404, "{\"error_code\": \"ENDPOINT_NOT_FOUND\"}"));
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  void answer(String path, int status, String body) {
    answers.put(path, new Answer(status, body));
  }

  /** A client that takes nothing from the environment. */
  WorkspaceClient client() {
    return new WorkspaceClient(
        new DatabricksConfig()
            .setHost("http://127.0.0.1:" + server.getAddress().getPort())
            .setToken("x")
            .setAuthType("pat")
            .setCredentialsProvider(new PatCredentialsProvider())
            .setDisableRetries(true));
  }

  List<Sent> sent() {
    return List.copyOf(sent);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
