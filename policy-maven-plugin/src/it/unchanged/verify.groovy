List<String> log = new File(basedir, "build.log").readLines("UTF-8")
// what each run of the goal said, from its first line to the end of the build
List<String> runs = log.join("\n").split(/--- policy-maven-plugin:\S+check |--- policy:\S+check /).drop(1)
assert runs.size() == 11
def isUnchanged = { it.contains("nothing has changed since the last run") }
assert (0..10).findAll { isUnchanged(runs[it]) } == [1, 3, 5, 7]
def failing = (0..10).findAll { runs[it].contains("denied by acme-governance 3.2.0: 1 finding") }
assert failing == [2, 3]
failing.each { assert runs[it].contains("new/warehouse.json:4:19: error: warehouse size 2X-Large is above X-Large") }
((0..10) - failing).each { assert runs[it].contains("allow at build by acme-governance 3.2.0") }
assert new File(basedir, "target/policy/decision.json").exists()
