package dev.bylaw.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Chromium without a window, driven by the W3C's WebDriver protocol: what {@code chromedriver} of
 * the packages chromium and chromium-driver speaks.
 */
final class Browser {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String STARTED = "was started successfully on port ";

  private final Process driver;
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private String session = "";

  private Browser(Process driver, int port) {
    this.driver = driver;
    this.base = URI.create("http://127.0.0.1:" + port);
  }

  /** Where the driver is installed; {@code CHROMEDRIVER} names another one. */
  static Optional<Path> driver() {
    Optional<String> named = Optional.ofNullable(System.getenv("CHROMEDRIVER"));
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return named
        .map(Path::of)
        .or(
            () ->
                Arrays.stream(path.split(":", -1))
                    .map(p -> Path.of(p, "chromedriver"))
                    .filter(Files::isExecutable)
                    .findFirst());
  }

  static Browser start(Path driver) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(driver.toString(), "--port=0").redirectErrorStream(true).start();
    BufferedReader printed =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = printed.readLine(); line != null; line = printed.readLine()) {
      int at = line.indexOf(STARTED);
      if (at >= 0) {
        String port = line.substring(at + STARTED.length()).replace(".", "").strip();
        Browser browser = new Browser(process, Integer.parseInt(port));
        browser.open();
        return browser;
      }
    }
    throw new IOException(driver + " did not start");
  }

  private void open() throws IOException, InterruptedException {
    JsonNode answer =
        post(
            "/session",
            """
            {"capabilities": {"alwaysMatch": {
              "goog:chromeOptions": {"args": ["--headless=new", "--no-sandbox", "--disable-gpu",
                "--disable-dev-shm-usage", "--window-size=1200,900", "--hide-scrollbars"]},
              "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}}}
            """);
    session = "/session/" + answer.get("sessionId").asText();
  }

  /** Opens a file and waits until it is loaded. */
  void visit(Path file) throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("url", file.toUri().toString());
    post(session + "/url", body.toString());
  }

  /** Runs the body of a function in the page. */
  JsonNode run(String script) throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("script", script);
    body.putArray("args");
    return post(session + "/execute/sync", body.toString());
  }

  /** Shows pages on a screen, as somebody who prefers dark or light ones sees them. */
  void prefer(String scheme) throws IOException, InterruptedException {
    show("", scheme);
  }

  /** Shows pages as paper would have them. */
  void preferPaper(String scheme) throws IOException, InterruptedException {
    show("print", scheme);
  }

  private void show(String medium, String scheme) throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("cmd", "Emulation.setEmulatedMedia");
    body.putObject("params")
        .put("media", medium)
        .putArray("features")
        .addObject()
        .put("name", "prefers-color-scheme")
        .put("value", scheme);
    post(session + "/goog/cdp/execute", body.toString());
  }

  /** The page as a PDF. */
  byte[] printed() throws IOException, InterruptedException {
    return Base64.getDecoder().decode(post(session + "/print", "{\"background\": true}").asText());
  }

  byte[] screenshot() throws IOException, InterruptedException {
    return Base64.getDecoder().decode(get(session + "/screenshot").asText());
  }

  /** What was written to the console since the last time. */
  List<String> console() throws IOException, InterruptedException {
    List<String> out = new ArrayList<>();
    log("browser").forEach(e -> out.add(e.get("level").asText() + " " + e.get("message").asText()));
    return out;
  }

  /** The addresses that were asked for since the last time. */
  List<String> requests() throws IOException, InterruptedException {
    List<String> out = new ArrayList<>();
    for (JsonNode entry : log("performance")) {
      JsonNode message = JSON.readTree(entry.get("message").asText()).get("message");
      if (message.get("method").asText().equals("Network.requestWillBeSent")) {
        out.add(message.at("/params/request/url").asText());
      }
    }
    return out;
  }

  private JsonNode log(String type) throws IOException, InterruptedException {
    return post(session + "/se/log", JSON.createObjectNode().put("type", type).toString());
  }

  private JsonNode post(String path, String body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(base.resolve(path)).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(base.resolve(path)).GET());
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(response.body());
    }
    return JSON.readTree(response.body()).get("value");
  }

  void stop() throws IOException, InterruptedException {
    try {
      if (!session.isEmpty()) {
        send(HttpRequest.newBuilder(base.resolve(session)).DELETE());
      }
    } finally {
      driver.descendants().forEach(ProcessHandle::destroy);
      driver.destroy();
    }
  }
}
