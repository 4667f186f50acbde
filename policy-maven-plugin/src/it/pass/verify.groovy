String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains('''[INFO] no findings; 1 subject, 1 of 1 policies passed''')
assert log.contains('''[INFO] allow at build by acme-governance 3.2.0''')
def decision = new groovy.json.JsonSlurper().parse(new File(basedir, "target/policy/decision.json"))
assert decision.decision == "allow"
assert decision.passed == ["cost/warehouse-size"]
String page = new File(basedir, "target/policy/report.html").getText("UTF-8")
assert page.contains('"impact":{"set":"acme-governance"')
assert new File(basedir, "target/runs.jsonl").readLines().size() == 1
