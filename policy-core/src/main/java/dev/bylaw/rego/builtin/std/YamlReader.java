package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Limits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads the first document of a YAML text as OPA does: with the booleans and octal numbers of YAML
 * 1.1 and its merge keys; of two entries with one key the last wins.
 */
final class YamlReader {
  private static final String MERGE = "<<";
  private static final Set<Tag> IMPLIED =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, new Tag("!"));
  private static final Set<ScalarStyle> BLOCK = Set.of(ScalarStyle.LITERAL, ScalarStyle.FOLDED);

  private final String text;
  private final IdentityHashMap<Node, RegoValue> known = new IdentityHashMap<>();
  private final IdentityHashMap<Node, Boolean> open = new IdentityHashMap<>();

  private YamlReader(String text) {
    this.text = text;
  }

  static RegoValue read(String text) throws BuiltinException {
    if (text.length() > Limits.DEFAULT.maxBytes()) {
      throw BuiltinException.of("yaml: text is too long");
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setMaxAliasesForCollections(Limits.DEFAULT.maxAliases())
            .setAllowDuplicateKeys(true)
            .setAllowNonScalarKeys(true)
            .setCodePointLimit(Limits.DEFAULT.maxBytes())
            .build();
    try {
      var documents = new Compose(settings).composeAllFromString(text).iterator();
      return documents.hasNext()
          ? new YamlReader(text).value(documents.next(), Limits.DEFAULT.maxNesting())
          : RegoNull.NULL;
    } catch (YamlEngineException e) {
      throw YamlErrors.of(e);
    }
  }

  private RegoValue value(Node node, int depth) throws BuiltinException {
    RegoValue value = known.get(node);
    if (value != null) {
      return value;
    }
    if (depth == 0) {
      throw BuiltinException.of("yaml: document is nested too deeply");
    }
    if (open.put(node, true) != null) {
      String name = node.getAnchor().map(Object::toString).orElse("");
      throw BuiltinException.of("yaml: anchor '" + name + "' value contains itself");
    }
    if (node instanceof ScalarNode scalar) {
      value = scalar(scalar);
    } else if (node instanceof SequenceNode sequence) {
      List<RegoValue> elements = new ArrayList<>();
      for (Node element : sequence.getValue()) {
        elements.add(value(element, depth - 1));
      }
      value = RegoArray.of(elements);
    } else if (node instanceof MappingNode mapping) {
      value = mapping(mapping, depth - 1);
    } else {
      throw BuiltinException.of("yaml: unexpected node");
    }
    open.remove(node);
    known.put(node, value);
    return value;
  }

  private RegoValue scalar(ScalarNode node) throws BuiltinException {
    String value = node.getValue();
    boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
    if (BLOCK.contains(node.getScalarStyle()) && value.endsWith("\n") && endsAbruptly(node)) {
      return RegoString.of(value.substring(0, value.length() - 1));
    }
    String tag = writtenTag(node);
    if (!tag.isEmpty()) {
      return YamlScalars.tagged(tag, value);
    }
    return plain ? YamlScalars.plain(value) : RegoString.of(value);
  }

  /** True if the text ends without a line break, and the node with it. */
  private boolean endsAbruptly(Node node) {
    Optional<Mark> end = node.getEndMark();
    return !text.endsWith("\n")
        && end.isPresent()
        && end.get().getIndex() >= text.codePointCount(0, text.length());
  }

  /** Empty where the tag follows from the text. */
  private static String writtenTag(ScalarNode node) {
    boolean written = node.getStartMark().filter(YamlReader::isTag).isPresent();
    return written || !IMPLIED.contains(node.getTag()) ? node.getTag().getValue() : "";
  }

  private static boolean isTag(Mark mark) {
    return mark.getPointer() < mark.getBuffer().length
        && mark.getBuffer()[mark.getPointer()] == '!';
  }

  private RegoValue mapping(MappingNode node, int depth) throws BuiltinException {
    RegoObject.Builder entries = RegoObject.builder();
    for (NodeTuple entry : node.getValue()) {
      if (isMerge(entry.getKeyNode())) {
        merge(entry.getValueNode(), depth, entries);
      } else {
        entries.put(key(entry.getKeyNode(), depth), value(entry.getValueNode(), depth));
      }
    }
    return entries.build();
  }

  private static boolean isMerge(Node key) {
    return key instanceof ScalarNode scalar
        && scalar.getValue().equals(MERGE)
        && scalar.getScalarStyle() == ScalarStyle.PLAIN;
  }

  /** Of several mappings the first wins. */
  private void merge(Node source, int depth, RegoObject.Builder entries) throws BuiltinException {
    RegoValue value = value(source, depth);
    List<RegoValue> maps =
        new ArrayList<>(value instanceof RegoArray array ? array.toList() : List.of(value));
    Collections.reverse(maps);
    for (RegoValue map : maps) {
      if (!(map instanceof RegoObject object)) {
        throw BuiltinException.of("yaml: map merge requires map or sequence of maps as the value");
      }
      object.toMap().forEach(entries::put);
    }
  }

  private RegoString key(Node node, int depth) throws BuiltinException {
    RegoValue key = value(node, depth);
    if (key instanceof RegoString text) {
      return text;
    } else if (key instanceof RegoArray || key instanceof RegoObject) {
      throw BuiltinException.of("yaml: invalid map key: " + key);
    } else if (key == RegoNull.NULL) {
      throw BuiltinException.of("unsupported map key of type: null");
    }
    return RegoString.of(RegoJson.write(key));
  }
}
