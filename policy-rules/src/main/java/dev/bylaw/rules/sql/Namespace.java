package dev.bylaw.rules.sql;

import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The catalog and schema that a script stands in, which its USE statements change. */
final class Namespace {
  private static final Set<String> WITHOUT_CATALOG =
      Set.of(
          "CATALOG",
          "METASTORE",
          "SHARE",
          "RECIPIENT",
          "PROVIDER",
          "CONNECTION",
          "SERVER",
          "EXTERNAL LOCATION",
          "CREDENTIAL",
          "STORAGE CREDENTIAL",
          "SERVICE CREDENTIAL",
          "CLEAN ROOM",
          "ROLE",
          "GROUP",
          "VARIABLE",
          "COLUMN",
          "POLICY");

  private @Nullable String catalog;
  private @Nullable String schema;

  /** Follows a statement if it is a USE. */
  void follow(Statement.Command command) {
    if (!command.kind().startsWith("USE") && !command.kind().equals("SET CATALOG")) {
      return;
    }
    List<String> parts =
        command
            .target()
            .map(n -> n.parts().stream().map(Identifier::text).toList())
            .orElseGet(() -> texts(command));
    if (parts.isEmpty()) {
      return;
    }
    if (command.kind().endsWith("CATALOG")) {
      catalog = parts.get(0);
      schema = null;
    } else {
      catalog = parts.size() > 1 ? parts.get(0) : catalog;
      schema = parts.get(parts.size() - 1);
    }
  }

  private static List<String> texts(Statement.Command command) {
    return command.parts().stream()
        .flatMap(p -> p instanceof Expression.Literal l ? Stream.of(l.value()) : Stream.empty())
        .toList();
  }

  /** How many parts the full name of an object has. */
  static int levels(String type) {
    return WITHOUT_CATALOG.contains(type) ? 1 : type.equals("SCHEMA") ? 2 : 3;
  }

  /** The full name, as far as the script says: empty where a catalog or schema is not known. */
  Optional<String> resolve(Name name, String type) {
    int levels = levels(type);
    int missing = levels - name.parts().size();
    if (isPath(name) || missing <= 0 || name.computed().isPresent()) {
      return Optional.of(name.text());
    }
    if (catalog == null || (missing == 2 && schema == null)) {
      return Optional.empty();
    }
    String before = missing == 2 ? catalog + "." + schema : catalog;
    return Optional.of(before + "." + name.text());
  }

  /** Files are read and written as {@code delta.`/mnt/x`}, or as the path alone. */
  static boolean isPath(Name name) {
    return name.last().text().contains("/");
  }

  /** What names are compared by. */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
