package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.ast.With;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which keys of an object are the same to OPA without a look at values: those that say the same,
 * with elements of sets and entries of objects in any order. Of such entries only the last one is
 * there, and nothing looks at what the others hold.
 */
public final class WrittenKey {
  private WrittenKey() {}

  /** What keys have in common that are the same. */
  public static Object of(Term key) {
    if (key instanceof Scalar s) {
      return s.value();
    } else if (key instanceof Var v) {
      return v.name();
    } else if (key instanceof SetTerm s) {
      return Set.copyOf(all(s.elements()));
    } else if (key instanceof ObjectTerm o) {
      Map<Object, Object> entries = new HashMap<>();
      o.entries().forEach(e -> entries.put(of(e.key()), of(e.value())));
      return entries;
    } else if (key instanceof Call c) {
      return List.of(Call.class, of(c.operator()), all(c.args()));
    } else if (key instanceof Ref r) {
      return List.of(Ref.class, of(r.head()), all(r.path()));
    } else if (key instanceof ArrayTerm a) {
      return all(a.elements());
    } else if (key instanceof TemplateString t) {
      return List.of(TemplateString.class, all(t.parts()));
    }
    Comprehension c = (Comprehension) key;
    return List.of(c.getClass(), all(c.parts()), of(c.body()));
  }

  private static List<Object> all(List<? extends Term> terms) {
    List<Object> out = new ArrayList<>(terms.size());
    for (Term t : terms) {
      out.add(of(t));
    }
    return out;
  }

  private static List<Object> of(Body body) {
    List<Object> out = new ArrayList<>();
    for (Expr e : body.exprs()) {
      List<Object> with = new ArrayList<>();
      for (With w : e.with()) {
        with.add(List.of(of(w.target()), of(w.value())));
      }
      out.add(List.of(e.getClass(), of(e), with));
    }
    return out;
  }

  private static List<Object> of(Expr expr) {
    if (expr instanceof Expr.TermExpr e) {
      return List.of(of(e.term()));
    } else if (expr instanceof Expr.SomeDeclaration e) {
      return all(e.variables());
    } else if (expr instanceof Expr.SomeIn e) {
      return List.of(e.key().map(WrittenKey::of), of(e.value()), of(e.collection()));
    } else if (expr instanceof Expr.Every e) {
      return List.of(e.key().map(WrittenKey::of), of(e.value()), of(e.domain()), of(e.body()));
    } else if (expr instanceof Expr.Not e) {
      return List.of(e.classic(), of(e.body()));
    }
    Expr.Logic e = (Expr.Logic) expr;
    return List.of(e.operator(), of(e.left()), of(e.right()));
  }

  /** The entries of an object that are there, in the order of the text. */
  public static List<ObjectTerm.Entry> last(ObjectTerm object) {
    List<ObjectTerm.Entry> entries = object.entries();
    if (entries.size() < 2) {
      return entries;
    }
    Set<Object> keys = new HashSet<>();
    boolean distinct = true;
    for (ObjectTerm.Entry e : entries) {
      distinct &= keys.add(of(e.key()));
    }
    if (distinct) {
      return entries;
    }
    Map<Object, ObjectTerm.Entry> last = new LinkedHashMap<>();
    for (ObjectTerm.Entry e : entries) {
      Object key = of(e.key());
      last.remove(key);
      last.put(key, e);
    }
    return List.copyOf(last.values());
  }
}
