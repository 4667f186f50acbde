String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains("[ERROR] roles.rego:3:29: error: this holds as soon as one element differs")
assert log.contains("[WARNING] roles.rego:3:1: warning: no test makes a finding of this policy")
assert log.contains("1 error, 1 warning, see above")
assert !log.contains("shadows-builtin") && !log.contains("missing-metadata")
def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, "target/policy/lint.sarif"))
assert sarif.runs[0].results.collect { it.ruleId } as Set == ["not-equals-in-loop", "no-failing-test"] as Set
