String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains("[INFO] 1 test, 0 failed, 0 skipped; coverage ")
// two expressions of one line are told apart
assert log.contains("a.rego:3:50: error: no test covers this [rego_not_covered]")
assert !log.contains("a.rego:3:43: error")
assert log.contains("expected at least 100.0 %: test those named above")

def coverage = new groovy.json.JsonSlurper().parse(new File(basedir, "target/policy/coverage.json"))
assert coverage.covered_lines instanceof Integer
def expressions = coverage.expressions
assert expressions.files["a.rego"].not_covered.collect { [it.start.row, it.start.col] } == [[3, 1], [3, 50]]
assert expressions.not_covered_expressions == 2
