package dev.bylaw.rego.parser;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Limits;
import dev.bylaw.source.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.ComposerException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The YAML of a metadata block, each value with its place in the module. */
final class MetadataYaml {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new CoreSchema())
          .setAllowDuplicateKeys(true) // told apart here, in OPA's words
          .setMaxAliasesForCollections(100)
          .build();

  private final CommentBlock block;
  private final Map<String, Span> places = new HashMap<>();
  private final Map<String, Node> fields = new LinkedHashMap<>();

  MetadataYaml(CommentBlock block) throws MetadataException {
    this.block = block;
    places.put("", block.span());
    Node root = root();
    if (!(root instanceof MappingNode mapping)) {
      throw mismatch(root, "ast.rawAnnotation");
    }
    for (NodeTuple tuple : mapping.getValue()) {
      fields.put(key(tuple), tuple.getValueNode());
    }
    checkKeys(mapping);
  }

  private Node root() throws MetadataException {
    try {
      return new Levels(block.yaml())
          .getSingleNode()
          .orElseThrow(
              () ->
                  new MetadataException(
                      block.start().span(), "expected METADATA block, found whitespace"));
    } catch (MarkedYamlEngineException e) {
      throw YamlErrors.of(block, e);
    } catch (YamlEngineException | IllegalArgumentException e) {
      throw YamlErrors.unreadable(block, e); // an escape that stands for no character is the latter
    }
  }

  /** Calls itself for each level, of which there may be only so many. */
  private static final class Levels extends Composer {
    private int open;

    private Levels(String yaml) {
      super(SETTINGS, new ParserImpl(SETTINGS, new StreamReader(SETTINGS, yaml)));
    }

    @Override
    protected SequenceNode composeSequenceNode(Optional<Anchor> anchor) {
      enter();
      SequenceNode node = super.composeSequenceNode(anchor);
      open--;
      return node;
    }

    @Override
    protected Node composeMappingNode(Optional<Anchor> anchor) {
      enter();
      Node node = super.composeMappingNode(anchor);
      open--;
      return node;
    }

    private void enter() {
      int limit = Limits.DEFAULT.maxNesting();
      if (++open > limit) {
        throw new ComposerException(
            "nests more than " + limit + " levels", parser.peekEvent().getStartMark());
      }
    }
  }

  private void checkKeys(MappingNode mapping) throws MetadataException {
    Map<String, Integer> lines = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      int line = line(tuple.getKeyNode());
      Integer first = lines.putIfAbsent(key(tuple), line);
      if (first != null) {
        String text = "mapping key \"" + key(tuple) + "\" already defined at line " + (first + 1);
        throw YamlErrors.unmarshal(block, line, text);
      }
    }
  }

  private static String key(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode s
        ? s.getValue()
        : tuple.getKeyNode().toString();
  }

  private static int line(Node node) {
    return node.getStartMark().map(m -> m.getLine()).orElse(0);
  }

  CommentBlock block() {
    return block;
  }

  /** The fields at the top, by name. */
  Map<String, Node> fields() {
    return fields;
  }

  /** By JSON pointer, those of the values asked for so far. */
  Map<String, Span> places() {
    return places;
  }

  /** A value is not of the type that a field has, for example {@code []string}. */
  MetadataException mismatch(Node node, String type) {
    String found = "!!map";
    if (node instanceof SequenceNode) {
      found = "!!seq";
    } else if (node instanceof ScalarNode s) {
      String text =
          s.getValue().length() > 10 ? s.getValue().substring(0, 7) + "..." : s.getValue();
      String tag = s.getTag().getValue();
      found = "!!" + tag.substring(tag.lastIndexOf(':') + 1) + " `" + text + "`";
    }
    return YamlErrors.unmarshal(block, line(node), "cannot unmarshal " + found + " into " + type);
  }

  /** The value of a node; its place is remembered under the pointer. */
  RegoValue value(Node node, String pointer) {
    places.put(pointer, place(node));
    if (node instanceof MappingNode mapping) {
      RegoObject.Builder out = RegoObject.builder();
      for (NodeTuple tuple : mapping.getValue()) {
        String key = key(tuple);
        String below = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
        out.put(key, value(tuple.getValueNode(), below));
      }
      return out.build();
    } else if (node instanceof SequenceNode sequence) {
      List<RegoValue> out = new ArrayList<>();
      for (Node child : sequence.getValue()) {
        out.add(value(child, pointer + "/" + out.size()));
      }
      return RegoArray.of(out);
    }
    return scalar((ScalarNode) node);
  }

  /** Cut at the end of the node, where that is in the same line. */
  private Span place(Node node) {
    Mark from = node.getStartMark().orElse(null);
    Span start = from == null ? block.span() : block.place(from.getLine(), from.getColumn());
    Mark to = node.getEndMark().orElse(null);
    if (to == null || to.getLine() >= block.lines().size()) {
      return start;
    }
    Span end = block.place(to.getLine(), to.getColumn());
    return end.line() == start.line() && end.start() > start.start()
        ? start.source().span(start.start(), end.start())
        : start;
  }

  private static RegoValue scalar(ScalarNode node) {
    Tag tag = node.getTag();
    String text = node.getValue();
    try {
      if (tag.equals(Tag.NULL)) {
        return RegoNull.NULL;
      } else if (tag.equals(Tag.BOOL)) {
        return RegoBoolean.of(text.equalsIgnoreCase("true"));
      } else if (tag.equals(Tag.INT)) {
        return RegoNumber.of(whole(text));
      } else if (tag.equals(Tag.FLOAT)) {
        return RegoNumber.of(new BigDecimal(text));
      }
    } catch (NumberFormatException e) {
      return RegoString.of(text); // .inf and .nan are no numbers of Rego
    }
    return RegoString.of(text);
  }

  private static BigInteger whole(String text) {
    if (text.startsWith("0x")) {
      return new BigInteger(text.substring(2), 16);
    }
    return text.startsWith("0o")
        ? new BigInteger(text.substring(2), 8)
        : new BigInteger(text.startsWith("+") ? text.substring(1) : text);
  }
}
