package dev.bylaw.bench;

import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.RegoProgram;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.SourceFile;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Something to measure: a program, its documents, and the rule that is asked for.
 *
 * @param modules texts by file name
 * @param data JSON
 * @param input JSON
 * @param path below {@code data}
 */
record Workload(
    String name, Map<String, String> modules, String data, String input, List<String> path) {

  RegoProgram compile() {
    RegoCompiler compiler = new RegoCompiler().data((RegoObject) json(data));
    modules.forEach((file, text) -> compiler.module(SourceFile.of(file, text)));
    return compiler.compile();
  }

  RegoValue inputValue() {
    return json(input);
  }

  private static RegoValue json(String text) {
    try {
      return RegoJson.parse(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  static Workload of(String name) {
    String[] parts = name.split("_", 2);
    return switch (parts[0]) {
      case "trivial" -> trivial();
      case "rbac" -> rbac();
      case "iteration" -> iteration(Integer.parseInt(parts[1]));
      case "indexed" -> indexed(Integer.parseInt(parts[1]));
      case "join" -> join(Integer.parseInt(parts[1]));
      case "contract" -> contract(60, 300);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Workload one(String name, String text, String data, String input) {
    return new Workload(name, Map.of(name + ".rego", text), data, input, List.of("bench", "allow"));
  }

  private static Workload trivial() {
    return one(
        "trivial",
        """
        package bench

        default allow := false

        allow if {
        	input.method == "GET"
        	input.path[0] == "orders"
        	input.user.role == "analyst"
        }
        """,
        "{}",
        "{\"method\": \"GET\", \"path\": [\"orders\", \"1\"], \"user\": {\"name\": \"kim\", \"role\": \"analyst\"}}");
  }

  private static Workload rbac() {
    return one(
        "rbac",
        """
        package bench

        default allow := false

        allow if {
        	some role in data.bindings[input.user]
        	some permission in data.roles[role]
        	permission.action == input.action
        	permission.object == input.object
        }
        """,
        "{\"bindings\": {%s}, \"roles\": {%s}}"
            .formatted(
                list(100, i -> "\"user%d\": [\"role%d\", \"role%d\"]".formatted(i, i % 20, i % 7)),
                list(
                    20,
                    i ->
                        "\"role%d\": [%s]"
                            .formatted(
                                i,
                                list(
                                    5,
                                    j ->
                                        "{\"action\": \"read\", \"object\": \"object%d\"}"
                                            .formatted(i * 5 + j))))),
        "{\"user\": \"user42\", \"action\": \"read\", \"object\": \"object12\"}");
  }

  private static Workload iteration(int size) {
    return one(
        "iteration_" + size,
        """
        package bench

        allow contains column.name if {
        	some column in input.columns
        	column.classification == "pii"
        	not column.masked
        }
        """,
        "{}",
        "{\"columns\": [%s]}"
            .formatted(
                list(
                    size,
                    i ->
                        "{\"name\": \"c%d\", \"classification\": \"%s\", \"masked\": %s}"
                            .formatted(i, i % 10 == 0 ? "pii" : "public", i % 20 == 0))));
  }

  private static Workload indexed(int rules) {
    String text =
        IntStream.range(0, rules)
            .mapToObj(
                i ->
                    "allow if {\n\tinput.kind == \"kind%d\"\n\tinput.size > %d\n}\n"
                        .formatted(i, i % 10))
            .collect(Collectors.joining("\n", "package bench\n\n", ""));
    return one("indexed_" + rules, text, "{}", "{\"kind\": \"kind" + rules / 2 + "\", \"size\": 11}");
  }

  private static Workload join(int size) {
    return one(
        "join_" + size,
        """
        package bench

        allow contains pair if {
        	some order in input.orders
        	some customer in input.customers
        	customer.id == order.customer
        	customer.blocked
        	pair := [order.id, customer.id]
        }
        """,
        "{}",
        "{\"orders\": [%s], \"customers\": [%s]}"
            .formatted(
                list(size, i -> "{\"id\": %d, \"customer\": %d}".formatted(i, (i * 7) % size)),
                list(size, i -> "{\"id\": %d, \"blocked\": %s}".formatted(i, i % 10 == 0))));
  }

  /** As many rules as a governance council has, over a wide contract. */
  private static Workload contract(int rules, int columns) {
    Map<String, String> modules = new TreeMap<>();
    List<String> conditions =
        List.of(
            "column.name != lower(column.name)",
            "not column.description",
            "column.classification == \"pii\"\n\tnot column.masked",
            "not regex.match(`^[a-z][a-z0-9_]*$`, column.name)",
            "column.type in {\"STRUCT\", \"MAP\"}",
            "startswith(column.name, \"tmp_\")");
    for (int i = 0; i < rules; i++) {
      String name = String.format(Locale.ROOT, "rule%02d", i);
      modules.put(
          name + ".rego",
          """
          package rules.%s

          deny contains finding if {
          	some table in input.contract.schema
          	some column in table.columns
          	%s
          	finding := {"msg": sprintf("column %%s: %s", [column.name])}
          }
          """
              .formatted(name, conditions.get(i % conditions.size()), name));
    }
    modules.put(
        "all.rego",
        """
        package bench

        allow contains [id, finding] if {
        	some id, rule in data.rules
        	some finding in rule.deny
        }
        """);
    String schema =
        list(
            columns,
            i ->
                "{\"name\": \"column_%d\", \"type\": \"STRING\", \"description\": \"Column %d.\", \"classification\": \"%s\", \"masked\": %s}"
                    .formatted(i, i, i % 10 == 0 ? "pii" : "public", i % 20 == 0));
    return new Workload(
        "contract_60x300",
        modules,
        "{}",
        "{\"contract\": {\"schema\": [{\"name\": \"orders\", \"columns\": [" + schema + "]}]}}",
        List.of("bench", "allow"));
  }

  private static String list(int size, java.util.function.IntFunction<String> element) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      out.add(element.apply(i));
    }
    return String.join(", ", out);
  }
}
