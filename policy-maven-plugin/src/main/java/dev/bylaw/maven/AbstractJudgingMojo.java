package dev.bylaw.maven;

import dev.bylaw.decision.Question;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.Scope;
import dev.bylaw.rules.InputPaths;
import dev.bylaw.rules.infra.BundleValues;
import dev.bylaw.source.Severity;
import dev.bylaw.source.SourceFile;
import java.io.File;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that judge inputs by a policy set. */
abstract class AbstractJudgingMojo extends AbstractSetMojo {
  /**
   * What is judged: folders, files, and patterns for files such as {@code orders/**}; the project's
   * folder by default. Each may have {@code kinds} of its own.
   */
  @Parameter(property = "policy.inputs")
  private @Nullable List<Input> inputs;

  /** Which kinds of subject are judged, such as {@code warehouse}; all by default. */
  @Parameter(property = "policy.kinds")
  private @Nullable List<String> kinds;

  /** Which files of the inputs are judged, as globs such as {@code sql/**}; all by default. */
  @Parameter(property = "policy.includes")
  private @Nullable List<String> includes;

  /**
   * Parameters for policies, as YAML: {@code {cost/warehouse-size: {max: Medium}}}; they may be
   * tighter than those of the policy set, not weaker.
   */
  @Parameter(property = "policy.parameters")
  private @Nullable String parameters;

  /** The inputs as they were before, such as a check-out of the main branch, laid out alike. */
  @Parameter(property = "policy.previous")
  private @Nullable File previous;

  /** The product of inputs that no descriptor places. */
  @Parameter(property = "policy.product")
  private @Nullable String product;

  /** The domain of inputs that no descriptor places. */
  @Parameter(property = "policy.domain")
  private @Nullable String domain;

  /** The scope of inputs that no descriptor places: a domain, or {@code DOMAIN/PRODUCT}. */
  @Parameter(property = "policy.scope")
  private @Nullable String scope;

  /** The enforcement point: build, provision, pipeline or audit. */
  @Parameter(property = "policy.point", defaultValue = "build")
  private String point = "build";

  /** Findings of this severity, or a worse one, fail the build: error, warning or info. */
  @Parameter(property = "policy.failOnSeverity", defaultValue = "error")
  private String failOnSeverity = "error";

  /** The day by which grace and waivers are judged, as 2027-03-31; today (UTC) by default. */
  @Parameter(property = "policy.asOf")
  private @Nullable String asOf;

  /** Findings that are known and do not block, as {@code policy:baseline} writes them. */
  @Parameter(property = "policy.baseline", defaultValue = "${basedir}/policy-baseline.txt")
  private @Nullable File baseline;

  /** Waivers besides those of the policy set: files, or folders with {@code *.yaml}. */
  @Parameter(property = "policy.waivers")
  private @Nullable List<File> waivers;

  /**
   * Values for references of Databricks bundles that stand in no file, as YAML: {@code {var.size:
   * Small, workspace.current_user.short_name: ann}}. The variables {@code BUNDLE_VAR_...} of the
   * environment count as well.
   */
  @Parameter(property = "policy.bundleValues")
  private @Nullable String bundleValues;

  AbstractJudgingMojo(RepositorySystem system) {
    super(system);
  }

  /** A run over the inputs by one policy set. */
  final PolicyRun policyRun(PolicySetName name) throws MojoExecutionException {
    Scope place =
        InputParameters.scope(
            Optional.ofNullable(scope), Optional.ofNullable(domain), Optional.ofNullable(product));
    return new PolicyRun(
        new PolicyRun.Inputs(
            inputPaths(),
            bundleValues(),
            place.product().or(() -> Optional.ofNullable(product)),
            place.domain(),
            Optional.ofNullable(previous).map(File::toPath)),
        name.with(Optional.ofNullable(parameters)),
        artifacts(),
        Question.at(word("point", point, EnforcementPoint.values()))
            .withBlocking(word("failOnSeverity", failOnSeverity, Severity.values())),
        day(),
        baseline == null ? Optional.empty() : Optional.of(baseline.toPath()),
        waivers == null ? List.of() : waivers.stream().map(File::toPath).toList());
  }

  private InputPaths inputPaths() throws MojoExecutionException {
    return InputParameters.paths(
            base(), inputs == null ? List.of() : inputs, kinds == null ? List.of() : kinds)
        .including(includes == null ? List.of() : includes);
  }

  @Override
  final void watch(Watch watch) throws MojoExecutionException {
    super.watch(watch);
    inputPaths().starts().forEach(start -> watch.read(start, Watched.Kind.INPUTS));
    if (previous != null) {
      watch.read(previous.toPath(), Watched.Kind.INPUTS);
    }
    if (baseline != null) {
      watch.read(baseline.toPath(), Watched.Kind.ALL);
    }
    for (File file : waivers == null ? List.<File>of() : waivers) {
      watch.read(file.toPath(), Watched.Kind.SET);
    }
  }

  private BundleValues bundleValues() {
    BundleValues values = BundleValues.ofEnvironment(System.getenv());
    return bundleValues == null
        ? values
        : values.with(SourceFile.of("policy.bundleValues", bundleValues));
  }

  private Optional<LocalDate> day() throws MojoExecutionException {
    if (asOf == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(asOf.strip()));
    } catch (DateTimeParseException e) {
      throw new MojoExecutionException(
          "found " + asOf + " for asOf, expected a day such as 2027-03-31", e);
    }
  }

  static <E extends Enum<E>> E word(String parameter, String given, E[] values)
      throws MojoExecutionException {
    for (E value : values) {
      if (value.name().equalsIgnoreCase(given.strip())) {
        return value;
      }
    }
    String expected =
        Arrays.stream(values)
            .map(v -> v.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw new MojoExecutionException(
        "found %s for %s, expected one of %s".formatted(given, parameter, expected));
  }
}
