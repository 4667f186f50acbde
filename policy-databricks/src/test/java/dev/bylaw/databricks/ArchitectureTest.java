package dev.bylaw.databricks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.bylaw", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ONLY_THIS_PACKAGE_KNOWS_THE_SDK =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.bylaw.databricks")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.databricks..");
}
