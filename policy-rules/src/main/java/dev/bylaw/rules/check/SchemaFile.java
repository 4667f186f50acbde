package dev.bylaw.rules.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.Error;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.regex.RegularExpression;
import dev.bylaw.policy.Check.Violation;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.rules.document.Placeholders;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFolder;
import dev.bylaw.source.SourceReader;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A JSON Schema of any draft from 4 to 2020-12; one that does not say which is of 2020-12. Nothing
 * is fetched from a network. Immutable and thread-safe.
 */
final class SchemaFile {
  /** Of one descriptor, inclusive. */
  private static final int MAX_VIOLATIONS = 100;

  /** For one descriptor. */
  private static final Duration TIME = Duration.ofSeconds(5);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Schema schema;

  private SchemaFile(Schema schema) {
    this.schema = schema;
  }

  /**
   * Reads a schema.
   *
   * @param path below the folder
   * @param named where the path is written; problems are reported there
   */
  static Optional<SchemaFile> read(
      String path, Span named, SourceFolder folder, List<Diagnostic> problems) {
    SourceReader.Result read = folder.read(path);
    read.problem().ifPresent(p -> problems.add(Diagnostic.error(p.code(), named, p.message())));
    return read.source().flatMap(file -> parse(path, file.text(), named, problems));
  }

  private static Optional<SchemaFile> parse(
      String path, String text, Span named, List<Diagnostic> problems) {
    try {
      Schema schema = registry().getSchema(JSON.readTree(text));
      schema.initializeValidators();
      return Optional.of(new SchemaFile(schema));
    } catch (JsonProcessingException e) {
      problems.add(unusable(path, named, e.getOriginalMessage()));
    } catch (SchemaException e) {
      problems.add(unusable(path, named, String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private static Diagnostic unusable(String path, Span named, String why) {
    return Diagnostic.error(
        "schema_invalid", named, "the file %s is not a JSON Schema: %s".formatted(path, why));
  }

  private static SchemaRegistry registry() {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .locale(Locale.ENGLISH)
            .regularExpressionFactory(SchemaFile::linear)
            .build();
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        builder ->
            builder
                .schemaRegistryConfig(config)
                .schemaLoader(loader -> loader.fetchRemoteResources(false)));
  }

  /** In linear time; a pattern that cannot be is not held against anything. */
  private static RegularExpression linear(String pattern) {
    try {
      Pattern compiled = Pattern.compile(pattern);
      return text -> compiled.matcher(text).find();
    } catch (PatternSyntaxException e) {
      return text -> true;
    }
  }

  /**
   * What a document has that the schema does not allow, with the places. A text with a placeholder
   * is not known, so nothing is said of it.
   *
   * @throws IllegalStateException if that takes more than five seconds
   */
  List<Violation> violations(Located.Object document) {
    List<Error> errors = errors(document, Set.of());
    Set<List<RegoValue>> texts =
        errors.stream()
            .filter(SchemaInput::isNumberForText)
            .map(error -> path(error.getInstanceLocation()))
            .collect(Collectors.toSet());
    return (texts.isEmpty() ? errors : errors(document, texts))
        .stream()
            .filter(e -> !Placeholders.in(document.nearest(path(e.getInstanceLocation()))))
            .map(error -> violation(error, document))
            .distinct()
            .limit(MAX_VIOLATIONS)
            .toList();
  }

  private List<Error> errors(Located.Object document, Set<List<RegoValue>> texts) {
    return schema.validate(
        new Deadline(TIME), SchemaInput.of(document, texts), OutputFormat.DEFAULT);
  }

  private static Violation violation(Error error, Located.Object document) {
    Located culprit = document.nearest(path(error.getInstanceLocation()));
    return new Violation(
        "the schema of the standard says: " + error.getMessage(),
        surplus(error, culprit).orElse(culprit.span()),
        Optional.ofNullable(error.getInstanceNode())
            .filter(JsonNode::isValueNode)
            .map(JsonNode::asText),
        Optional.empty());
  }

  /** The key that should not be there. */
  private static Optional<Span> surplus(Error error, Located holder) {
    return Optional.ofNullable(error.getProperty())
        .flatMap(
            key -> holder instanceof Located.Object o ? o.keySpan(key) : Optional.<Span>empty());
  }

  private static List<RegoValue> path(NodePath location) {
    List<RegoValue> path = new ArrayList<>();
    for (int i = 0; i < location.getNameCount(); i++) {
      path.add(
          location.getElement(i) instanceof Integer index
              ? RegoNumber.of(index.longValue())
              : RegoString.of(location.getElement(i).toString()));
    }
    return path;
  }
}
