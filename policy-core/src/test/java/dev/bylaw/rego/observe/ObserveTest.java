package dev.bylaw.rego.observe;

import dev.bylaw.Golden;
import dev.bylaw.rego.value.RegoJson;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What listeners make of the policies below {@code rego/observe}. */
class ObserveTest {
  static List<Path> cases() {
    return Golden.cases("rego/observe");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsObserved(Path folder) throws IOException, ParseException {
    Observed observed = Observed.run(folder);
    Golden.check(folder.resolve("full.txt"), observed.full.text());
    Golden.check(folder.resolve("notes.txt"), observed.notes.text());
    Golden.check(folder.resolve("fails.txt"), observed.fails.text());
    Golden.check(folder.resolve("printed.txt"), observed.printed.toString());
    Golden.check(folder.resolve("profile.txt"), observed.profile.report().toText());
    CoverageReport coverage = observed.coverage.report(observed.program.modules());
    Golden.check(
        folder.resolve("coverage.json"),
        RegoJson.writeIndented(coverage.toJson(), "", "  ") + "\n");
  }
}
