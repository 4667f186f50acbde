package dev.bylaw.maven;

import dev.bylaw.decision.Decision;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.report.Report;
import dev.bylaw.report.ReportFormat;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.DiagnosticRenderer;
import dev.bylaw.source.InputException;
import dev.bylaw.source.Severity;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Judges data products, contracts, SQL and configurations by a policy set. Fails the build on
 * findings; an input or a policy set that cannot be used is an error of the build.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class CheckMojo extends AbstractPolicyMojo {
  @Parameter(defaultValue = "${project}", readonly = true)
  private @Nullable MavenProject project;

  /** What is judged: a folder, or a file. */
  @Parameter(property = "policy.inputs", defaultValue = "${basedir}")
  private @Nullable File inputs;

  /** Which files of the folder are inputs, as globs such as {@code sql/**}; all by default. */
  @Parameter(property = "policy.includes")
  private @Nullable List<String> includes;

  /** The folder of the policy set that judges. */
  @Parameter(property = "policy.set")
  private @Nullable File policySet;

  /** The enforcement point: build, provision, pipeline or audit. */
  @Parameter(property = "policy.point", defaultValue = "build")
  private String point = "build";

  /** Findings of this severity, or a worse one, fail the build: error, warning or info. */
  @Parameter(property = "policy.failOnSeverity", defaultValue = "error")
  private String failOnSeverity = "error";

  /** Whether inputs without anything to judge are an error. */
  @Parameter(property = "policy.failIfNoSubjects", defaultValue = "true")
  private boolean failIfNoSubjects;

  /**
   * Where the decision is written as JSON. Within a project that is {@code
   * target/policy/decision.json} by default; without one, nothing is written by default.
   */
  @Parameter(property = "policy.reportFile")
  private @Nullable File reportFile;

  /** For Maven. */
  public CheckMojo() {}

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    Optional<Report> report;
    try {
      report = policyRun().report();
    } catch (InputException e) {
      e.diagnostics().forEach(this::log);
      throw new MojoExecutionException(unusable(e.diagnostics()));
    }
    if (report.isEmpty()) {
      getLog().info("nothing to judge in " + inputs);
      return;
    }
    publish(report.get());
    Decision decision = report.get().decision();
    if (!decision.isAllowed()) {
      throw new MojoFailureException(denied(decision));
    }
  }

  private PolicyRun policyRun() throws MojoExecutionException {
    if (inputs == null) {
      throw new MojoExecutionException("no inputs: set -Dpolicy.inputs=FOLDER");
    }
    if (policySet == null) {
      throw new MojoExecutionException(
          "no policy set: name its folder, as <policySet>../governance-council</policySet> in the"
              + " plugin's configuration or as -Dpolicy.set=../governance-council");
    }
    return new PolicyRun(
        inputs.toPath(),
        includes == null ? List.of() : includes,
        policySet.toPath(),
        word("point", point, EnforcementPoint.values()),
        word("failOnSeverity", failOnSeverity, Severity.values()),
        !failIfNoSubjects);
  }

  private static <E extends Enum<E>> E word(String parameter, String given, E[] values)
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

  private void publish(Report report) throws MojoExecutionException {
    StringWriter text = new StringWriter();
    try {
      ReportFormat.CONSOLE.write(report, text);
      Optional<Path> file = reportFile();
      if (file.isPresent()) {
        Files.createDirectories(file.get().toAbsolutePath().getParent());
        try (Writer out = Files.newBufferedWriter(file.get(), StandardCharsets.UTF_8)) {
          ReportFormat.JSON.write(report, out);
        }
      }
    } catch (IOException e) {
      throw new MojoExecutionException("the report cannot be written: " + e, e);
    }
    Consumer<String> out =
        report.decision().isAllowed() ? s -> getLog().info(s) : s -> getLog().error(s);
    text.toString().lines().forEach(out);
  }

  private Optional<Path> reportFile() {
    if (reportFile != null) {
      return Optional.of(reportFile.toPath());
    }
    return Optional.ofNullable(project)
        .filter(p -> p.getFile() != null)
        .map(p -> Path.of(p.getBuild().getDirectory(), "policy", "decision.json"));
  }

  private void log(Diagnostic diagnostic) {
    Consumer<String> out = diagnostic.isError() ? s -> getLog().error(s) : s -> getLog().warn(s);
    DiagnosticRenderer.render(diagnostic).lines().forEach(out);
  }

  private static String unusable(List<Diagnostic> diagnostics) {
    long errors = diagnostics.stream().filter(Diagnostic::isError).count();
    return errors == 1
        ? "nothing was judged: 1 problem with the configuration or the inputs, see above"
        : "nothing was judged: %d problems with the configuration or the inputs, see above"
            .formatted(errors);
  }

  private String denied(Decision decision) {
    String where = reportFile().map(f -> "; as JSON: " + f).orElse("");
    return "denied by %s %s: %d findings%s, see above%s"
        .formatted(
            decision.policySet().name(),
            decision.policySet().version(),
            decision.findings().size(),
            decision.errors().isEmpty() ? "" : ", " + decision.errors().size() + " errors",
            where);
  }
}
