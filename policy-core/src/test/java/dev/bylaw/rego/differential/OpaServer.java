package dev.bylaw.rego.differential;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** OPA as a server of its own on the loopback interface, asked for one program after the other. */
final class OpaServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NOT_FOUND = 404; // it was refused
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path binary;
  private final HttpClient client = HttpClient.newHttpClient();
  private Process process;
  private String address;
  private int modules;
  private String data = "";

  private OpaServer(Path binary, Process process, String address) {
    this.binary = binary;
    this.process = process;
    this.address = address;
  }

  /** Starts one after the other, each with a port of its own. */
  static OpaServer start(Path binary) throws IOException, InterruptedException {
    String address = freeAddress();
    OpaServer server = new OpaServer(binary, process(binary, address), "http://" + address);
    server.awaitHealth();
    return server;
  }

  /** One that did not answer in time may still be busy with what it was asked. */
  private void restart() throws IOException, InterruptedException {
    close();
    String free = freeAddress();
    process = process(binary, free);
    address = "http://" + free;
    modules = 0;
    data = "";
    awaitHealth();
  }

  private static String freeAddress() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return "127.0.0.1:" + free.getLocalPort();
    }
  }

  private static Process process(Path binary, String address) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                binary.toString(),
                "run",
                "--server",
                "--addr=" + address,
                "--skip-version-check",
                "--log-level=error")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    // memory is cheaper here than collecting it
    builder.environment().put("GOGC", "400");
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return process;
  }

  private void awaitHealth() throws IOException, InterruptedException {
    for (int tries = 0; tries < 200; tries++) {
      try {
        send("GET", "/health", "");
        return;
      } catch (IOException e) {
        Thread.sleep(50); // not listening yet
      }
    }
    close();
    throw new IOException("OPA does not listen on " + address);
  }

  @Override
  public void close() {
    process.destroy();
  }

  /**
   * @param names the variables of a query's answers
   */
  Outcome run(Program program, List<String> names) {
    try {
      try {
        Optional<Outcome> refused = load(program);
        return refused.isPresent() ? refused.get() : ask(program, names);
      } catch (HttpTimeoutException e) {
        restart();
        return new Outcome.Unknown("OPA needs more than " + PATIENCE);
      }
    } catch (IOException | ParseException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What {@code opa eval} says about a path. */
  Outcome command(Program program, String... options) {
    try {
      Path folder = Files.createTempDirectory("differential");
      List<String> command = new ArrayList<>();
      command.addAll(List.of(binary.toString(), "eval", "--format=json"));
      command.addAll(List.of(options));
      if (program.strict()) {
        command.add("--strict-builtin-errors");
      }
      for (int i = 0; i < program.texts().size(); i++) {
        Path file = folder.resolve("m" + i + ".rego");
        Files.writeString(file, program.texts().get(i));
        command.add("--data=" + file);
      }
      Path data = folder.resolve("data.json");
      Files.writeString(data, program.data().toString());
      command.add("--data=" + data);
      for (Piece input : program.input()) {
        Path file = folder.resolve("input.json");
        Files.writeString(file, input.toString());
        command.add("--input=" + file);
      }
      command.add(program.query().toString());
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return printed(JSON.readTree(process.getInputStream().readAllBytes()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Outcome printed(JsonNode output) {
    JsonNode error = output.path("errors").path(0);
    if (!error.isMissingNode()) {
      return new Outcome.Failure(error.path("code").asText(), error.path("message").asText());
    }
    JsonNode value = output.path("result").path(0).path("expressions").path(0).path("value");
    return new Outcome.Answer(value.isMissingNode() ? "" : value.toString());
  }

  private Optional<Outcome> load(Program program) throws IOException, InterruptedException {
    while (modules > 1) {
      delete(policy(--modules));
    }
    String documents = program.data().toString();
    if (!documents.equals(data)) {
      data = documents;
      HttpResponse<String> answer = send("PUT", "/v1/data", documents);
      if (answer.statusCode() >= 300) {
        throw new IOException(answer.body());
      }
    }
    List<String> texts = program.texts();
    for (int i = 0; i < texts.size(); i++) {
      modules = i + 1; // before the answer, which may come too late
      HttpResponse<String> answer = send("PUT", policy(i), texts.get(i));
      if (answer.statusCode() >= 300) {
        return Optional.of(refusal(JSON.readTree(answer.body()), i));
      }
    }
    return Optional.empty();
  }

  private void delete(String policy) throws IOException, InterruptedException {
    HttpResponse<String> answer = send("DELETE", policy, "");
    if (answer.statusCode() >= 300 && answer.statusCode() != NOT_FOUND) {
      throw new IOException(answer.body());
    }
  }

  private static String policy(int module) {
    return "/v1/policies/m" + module;
  }

  private Outcome ask(Program program, List<String> names)
      throws IOException, InterruptedException, ParseException {
    String input = program.input().isEmpty() ? "" : "\"input\": " + program.input().get(0);
    if (program.isPath()) {
      String strict = program.strict() ? "?strict-builtin-errors=true" : "";
      String path = "/v1/" + program.query().toString().replace('.', '/');
      return outcome(send("POST", path + strict, braces(input)), false);
    }
    HttpResponse<String> alone = query(program.query().toString(), input);
    if (isRefused(alone)) {
      return outcome(alone, true);
    }
    // in a comprehension, because a query of its own has answers for false expressions, too
    String bindings = names.stream().map(n -> "\"" + n + "\": " + n).collect(joining(", "));
    HttpResponse<String> all =
        query("answers := [{" + bindings + "} | " + program.query() + "]", input);
    return isRefused(all)
        ? new Outcome.Unknown("OPA refuses the query in a comprehension only")
        : outcome(all, true);
  }

  private HttpResponse<String> query(String text, String input)
      throws IOException, InterruptedException {
    String field = "\"query\": " + RegoJson.write(RegoString.of(text));
    return send("POST", "/v1/query", braces(input.isEmpty() ? field : input + ", " + field));
  }

  private static boolean isRefused(HttpResponse<String> response) throws IOException {
    return response.statusCode() != 200
        && JSON.readTree(response.body()).path("code").asText().equals("invalid_parameter");
  }

  private static String braces(String fields) {
    return "{" + fields + "}";
  }

  private static Outcome outcome(HttpResponse<String> response, boolean body)
      throws IOException, ParseException {
    if (response.statusCode() == 200) {
      RegoObject answer = (RegoObject) RegoJson.parse(response.body());
      RegoValue result = answer.get("result");
      if (body) {
        RegoObject first = (RegoObject) ((RegoArray) result).get(0);
        return Answers.of(first.get("answers"));
      }
      return new Outcome.Answer(result == null ? "" : RegoJson.write(result));
    }
    JsonNode error = JSON.readTree(response.body());
    JsonNode first = error.path("errors").path(0);
    if (isRefused(response)) {
      return refusal(error, -1);
    }
    return new Outcome.Failure(first.path("code").asText(), first.path("message").asText());
  }

  /**
   * @param loaded the module in which errors are that have no place
   */
  private static Outcome refusal(JsonNode error, int loaded) {
    List<Outcome.Problem> problems = new ArrayList<>();
    for (JsonNode one : error.path("errors")) {
      JsonNode location = one.path("location");
      String file = location.path("file").asText();
      problems.add(
          new Outcome.Problem(
              file.startsWith("m") ? Integer.parseInt(file.substring(1)) : loaded,
              location.path("row").asInt(),
              one.path("code").asText(),
              one.path("message").asText()));
    }
    if (problems.isEmpty()) {
      problems.add(new Outcome.Problem(loaded, 0, "", error.path("message").asText()));
    }
    return new Outcome.Refusal(problems, loaded + 1);
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(PATIENCE)
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (HttpTimeoutException e) {
      throw e;
    } catch (IOException e) {
      // a connection that was closed while nothing was asked; asking twice changes nothing
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
