package dev.bylaw.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "dev.bylaw.rules", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule PACKAGES_IMPORT_DOWNWARDS =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("dev.bylaw.rules..")
          .layer("document")
          .definedBy("dev.bylaw.rules.document")
          .layer("mapping")
          .definedBy("dev.bylaw.rules.mapping")
          .layer("descriptor")
          .definedBy("dev.bylaw.rules.descriptor")
          .layer("infra")
          .definedBy("dev.bylaw.rules.infra")
          .layer("sql")
          .definedBy("dev.bylaw.rules.sql..")
          .layer("clusterpolicy")
          .definedBy("dev.bylaw.rules.clusterpolicy")
          .layer("check")
          .definedBy("dev.bylaw.rules.check")
          .layer("rules")
          .definedBy("dev.bylaw.rules")
          .layer("example")
          .definedBy("dev.bylaw.rules.example")
          .whereLayer("example")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("rules")
          .mayOnlyBeAccessedByLayers("example")
          .whereLayer("check")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("sql")
          .mayOnlyBeAccessedByLayers("rules")
          .whereLayer("sql")
          .mayNotAccessAnyLayer()
          .whereLayer("descriptor")
          .mayOnlyBeAccessedByLayers("check", "rules")
          .whereLayer("infra")
          .mayOnlyBeAccessedByLayers("rules")
          .whereLayer("document")
          .mayOnlyBeAccessedByLayers(
              "mapping", "descriptor", "infra", "clusterpolicy", "check", "rules")
          .whereLayer("clusterpolicy")
          .mayOnlyBeAccessedByLayers("check")
          .whereLayer("mapping")
          .mayOnlyBeAccessedByLayers("descriptor", "infra");

  @ArchTest
  static final ArchRule NO_CYCLES =
      SlicesRuleDefinition.slices().matching("dev.bylaw.rules.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONLY_SQL_KNOWS_ANTLR =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.bylaw.rules.sql.databricks")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.antlr..");

  @ArchTest
  static final ArchRule ONLY_CHECKS_KNOW_THE_VALIDATOR =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.bylaw.rules.check")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.networknt..");

  @ArchTest
  static final ArchRule ONLY_DIALECTS_KNOW_JSQLPARSER =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.bylaw.rules.sql.dialect")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("net.sf.jsqlparser..");

  @ArchTest
  static final ArchRule READERS_KNOW_NO_POLICIES =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.bylaw.rules.check", "dev.bylaw.rules.example")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.bylaw.policy", "dev.bylaw.decision", "dev.bylaw.report");
}
