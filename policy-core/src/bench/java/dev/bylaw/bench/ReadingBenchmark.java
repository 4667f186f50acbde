package dev.bylaw.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.DocumentReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From bytes to a document: with places, and by Jackson without them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReadingBenchmark {
  @Param({"json", "yaml"})
  public String format = "";

  @Param("1000000")
  public int size;

  private byte[] bytes = {};
  private ObjectMapper mapper = new ObjectMapper();

  /** Makes the text. */
  @Setup
  public void text() throws IOException {
    JsonNode manifest = Manifest.of(size);
    if (format.equals("yaml")) {
      mapper = new YAMLMapper();
    }
    bytes = mapper.writeValueAsBytes(manifest);
  }

  /** Jackson's own tree. */
  @Benchmark
  public JsonNode jackson() throws IOException {
    return mapper.readTree(bytes);
  }

  /** A document in which every value knows its place. */
  @Benchmark
  public DocumentReader.Result places() {
    SourceFile file =
        SourceFile.of("manifest." + format, new String(bytes, StandardCharsets.UTF_8));
    DocumentReader.Result read = DocumentReader.read(file, Limits.DEFAULT);
    if (read.hasErrors()) {
      throw new IllegalStateException(read.diagnostics().toString());
    }
    return read;
  }
}
