package dev.bylaw.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Uses the page as people do, in Chromium without a window. Skipped where no chromedriver is
 * installed (Debian: {@code apt-get install chromium chromium-driver}). {@code -Dpage.screenshot}
 * names a file for a picture of the page.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPageTest {
  private static final int MANY = 10_000;
  private static final int PRINTED = 400;

  /** Wide, because other builds may share the machine; {@code -Dpage.millis=2000} is the aim. */
  private static final int MOST_MILLIS = Integer.getInteger("page.millis", 30_000);

  private static final int OPENED = 3;

  private Optional<Browser> browser = Optional.empty();

  @TempDir Path folder;

  @BeforeAll
  void startTheBrowser() throws IOException, InterruptedException {
    Optional<Path> driver = Browser.driver();
    if (driver.isEmpty()) {
      System.out.println("NOTICE: the report's page is not tested, there is no chromedriver");
    }
    assumeTrue(driver.isPresent(), "SKIPPED: there is no chromedriver");
    browser = Optional.of(Browser.start(driver.get()));
  }

  @AfterAll
  void stopTheBrowser() throws IOException, InterruptedException {
    if (browser.isPresent()) {
      browser.get().stop();
    }
  }

  private Browser page() {
    return browser.orElseThrow();
  }

  /** Whatever a test does, the page is quiet and alone. */
  @AfterEach
  void nothingIsReportedAndNothingLeavesThePage() throws IOException, InterruptedException {
    assertThat(page().console()).isEmpty();
    assertThat(page().requests())
        .allMatch(r -> r.startsWith("file:") || r.startsWith("data:"))
        .anyMatch(r -> r.startsWith("file:"));
  }

  private Path written(Report report) throws IOException {
    Path file = folder.resolve("report.html");
    try (Writer out = Files.newBufferedWriter(file)) {
      ReportFormat.HTML.write(report, out);
    }
    return file;
  }

  private void openMesh() throws IOException, InterruptedException {
    page().visit(written(Mesh.report()));
  }

  private int rows() throws IOException, InterruptedException {
    return page().run("return document.querySelectorAll('#rows > tr:not(.detail)').length").asInt();
  }

  private String text(String selector) throws IOException, InterruptedException {
    return page().run("return document.querySelector(\"" + selector + "\").innerText").asText();
  }

  private void choose(String id, String value) throws IOException, InterruptedException {
    page()
        .run(
            "const s = document.getElementById('%s'); s.value = '%s'; s.dispatchEvent(new Event('change'));"
                .formatted(id, value));
  }

  private void search(String words) throws IOException, InterruptedException {
    page()
        .run(
            "const s = document.getElementById('search'); s.value = '%s'; s.dispatchEvent(new Event('input'));"
                .formatted(words));
    Thread.sleep(300); // the page waits until nobody types
  }

  @Test
  void filters() throws IOException, InterruptedException {
    openMesh();
    assertThat(rows()).isEqualTo(11);
    choose("severity", "warning");
    assertThat(rows()).isEqualTo(4);
    choose("state", "open");
    assertThat(rows()).isEqualTo(3);
    choose("severity", "");
    choose("domain", "orders");
    assertThat(rows()).isEqualTo(5);
    choose("policy", "pii/column-classified");
    assertThat(rows()).isEqualTo(1);
    assertThat(text("#rows")).contains("the column email is not tagged");
  }

  @Test
  void searches() throws IOException, InterruptedException {
    openMesh();
    search("顧客名前");
    assertThat(rows()).isEqualTo(1);
    search("no such words");
    assertThat(text("#count")).isEqualTo("No finding matches.");
    search("");
    assertThat(rows()).isEqualTo(11);
  }

  @Test
  void sorts() throws IOException, InterruptedException {
    openMesh();
    page().run("document.querySelector('th[data-sort=policy] button').click()");
    assertThat(text("#rows td:nth-child(3)")).isEqualTo("cost/auto-termination");
    assertThat(
            page().run("return document.querySelector('th[data-sort=policy]').ariaSort").asText())
        .isEqualTo("ascending");
    page().run("document.querySelector('th[data-sort=policy] button').click()");
    assertThat(text("#rows td:nth-child(3)")).isEqualTo("sql/no-select-star");
  }

  @Test
  void opensAFinding() throws IOException, InterruptedException {
    openMesh();
    search("email");
    page().run("document.querySelector('.open-finding').click()");
    assertThat(text("#rows .detail"))
        .contains(
            "{name: email, comment: \"of the buyer\"", "[\"pii\"]", "Tag the column with pii.");
    assertThat(text("#rows .detail mark")).isEqualTo("email");
    page().run("document.querySelector('.detail button').click()");
    JsonNode focused = page().run("return document.activeElement.innerText");
    assertThat(focused.asText()).contains("pii/column-classified");
    assertThat(text("details[open]")).contains("an untagged email is found", "Masks and grants");
  }

  @Test
  void tellsOfWaiversDatesTrendAndImpact() throws IOException, InterruptedException {
    openMesh();
    assertThat(text("#waivers")).contains("GOV-118", "2026-12-20", "19 days left", "GOV-120");
    assertThat(text("#dates")).contains("naming/column-documented", "2027-03-31", "120");
    assertThat(text("#impact")).contains("mesh-council 3.0.0", "newly failing", "owner/team");
    assertThat(page().run("return document.querySelectorAll('#trend svg circle').length").asInt())
        .isEqualTo(6);
  }

  @Test
  void textOfInputsIsNoMarkup() throws IOException, InterruptedException {
    openMesh();
    assertThat(page().run("return document.querySelectorAll('script').length").asInt())
        .isEqualTo(2);
    assertThat(page().run("return document.querySelectorAll('#rows b').length").asInt()).isZero();
  }

  /** By script alone nothing tells that; each control must be reachable and have a name. */
  @Test
  void keyboardsAndScreenReadersReachEverything() throws IOException, InterruptedException {
    openMesh();
    JsonNode nameless =
        page()
            .run(
                """
                return [...document.querySelectorAll("button, input, select, a, summary, svg[role=img]")]
                  .filter(e => !(e.textContent || e.ariaLabel || e.getAttribute("aria-label") || (e.labels && e.labels.length)))
                  .map(e => e.outerHTML.slice(0, 200));
                """);
    assertThat(nameless).isEmpty();
    JsonNode unreachable =
        page().run("return document.querySelectorAll('[tabindex=\"-1\"]').length");
    assertThat(unreachable.asInt()).isZero();
  }

  @Test
  void darkAndLight() throws IOException, InterruptedException {
    openMesh();
    String background = "return getComputedStyle(document.body).backgroundColor";
    page().prefer("light");
    String light = page().run(background).asText();
    picture("");
    page().prefer("dark");
    assertThat(page().run(background).asText()).isNotEqualTo(light);
    picture("-dark");
    page().prefer("light");
  }

  @Test
  void paperIsLightAndHoldsAllThatIsShown() throws IOException, InterruptedException {
    page().visit(written(ReportLoad.report(PRINTED, folder)));
    page().preferPaper("dark");
    String style = "return getComputedStyle(document.%s).%s";
    assertThat(page().run(style.formatted("body", "backgroundColor")).asText())
        .isEqualTo("rgb(255, 255, 255)");
    assertThat(page().run(style.formatted("querySelector('.tools')", "display")).asText())
        .isEqualTo("none");
    assertThat(page().run(style.formatted("querySelector('.badge.error')", "color")).asText())
        .isEqualTo("rgb(179, 38, 30)");
    page().prefer("light");
    page()
        .run(
            """
            document.getElementById("next").click();
            document.querySelector("details.policy").open = true;
            const count = what => document.querySelectorAll(what).length;
            addEventListener("beforeprint", () => {
              window.onPaper = [count("#rows > tr"), count("details:not([open])")];
            });
            """);
    String pdf = new String(page().printed(), StandardCharsets.ISO_8859_1);
    assertThat(pdf).startsWith("%PDF-");
    assertThat(pdf.split("/Type /Page\\b")).hasSizeGreaterThan(3);
    assertThat(page().run("return window.onPaper.join()").asText()).isEqualTo(PRINTED + ",0");
    assertThat(rows()).isEqualTo(50);
    assertThat(text("#count")).startsWith("51 to 100 of " + PRINTED);
    assertThat(page().run("return document.querySelectorAll('details[open]').length").asInt())
        .isEqualTo(1);
  }

  private void picture(String suffix) throws IOException, InterruptedException {
    String file = System.getProperty("page.screenshot", "");
    if (!file.isEmpty()) {
      Files.write(Path.of(file.replace(".png", suffix + ".png")), page().screenshot());
    }
  }

  @Test
  void manyFindingsOpenSoonAndStayUsable() throws IOException, InterruptedException {
    Path file = written(ReportLoad.report(MANY, folder));
    double opened = Double.MAX_VALUE;
    for (int i = 0; i < OPENED; i++) {
      page().visit(file);
      assertThat(page().run("return document.body.dataset.ready").asInt()).isEqualTo(MANY);
      opened = Math.min(opened, page().run("return performance.now()").asDouble());
    }
    double filtered =
        page()
            .run(
                "const start = performance.now(); const s = document.getElementById('domain');"
                    + " s.value = 'finance'; s.dispatchEvent(new Event('change'));"
                    + " document.body.offsetHeight; return performance.now() - start")
            .asDouble();
    System.out.printf(
        "page: %d findings opened in %.0f ms, filtered in %.0f ms%n", MANY, opened, filtered);
    assertThat(List.of(opened, filtered)).allMatch(millis -> millis < MOST_MILLIS);
    assertThat(rows()).isEqualTo(50);
  }
}
