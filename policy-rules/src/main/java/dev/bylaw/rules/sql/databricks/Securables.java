package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.Privilege;
import dev.bylaw.rules.sql.ast.Statement;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.GrantsContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ObjectTypeContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.PrincipalContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.PrincipalsContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.PrivilegeContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.SecurableContext;
import dev.bylaw.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;

/** Securables, privileges and principals. */
final class Securables {
  private final Builders all;

  Securables(Builders all) {
    this.all = all;
  }

  /** One word for one thing: a database is a schema. */
  static String type(Text text, ObjectTypeContext type) {
    String words =
        type.children.stream()
            .map(c -> text.of(c).toUpperCase(Locale.ROOT))
            .filter(w -> !w.equals("LIVE"))
            .collect(Collectors.joining(" "));
    return switch (words) {
      case "DATABASE", "NAMESPACE" -> "SCHEMA";
      case "LOCATION" -> "EXTERNAL LOCATION";
      case "VAR" -> "VARIABLE";
      case "REGISTERED MODEL" -> "MODEL";
      default -> words;
    };
  }

  /** Without a type a securable is a table. */
  String type(SecurableContext securable) {
    return securable.objectType() == null ? "TABLE" : type(all.text, securable.objectType());
  }

  Span typeSpan(SecurableContext securable) {
    return all.text.span(
        securable.objectType() == null ? (ParserRuleContext) securable : securable.objectType());
  }

  Optional<Name> name(SecurableContext securable) {
    return all.names.optional(securable.name());
  }

  List<Identifier> principals(PrincipalsContext principals) {
    return principals.principal().stream().map(this::principal).toList();
  }

  Identifier principal(PrincipalContext principal) {
    if (principal.text() != null) {
      var text = all.text.literal(principal.text());
      return new Identifier(text.value(), text.span());
    }
    if (principal.identifier() == null) {
      return all.text.identifier(principal.templateName());
    }
    Span span = all.text.span(principal.identifier());
    StringBuilder out = new StringBuilder(Literals.name(span.text()));
    for (var word : principal.anyWord()) {
      out.append('.').append(Literals.name(all.text.of(word)));
      span = span.to(all.text.span(word));
    }
    return new Identifier(out.toString(), span);
  }

  Privilege privilege(PrivilegeContext privilege) {
    String name =
        privilege.privilegeWord().stream()
            .map(w -> Literals.name(all.text.of(w)).toUpperCase(Locale.ROOT))
            .collect(Collectors.joining("_"));
    var words = privilege.privilegeWord();
    Span span = all.text.span(words.get(0), words.get(words.size() - 1));
    return new Privilege(name, all.names.identifiers(privilege.names()), span);
  }

  Statement grants(GrantsContext grants) {
    Span span = all.text.span(grants);
    SecurableContext securable = grants.securable();
    boolean role = securable == null;
    return new Statement.Grants(
        grants.getChild(0).getText().toUpperCase(Locale.ROOT),
        grants.privilege().stream().map(this::privilege).toList(),
        role ? "ROLE" : type(securable),
        role ? span : typeSpan(securable),
        role ? Optional.empty() : name(securable),
        principals(grants.principals()),
        grants.OPTION() != null,
        span);
  }
}
