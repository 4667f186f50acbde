List<String> runs = new File(basedir, "build.log").getText("UTF-8").split("Scanning for projects").drop(1)
assert runs.size() == 11
def judged = (0..10).findAll { runs[it].contains("at build by acme-governance 3.2.0") }
def tested = (0..10).findAll { runs[it].contains("2 tests, 0 failed, 0 skipped") }
assert judged == [0, 3, 4, 5, 6, 7, 9]
assert tested == judged
def restored = (0..10).findAll { runs[it].contains("Skipping plugin execution (cached): policy:check") }
assert restored == [1, 2, 10]
assert runs[3].contains("warehouse size X-Large is above X-Large")
assert runs[4].contains("warehouse size 2X-Large is above X-Large")
// the reports are there all the same
for (name in ["decision.json", "coverage.json"]) {
    assert new File(basedir, "same/target/policy/" + name).text == new File(basedir, "product/target/policy/" + name).text
}
