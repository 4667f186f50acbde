package dev.bylaw.rules.infra;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The references of a planned resource, which take the places of empty values in its state. */
final class StateReferences {
  /** Of the elements of one list. */
  private static final int MAX_KEYS = 8;

  private final Map<String, StateReferences> below = new HashMap<>();
  private final List<Located.Entry> here = new ArrayList<>();

  /** Adds a reference by its path; false where that is none. */
  boolean add(String path, Located.Entry reference) {
    Optional<List<String>> steps = StatePath.steps(path);
    steps.ifPresent(
        all -> {
          StateReferences at = this;
          for (String step : all) {
            at = at.below.computeIfAbsent(step, s -> new StateReferences());
          }
          at.here.add(reference);
        });
    return steps.isPresent();
  }

  /** The state with all references that it has a place for; those are then forgotten. */
  Located in(Located state) {
    if (!here.isEmpty()) {
      Located value = here.get(here.size() - 1).value();
      here.clear();
      return value;
    } else if (below.isEmpty()) {
      return state;
    } else if (state instanceof Located.Object object) {
      return fields(object);
    }
    return state instanceof Located.Array list ? elements(list) : state;
  }

  private Located fields(Located.Object object) {
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    object
        .entries()
        .forEach(
            (key, entry) -> {
              StateReferences references = below.get(key);
              entries.put(
                  key,
                  references == null
                      ? entry
                      : new Located.Entry(entry.keySpan(), references.in(entry.value())));
            });
    for (String key : new TreeSet<>(below.keySet())) {
      StateReferences references = below.getOrDefault(key, this);
      if (!entries.containsKey(key) && !references.here.isEmpty()) {
        entries.put(key, references.here.remove(references.here.size() - 1));
      }
    }
    return new Located.Object(entries, object.span());
  }

  private Located elements(Located.Array list) {
    List<String> keys =
        below.keySet().stream()
            .flatMap(step -> StatePath.key(step).stream())
            .distinct()
            .limit(MAX_KEYS)
            .toList();
    List<Located> elements = new ArrayList<>();
    for (Located element : list.elements()) {
      Located changed = at("[" + elements.size() + "]", element);
      for (String key : keys) {
        changed =
            element.child(RegoString.of(key)).orElse(element).value() instanceof RegoString text
                ? at("[" + key + "='" + text.value() + "']", changed)
                : changed;
      }
      elements.add(changed);
    }
    return new Located.Array(elements, list.span());
  }

  private Located at(String step, Located element) {
    StateReferences references = below.get(step);
    return references == null ? element : references.in(element);
  }

  /** Those that had no place. */
  List<Located.Entry> left() {
    List<Located.Entry> left = new ArrayList<>(here);
    below.values().forEach(references -> left.addAll(references.left()));
    return left;
  }
}
