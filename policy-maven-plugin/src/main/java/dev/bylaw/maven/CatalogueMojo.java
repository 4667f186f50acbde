package dev.bylaw.maven;

import dev.bylaw.policy.PolicySet;
import dev.bylaw.report.Example;
import dev.bylaw.report.PolicyPages;
import dev.bylaw.rules.example.RuleExamples;
import java.io.File;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Writes a page for each policy of a set, and an index of them, as Markdown. */
@Mojo(name = "catalogue", requiresProject = false, threadSafe = true)
public final class CatalogueMojo extends AbstractSetMojo {
  /** Where the pages are written. */
  @Parameter(
      property = "policy.catalogue.folder",
      defaultValue = "${project.build.directory}/policy/catalogue")
  private @Nullable File folder;

  /** For Maven. */
  @Inject
  public CatalogueMojo(RepositorySystem system) {
    super(system);
  }

  @Override
  void execute(PolicySetName name) throws MojoExecutionException {
    if (folder == null) {
      throw new MojoExecutionException("no folder: name it by -Dpolicy.catalogue.folder=DIR");
    }
    PolicySet set = load(name);
    Map<String, List<Example>> examples = new HashMap<>(RuleExamples.of(set.policies()));
    name.path()
        .filter(Files::isDirectory)
        .ifPresent(path -> examples.putAll(Example.read(path, set.policies())));
    Map<String, String> pages = PolicyPages.of(set, examples, LocalDate.now(ZoneOffset.UTC));
    for (Map.Entry<String, String> page : pages.entrySet()) {
      write(folder.toPath().resolve(page.getKey()), page.getValue());
    }
    getLog().info("wrote " + pages.size() + " pages to " + folder);
  }
}
