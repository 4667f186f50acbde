package dev.bylaw;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

@AnalyzeClasses(packages = "dev.bylaw", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule PACKAGES_IMPORT_DOWNWARDS =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("dev.bylaw..")
          .withOptionalLayers(true)
          .layer("source")
          .definedBy("dev.bylaw.source")
          .layer("value")
          .definedBy("dev.bylaw.rego.value")
          .layer("ast")
          .definedBy("dev.bylaw.rego.ast")
          .layer("parser")
          .definedBy("dev.bylaw.rego.parser")
          .layer("format")
          .definedBy("dev.bylaw.rego.format")
          .layer("builtin")
          .definedBy("dev.bylaw.rego.builtin")
          .layer("std")
          .definedBy("dev.bylaw.rego.builtin.std")
          .layer("types")
          .definedBy("dev.bylaw.rego.types")
          .layer("observe")
          .definedBy("dev.bylaw.rego.observe")
          .layer("explain")
          .definedBy("dev.bylaw.rego.explain")
          .layer("compiler")
          .definedBy("dev.bylaw.rego.compiler")
          .layer("eval")
          .definedBy("dev.bylaw.rego.eval")
          .layer("rego")
          .definedBy("dev.bylaw.rego")
          .layer("lint")
          .definedBy("dev.bylaw.rego.lint")
          .layer("junit")
          .definedBy("dev.bylaw.junit")
          .layer("subject")
          .definedBy("dev.bylaw.subject")
          .layer("policy")
          .definedBy("dev.bylaw.policy")
          .layer("decision")
          .definedBy("dev.bylaw.decision")
          .layer("report")
          .definedBy("dev.bylaw.report")
          .whereLayer("junit")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("lint")
          .mayOnlyBeAccessedByLayers("policy")
          .whereLayer("report")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("decision")
          .mayOnlyBeAccessedByLayers("report")
          .whereLayer("policy")
          .mayOnlyBeAccessedByLayers("decision", "report")
          .whereLayer("subject")
          .mayOnlyBeAccessedByLayers("policy", "decision", "report")
          .whereLayer("rego")
          .mayOnlyBeAccessedByLayers("lint", "junit", "subject", "policy", "decision", "report")
          .whereLayer("eval")
          .mayOnlyBeAccessedByLayers("rego")
          .whereLayer("explain")
          .mayOnlyBeAccessedByLayers("rego", "policy", "decision", "report")
          .whereLayer("observe")
          .mayOnlyBeAccessedByLayers(
              "explain", "eval", "rego", "lint", "subject", "policy", "decision", "report")
          .whereLayer("compiler")
          .mayOnlyBeAccessedByLayers("eval", "rego")
          .whereLayer("types")
          .mayOnlyBeAccessedByLayers("compiler", "eval", "rego")
          .whereLayer("std")
          .mayOnlyBeAccessedByLayers("rego", "lint")
          .whereLayer("parser")
          .mayOnlyBeAccessedByLayers("std", "rego", "format")
          .whereLayer("format")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule ONLY_THE_PARSER_KNOWS_ANTLR =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.bylaw.rego.parser")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.antlr..");

  @ArchTest
  static final ArchRule ONLY_THE_ENGINE_OF_TESTS_KNOWS_JUNIT =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.bylaw.junit")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.junit..");
}
