package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Var;
import dev.bylaw.source.Span;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The names of one body, and those of the bodies around it. */
final class Scope {
  /** How a name came up. */
  enum Kind {
    ARGUMENT("declared"),
    /** By {@code some x}. */
    DECLARED("declared"),
    /** By {@code some x in xs}. */
    ITERATED("declared"),
    /** By {@code every}. */
    QUANTIFIED("declared"),
    ASSIGNED("assigned"),
    /** Without a declaration. */
    SEEN("referenced"),
    /** Without a declaration, by {@code print}, which gives no value to it. */
    PRINTED("referenced");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As in {@code var x assigned above}. */
    String word() {
      return word;
    }
  }

  /** A name of this body. */
  static final class Local {
    private final String name;
    private final String unique;
    private final Kind kind;
    private final Span place;
    private boolean used;

    private Local(String name, String unique, Kind kind, Span place) {
      this.name = name;
      this.unique = unique;
      this.kind = kind;
      this.place = place;
    }

    String name() {
      return name;
    }

    String unique() {
      return unique;
    }

    Kind kind() {
      return kind;
    }

    /** Where to say that it is not used. */
    Span place() {
      return place;
    }

    boolean used() {
      return used;
    }

    private boolean isDeclared() {
      return kind != Kind.SEEN && kind != Kind.PRINTED;
    }
  }

  private final @Nullable Scope outer;
  private final boolean transparent;
  private final Map<String, Local> own = new LinkedHashMap<>();
  private final Set<String> later = new HashSet<>();
  private final Set<String> keys = new HashSet<>();
  private final Map<String, String> reserved = new HashMap<>();
  private boolean quantified;
  private boolean closure;

  Scope(@Nullable Scope outer) {
    this(outer, false);
  }

  /** Of the body of an {@code every}. */
  static Scope ofEvery(Scope outer) {
    Scope scope = new Scope(outer);
    scope.quantified = true;
    return scope;
  }

  static Scope ofComprehension(Scope outer) {
    Scope scope = new Scope(outer);
    scope.closure = true;
    return scope;
  }

  /**
   * @param transparent whether names without a declaration are those of the body around this one,
   *     too
   */
  Scope(@Nullable Scope outer, boolean transparent) {
    this.outer = outer;
    this.transparent = transparent;
  }

  /** The declared name that a name stands for here, or null; that is a use of it. */
  @Nullable Local use(String name) {
    Local local = find(name);
    if (local != null) {
      local.used = true;
    }
    return local;
  }

  /** The declared name that a name stands for here, or null. */
  @Nullable Local find(String name) {
    for (Scope s = this; s != null; s = s.outer) {
      Local local = s.own.get(name);
      if (local != null && local.isDeclared()) {
        return local;
      }
    }
    return null;
  }

  /**
   * The scope of an {@code every} that declares a name behind the comprehension or {@code every}
   * that names it, or null. To OPA they are the same variable.
   */
  @Nullable Scope declaringBehind(String name) {
    boolean within = false;
    for (Scope s = this; s != null; s = s.outer) {
      if (within && s.quantified && s.later.contains(name) && !s.own.containsKey(name)) {
        return s;
      }
      within |= s.closure || s.quantified;
    }
    return null;
  }

  /** The name that a variable gets when it is declared here, which may be a new one. */
  String reserve(String name, UnaryOperator<String> unique) {
    return reserved.computeIfAbsent(name, unique);
  }

  boolean isReserved(String name) {
    return reserved.containsKey(name);
  }

  /** What a name is in this very body, or null. */
  @Nullable Local own(String name) {
    return own.get(name);
  }

  Collection<Local> all() {
    return own.values();
  }

  void declare(String name, String unique, Kind kind, Span place) {
    Local local = new Local(name, unique, kind, place);
    local.used = isReserved(name);
    own.put(name, local);
  }

  /** Notes that a name was used without a declaration. */
  void see(Var v) {
    if (transparent && outer != null) {
      outer.see(v);
    }
    own.merge(
        v.name(),
        new Local(v.name(), v.name(), Kind.SEEN, v.span()),
        (known, seen) -> known.kind == Kind.PRINTED ? seen : known);
  }

  /** Notes that a name is printed without a declaration. */
  void print(Var v) {
    own.putIfAbsent(v.name(), new Local(v.name(), v.name(), Kind.PRINTED, v.span()));
  }

  /** Whether a name was used without a declaration, here or around. */
  boolean hasSeen(String name) {
    for (Scope s = this; s != null; s = s.outer) {
      Local local = s.own.get(name);
      if (local != null && local.kind != Kind.PRINTED) {
        return true;
      }
    }
    return false;
  }

  /** Tells the names that the body declares somewhere: before that, too, they are no rules. */
  void expect(Set<String> names) {
    later.addAll(names);
  }

  /** Tells the names in keys on the left of assignments: they are no rules in the body, either. */
  void expectKeys(Set<String> names) {
    keys.addAll(names);
  }

  /** Whether this body, or one around it, declares a name that was not reached yet. */
  boolean expects(String name) {
    for (Scope s = this; s != null; s = s.outer) {
      if (s.later.contains(name) || s.keys.contains(name)) {
        return true;
      }
    }
    return false;
  }
}
