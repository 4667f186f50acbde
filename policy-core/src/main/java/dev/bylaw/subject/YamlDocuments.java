package dev.bylaw.subject;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML with places, from the parser's events, so that every limit is checked as it is met.
 */
final class YamlDocuments {
  private final SourceFile source;
  private final Limits limits;
  private final List<Diagnostic> diagnostics;
  private final int[] units;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private int aliases;
  private long values;

  /** The depth of the deepest collection within the value that is read; it is 1 for a flat one. */
  private int deepest;

  /**
   * What an alias stands for.
   *
   * @param height levels of collections; none for a scalar
   * @param size keys and values, itself included
   */
  private record Anchored(Located value, int height, long size) {}

  YamlDocuments(SourceFile source, Limits limits, List<Diagnostic> diagnostics) {
    this.source = source;
    this.limits = limits;
    this.diagnostics = diagnostics;
    this.units = units(source.text());
  }

  /** Marks count code points, spans UTF-16 units; empty where the two are the same. */
  private static int[] units(String text) {
    int points = text.codePointCount(0, text.length());
    if (points == text.length()) {
      return new int[0];
    }
    int[] units = new int[points + 1];
    for (int i = 0, at = 0; i < points; i++) {
      units[i] = at;
      at += Character.charCount(text.codePointAt(at));
      units[i + 1] = at;
    }
    return units;
  }

  /** The end of the last event whose place was asked for. */
  private int reached;

  List<Located> read() {
    List<Located> documents = new ArrayList<>();
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source.name())
            .setCodePointLimit(limits.maxBytes())
            .setUseMarks(true)
            .build();
    try {
      Iterator<Event> events = new Parse(settings).parseString(source.text()).iterator();
      while (events.hasNext()) {
        Event event = events.next();
        if (event.getEventId() == Event.ID.DocumentStart) {
          anchors.clear();
          Event first = events.next();
          boolean empty = first instanceof ScalarEvent s && s.getValue().isEmpty() && s.isPlain();
          if (!empty) {
            documents.add(value(first, events, 1));
          }
        }
      }
      return documents;
    } catch (Stop e) {
      diagnostics.add(e.diagnostic);
    } catch (MarkedYamlEngineException e) {
      notYaml(offset(e.getProblemMark()), e.getProblem() + context(e));
    } catch (ReaderException e) {
      int at = Math.max(0, source.text().indexOf(e.getCodePoint()));
      notYaml(at, "it has no character U+%04X".formatted(e.getCodePoint()));
    } catch (YamlEngineException e) {
      notYaml(0, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      // so the parser answers an escape such as x or u without digits behind it
      notYaml(reached, "an escape in the text behind this place stands for no character");
    }
    return List.of();
  }

  private void notYaml(int at, String problem) {
    diagnostics.add(
        Diagnostic.error("document_syntax", source.span(at, at), "this is not YAML: " + problem));
  }

  /** What the parser was at, if that began further up. */
  private static String context(MarkedYamlEngineException e) {
    int problem = e.getProblemMark().map(Mark::getLine).orElse(0);
    return e.getContextMark()
        .map(Mark::getLine)
        .filter(line -> line < problem && e.getContext() != null)
        .map(line -> ", " + e.getContext() + " that starts in line " + (line + 1))
        .orElse("");
  }

  private int offset(Mark mark) {
    int at =
        Math.min(mark.getIndex(), units.length == 0 ? source.text().length() : units.length - 1);
    return units.length == 0 ? at : units[at];
  }

  private int offset(Optional<Mark> mark) {
    return mark.map(this::offset).orElse(0);
  }

  private Span span(Event event) {
    reached = offset(event.getEndMark());
    return source.span(offset(event.getStartMark()), reached);
  }

  /**
   * Reads a value.
   *
   * @param depth that a collection has here; 1 for a document
   */
  private Located value(Event event, Iterator<Event> events, int depth) {
    if (event instanceof AliasEvent alias) {
      return alias(alias, depth);
    }
    int outside = deepest;
    long before = values;
    deepest = depth - 1;
    count(1, event);
    Located value = event instanceof ScalarEvent s ? scalar(s) : collection(event, events, depth);
    Anchored anchored = new Anchored(value, deepest - depth + 1, values - before);
    ((NodeEvent) event).getAnchor().ifPresent(a -> anchors.put(a, anchored));
    deepest = Math.max(outside, deepest);
    return value;
  }

