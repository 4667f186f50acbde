package dev.bylaw.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.DocumentReader;
import java.io.IOException;
import java.util.Locale;

/**
 * A document like the manifest of a dbt project: models with columns, texts, tags and nested
 * settings. Run as a program it reads one of some megabytes, given as argument, and prints what that
 * took; with {@code -Xmx} that tells whether the heap is enough.
 */
public final class Manifest {
  private Manifest() {}

  /**
   * @param size in bytes, about
   */
  static ObjectNode of(int size) {
    ObjectNode manifest = JsonNodeFactory.instance.objectNode();
    ObjectNode nodes = manifest.putObject("nodes");
    for (int i = 0, bytes = 0; bytes < size; i++) {
      ObjectNode model = model(i);
      nodes.set("model.shop.model_" + i, model);
      bytes += model.toString().length();
    }
    return manifest;
  }

  private static ObjectNode model(int i) {
    ObjectNode model = JsonNodeFactory.instance.objectNode();
    model.put("name", "model_" + i).put("resource_type", "model").put("version", i % 3);
    model.put("description", "What the model " + i + " holds, \"said\" in a line or two.\nOr more.");
    model.put("raw_code", "select id, name, amount from {{ ref('model_" + i / 2 + "') }} where x > 1");
    model.putObject("config").put("enabled", true).put("materialized", "table").putNull("alias");
    model.putArray("tags").add("daily").add("tier-" + i % 4);
    ObjectNode columns = model.putObject("columns");
    for (int c = 0; c < 12; c++) {
      ObjectNode column = columns.putObject("column_" + c);
      column.put("name", "column_" + c).put("data_type", "string").put("description", "Column " + c);
      column.putObject("meta").put("classification", "internal").put("position", c);
    }
    ArrayNode depends = model.putObject("depends_on").putArray("nodes");
    depends.add("model.shop.model_" + i / 2).add("source.shop.raw.table_" + i % 50);
    return model;
  }

  /** Reads a large one. */
  public static void main(String[] args) throws IOException {
    int megabytes = args.length > 0 ? Integer.parseInt(args[0]) : 50;
    String text = new ObjectMapper().writeValueAsString(of(megabytes << 20));
    SourceFile file = SourceFile.of("manifest.json", text);
    long start = System.nanoTime();
    DocumentReader.Result read = DocumentReader.read(file);
    if (read.hasErrors()) {
      throw new IllegalStateException(read.diagnostics().toString());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory() >> 20;
    System.out.printf(
        Locale.ROOT,
        "%d characters, read in %.1f s; %d MiB in use, %d MiB at most%n",
        text.length(),
        seconds,
        used,
        runtime.maxMemory() >> 20);
  }
}
