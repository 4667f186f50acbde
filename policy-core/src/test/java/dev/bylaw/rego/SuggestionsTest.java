package dev.bylaw.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bylaw.rego.compiler.Schemas;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OPA's text comes first; what may have been meant stands behind it. */
class SuggestionsTest {
  private static final String HELPERS =
      "package lib.helpers\n\nis_admin(user) if user.role == \"admin\"\nlimit := 3\n";

  private static String problem(RegoCompiler compiler, String rules) {
    InputException e =
        catchThrowableOfType(
            InputException.class,
            () ->
                compiler
                    .module(SourceFile.of("helpers.rego", HELPERS))
                    .module(SourceFile.of("p.rego", "package p\n" + rules))
                    .compile());
    return e.diagnostics().get(0).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        // a rule
        "is_owner := true; allow if is_ownr"
            + "~3:10: rego_unsafe_var_error: var is_ownr is unsafe (did you mean is_owner?)",
        "limits := [1]; allow if input.x in limts"
            + "~3:10: rego_unsafe_var_error: var limts is unsafe (did you mean limits?)",
        // a built-in
        "allow if cuont(input.xs) > 1"
            + "~2:10: rego_type_error: undefined function cuont (did you mean count?)",
        "allow if strings.revers(input.x) == 'a'"
            + "~2:10: rego_type_error: undefined function strings.revers"
            + " (did you mean strings.reverse?)",
        "allow if start_with(input.x, 'a')"
            + "~2:10: rego_type_error: undefined function start_with (did you mean startswith?)",
        // a function
        "is_big(x) if x > 3; allow if is_bgi(input.x)"
            + "~3:10: rego_type_error: undefined function is_bgi (did you mean is_big?)",
        // a package
        "allow if data.lib.helpers.is_admn(input.user)"
            + "~2:10: rego_type_error: undefined function data.lib.helpers.is_admn"
            + " (did you mean data.lib.helpers.is_admin?)",
        "allow if data.lib.helprs.is_admin(input.user)"
            + "~2:10: rego_type_error: undefined function data.lib.helprs.is_admin"
            + " (did you mean data.lib.helpers.is_admin?)",
        // an import
        "import data.lib.helprs; allow if helprs.is_admin(input.user)"
            + "~3:10: rego_type_error: undefined function data.lib.helprs.is_admin"
            + " (did you mean data.lib.helpers.is_admin?)",
        "import data.lib.helpers; allow if helprs.is_admin(input.user)"
            + "~3:10: rego_type_error: undefined function helprs.is_admin"
            + " (did you mean helpers.is_admin?)",
        "import data.lib.helpers; allow if helprs.limit > 1"
            + "~3:10: rego_unsafe_var_error: var helprs is unsafe (did you mean helpers?)",
        // a call that OPA makes without a value
        "allow if { [v, w] = [1, count({v})]; w > v }"
            + "~2:12: rego_unsafe_var_error: var v is unsafe"
            + " (OPA accepts this, and makes a call without a value; bind its arguments before it)",
        "allow if { input.xs[v] == upper(v); 1 = 1 }"
            + "~2:12: rego_unsafe_var_error: var v is unsafe"
            + " (OPA accepts this, and makes a call without a value; bind its arguments before it)",
        "allow if { input.xs[v] == upper(v) }~2:12: rego_unsafe_var_error: var v is unsafe",
        // nothing is close
        "allow if wholly_other(1)~2:10: rego_type_error: undefined function wholly_other",
      })
  void names(String rules, String problem) {
    assertThat(problem(new RegoCompiler(), rules.replace("; ", "\n").replace('\'', '"')))
        .isEqualTo("p.rego:" + problem);
  }

  @Test
  void pathsBelowASchema() throws ParseException {
    String schema =
        """
        {"type": "object", "properties": {"product": {"type": "object", "properties":
          {"owner": {"type": "string"}, "domain": {"type": "string"}}}}}
        """;
    Schemas schemas = Schemas.NONE.withInput(RegoJson.parse(schema));
    assertThat(
            problem(
                new RegoCompiler().schemas(schemas),
                "allow if input.product.ownr == 'a'".replace('\'', '"')))
        .startsWith("p.rego:2:10: rego_type_error: undefined ref: input.product.ownr\n")
        .endsWith(
            "have: \"ownr\"\n\t              want (one of): [\"domain\" \"owner\"]"
                + " (did you mean owner?)");
  }

  @Test
  void partsOfARule() {
    assertThat(problem(new RegoCompiler(), "sizes := {\"small\": 1}\nallow if sizes.smal > 1"))
        .endsWith("want (one of): [\"small\"] (did you mean small?)");
  }
}