  private Located scalar(ScalarEvent s) {
    boolean typed = s.isPlain() && s.getTag().isEmpty();
    return new Located.Scalar(
        typed ? CoreSchema.resolve(s.getValue()) : RegoString.of(s.getValue()), span(s));
  }

  private Located collection(Event event, Iterator<Event> events, int depth) {
    descend(depth, event);
    return event instanceof SequenceStartEvent
        ? sequence(event, events, depth)
        : mapping((MappingStartEvent) event, events, depth);
  }

  private Located alias(AliasEvent alias, int depth) {
    Anchored anchored = anchors.get(alias.getAlias());
    if (anchored == null) {
      throw new Stop(
          Diagnostic.error(
              "document_syntax",
              span(alias),
              "there is no anchor &" + alias.getAlias().getValue() + " before this alias"));
    }
    if (++aliases > limits.maxAliases()) {
      throw new Stop(
          Diagnostic.error(
              "document_too_many_aliases",
              span(alias),
              "the file uses more aliases than the limit of " + limits.maxAliases()));
    }
    descend(depth - 1 + anchored.height, alias);
    count(anchored.size, alias);
    return anchored.value;
  }

  private void descend(int depth, Event event) {
    if (depth > limits.maxNesting()) {
      throw new Stop(JsonDocuments.tooDeep(span(event), limits));
    }
    deepest = Math.max(deepest, depth);
  }

  private void count(long more, Event event) {
    values += more;
    if (values > limits.maxValues()) {
      throw new Stop(JsonDocuments.tooManyValues(span(event), limits));
    }
  }

  private Located sequence(Event start, Iterator<Event> events, int depth) {
    List<Located> elements = new ArrayList<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      elements.add(value(event, events, depth + 1));
      event = events.next();
    }
    return new Located.Array(elements, whole(start, event));
  }

  private Span whole(Event start, Event end) {
    int from = offset(start.getStartMark());
    int to = Math.max(from, offset(end.getEndMark()));
    String text = source.text();
    // a block collection's end mark stands before the next token; the collection ends with its last
    // text
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return source.span(from, to);
  }

  private Located mapping(MappingStartEvent start, Iterator<Event> events, int depth) {
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    List<Located> merged = new ArrayList<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      Span keySpan = span(event);
      Located key = value(event, events, depth + 1);
      Located value = value(events.next(), events, depth + 1);
      if (!(key instanceof Located.Scalar s)) {
        diagnostics.add(
            Diagnostic.error(
                "document_key", keySpan, "found a collection as a key, expected a text"));
      } else if (event instanceof ScalarEvent e && e.isPlain() && e.getValue().equals("<<")) {
        merged.add(value);
      } else {
        String name = s.value() instanceof RegoString t ? t.value() : keySpan.text();
        Located.Entry before = entries.putIfAbsent(name, new Located.Entry(keySpan, value));
        if (before != null) {
          diagnostics.add(duplicate(name, keySpan, before.keySpan()));
        }
      }
      event = events.next();
    }
    merged.forEach(m -> merge(m, entries));
    return new Located.Object(entries, whole(start, event));
  }

  /** What stands in the mapping itself wins over what is merged into it. */
  private static void merge(Located from, Map<String, Located.Entry> into) {
    if (from instanceof Located.Object o) {
      o.entries().forEach(into::putIfAbsent);
    } else if (from instanceof Located.Array a) {
      a.elements().forEach(e -> merge(e, into));
    }
  }

  static Diagnostic duplicate(String key, Span second, Span first) {
    return Diagnostic.error(
        "document_duplicate_key",
        second,
        "the key " + key + " stands here a second time, first in line " + first.line());
  }

  /** Leaves the recursion. */
  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Diagnostic diagnostic;

    Stop(Diagnostic diagnostic) {
      super(diagnostic.message(), null, false, false);
      this.diagnostic = diagnostic;
    }
  }
}
