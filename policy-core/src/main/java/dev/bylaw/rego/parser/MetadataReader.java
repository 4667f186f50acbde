package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Annotations;
import dev.bylaw.rego.ast.Comment;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads {@code # METADATA} blocks: the comments as YAML, each value with its place in the module.
 */
final class MetadataReader {
  private static final LoadSettings YAML =
      LoadSettings.builder().setAllowDuplicateKeys(false).setMaxAliasesForCollections(100).build();

  private final SourceFile source;
  private final List<Diagnostic> diagnostics;
  private final List<List<Comment>> blocks = new ArrayList<>();

  MetadataReader(SourceFile source, List<Comment> comments, List<Diagnostic> diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
    List<Comment> block = null;
    for (Comment c : comments) {
      int line = c.span().line();
      boolean whole = source.lineText(line).strip().startsWith("#");
      boolean follows =
          block != null && block.get(block.size() - 1).span().line() == line - 1 && whole;
      if (whole && c.text().strip().equals("METADATA")) {
        block = new ArrayList<>(List.of(c));
        blocks.add(block);
      } else if (follows && block != null) {
        block.add(c);
      } else {
        block = null;
      }
    }
  }

  /** The blocks that end before an offset and were not asked for yet. */
  List<Annotations> before(int offset, String scope) {
    List<Annotations> out = new ArrayList<>();
    while (!blocks.isEmpty() && blocks.get(0).get(0).span().start() < offset) {
      read(blocks.remove(0), scope).ifPresent(out::add);
    }
    return out;
  }

  private Optional<Annotations> read(List<Comment> block, String defaultScope) {
    Span span = block.get(0).span().to(block.get(block.size() - 1).span());
    List<Comment> lines = block.subList(1, block.size());
    StringBuilder yaml = new StringBuilder();
    for (Comment c : lines) {
      yaml.append(c.text().startsWith(" ") ? c.text().substring(1) : c.text()).append('\n');
    }
    try {
      Optional<Node> root = new Compose(YAML).composeString(yaml.toString());
      Map<String, Span> places = new HashMap<>();
      places.put("", span);
      RegoValue value = root.map(n -> value(n, "", lines, places)).orElse(RegoObject.EMPTY);
      if (!(value instanceof RegoObject values)) {
        diagnostics.add(Diagnostic.error(RegoSyntax.CODE, span, "metadata must be a YAML mapping"));
        return Optional.empty();
      }
      String scope =
          values.get("scope") instanceof RegoString s
              ? s.value()
              : RegoBoolean.TRUE.equals(values.get("entrypoint")) ? "document" : defaultScope;
      if (!List.of("rule", "document", "package", "subpackages").contains(scope)) {
        diagnostics.add(
            Diagnostic.error(
                RegoSyntax.CODE,
                places.getOrDefault("/scope", span),
                "invalid annotation scope '"
                    + scope
                    + "', expected rule, document, package or subpackages"));
      }
      return Optional.of(
          new Annotations(span, scope, values.without(RegoString.of("scope")), places));
    } catch (MarkedYamlEngineException e) {
      Span at =
          e.getProblemMark().map(m -> place(m.getLine(), m.getColumn(), lines, span)).orElse(span);
      diagnostics.add(
          Diagnostic.error(
              RegoSyntax.CODE, at, "yaml: metadata cannot be read: " + e.getProblem()));
    } catch (YamlEngineException | IllegalArgumentException e) {
      diagnostics.add(Diagnostic.error(RegoSyntax.CODE, span, "yaml: metadata cannot be read"));
    }
    return Optional.empty();
  }

  /** The place in the module of a 0-based line and column of the YAML text. */
  private Span place(int line, int column, List<Comment> lines, Span whole) {
    if (line >= lines.size()) {
      return whole;
    }
    Comment c = lines.get(line);
    int shift = c.text().startsWith(" ") ? 2 : 1;
    int offset = Math.min(c.span().start() + shift + column, c.span().end());
    return source.span(offset, c.span().end());
  }

  /** Cuts a place at the end of its node, where that is in the same line. */
  private Span until(Span place, Node node, List<Comment> lines) {
    return node.getEndMark()
        .filter(end -> end.getLine() < lines.size())
        .map(end -> place(end.getLine(), end.getColumn(), lines, place))
        .filter(end -> end.line() == place.line() && end.start() > place.start())
        .map(end -> source.span(place.start(), end.start()))
        .orElse(place);
  }

  private RegoValue value(
      Node node, String pointer, List<Comment> lines, Map<String, Span> places) {
    node.getStartMark()
        .ifPresent(
            m ->
                places.put(
                    pointer,
                    until(
                        place(
                            m.getLine(),
                            m.getColumn(),
                            lines,
                            places.getOrDefault("", source.span())),
                        node,
                        lines)));
    if (node instanceof MappingNode mapping) {
      RegoObject.Builder out = RegoObject.builder();
      for (NodeTuple tuple : mapping.getValue()) {
        String key =
            tuple.getKeyNode() instanceof ScalarNode s
                ? s.getValue()
                : tuple.getKeyNode().toString();
        out.put(
            key,
            value(
                tuple.getValueNode(),
                pointer + "/" + key.replace("~", "~0").replace("/", "~1"),
                lines,
                places));
      }
      return out.build();
    } else if (node instanceof SequenceNode sequence) {
      List<RegoValue> out = new ArrayList<>();
      for (Node child : sequence.getValue()) {
        out.add(value(child, pointer + "/" + out.size(), lines, places));
      }
      return RegoArray.of(out);
    }
    return scalar((ScalarNode) node);
  }

  private static RegoValue scalar(ScalarNode node) {
    Tag tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      return RegoNull.NULL;
    } else if (tag.equals(Tag.BOOL)) {
      return RegoBoolean.of(node.getValue().equalsIgnoreCase("true"));
    } else if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      try {
        return RegoNumber.parse(node.getValue());
      } catch (NumberFormatException e) {
        return RegoString.of(node.getValue());
      }
    }
    return RegoString.of(node.getValue());
  }
}
