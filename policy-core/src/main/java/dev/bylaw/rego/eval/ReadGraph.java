package dev.bylaw.rego.eval;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinRegistry;
import dev.bylaw.rego.compiler.Dependencies;
import dev.bylaw.rego.compiler.PrintCalls;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which rules read what, through other rules too. Answers two questions: which results stay valid
 * when {@code with} replaces something, and which depend on nothing but the program and its data.
 * Written while a program is planned, only read afterwards.
 */
final class ReadGraph {
  private final NavigableMap<String, Integer> byPath = new TreeMap<>();
  private final List<Dependencies> own = new ArrayList<>();
  private final Map<Integer, BitSet> readers = new HashMap<>();

  /** The number of a name, given out in order. */
  int id(List<String> path) {
    Integer id = byPath.putIfAbsent(key(path), own.size());
    if (id != null) {
      return id;
    }
    own.add(new Dependencies());
    return own.size() - 1;
  }

  int size() {
    return own.size();
  }

  Dependencies reads(int id) {
    return own.get(id);
  }

  /** To be called when all rules are there. */
  void finish() {
    for (int id = 0; id < own.size(); id++) {
      for (List<String> path : own.get(id).data()) {
        for (int target : named(path)) {
          readers.computeIfAbsent(target, k -> new BitSet()).set(id);
        }
      }
    }
  }

  /** The rule that a path leads to or through, or else all rules below it. */
  private Iterable<Integer> named(List<String> path) {
    for (int i = path.size(); i > 0; i--) {
      Integer id = byPath.get(key(path.subList(0, i)));
      if (id != null) {
        return List.of(id);
      }
    }
    String prefix = path.isEmpty() ? "" : key(path);
    return byPath.subMap(prefix, prefix + Character.MAX_VALUE).values();
  }

  /** Ends with a separator, so that one name is never the beginning of another. */
  private static String key(List<String> path) {
    return String.join("\0", path) + "\0";
  }

  /** Rules whose value depends on a part of the input. */
  BitSet ofInput(List<String> path) {
    BitSet direct = new BitSet();
    for (int id = 0; id < own.size(); id++) {
      direct.set(id, overlaps(own.get(id).input(), path));
    }
    return through(direct);
  }

  /** Rules whose value depends on what is at or below a path of {@code data}, or on parts of it. */
  BitSet ofData(List<String> path) {
    BitSet direct = new BitSet();
    for (int id = 0; id < own.size(); id++) {
      direct.set(id, overlaps(own.get(id).data(), path));
    }
    return through(direct);
  }

  BitSet ofBuiltin(String name) {
    BitSet direct = new BitSet();
    for (int id = 0; id < own.size(); id++) {
      direct.set(id, own.get(id).builtins().contains(name));
    }
    return through(direct);
  }

  /** Rules whose value may differ from query to query. */
  BitSet varying(BuiltinRegistry registry) {
    BitSet direct = new BitSet();
    for (int id = 0; id < own.size(); id++) {
      Dependencies reads = own.get(id);
      direct.set(id, !reads.input().isEmpty() || isOutside(reads.builtins(), registry));
    }
    return through(direct);
  }

  private static boolean isOutside(Set<String> builtins, BuiltinRegistry registry) {
    for (String name : builtins) {
      Optional<Builtin> builtin = registry.find(name);
      if (name.equals(PrintCalls.NAME)
          || (builtin.isPresent()
              && builtin.get().traits().contains(Builtin.Trait.NONDETERMINISTIC))) {
        return true;
      }
    }
    return false;
  }

  private static boolean overlaps(Set<List<String>> paths, List<String> path) {
    for (List<String> p : paths) {
      int common = Math.min(p.size(), path.size());
      if (p.subList(0, common).equals(path.subList(0, common))) {
        return true;
      }
    }
    return false;
  }

  private BitSet through(BitSet direct) {
    BitSet all = (BitSet) direct.clone();
    Deque<Integer> open = new ArrayDeque<>();
    for (int id = direct.nextSetBit(0); id >= 0; id = direct.nextSetBit(id + 1)) {
      open.add(id);
    }
    while (!open.isEmpty()) {
      BitSet next = readers.getOrDefault(open.pop(), NONE);
      for (int id = next.nextSetBit(0); id >= 0; id = next.nextSetBit(id + 1)) {
        if (!all.get(id)) {
          all.set(id);
          open.push(id);
        }
      }
    }
    return all;
  }

  private static final BitSet NONE = new BitSet();
}
