String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains('''[ERROR] compute/warehouse.json:4:19: error: warehouse size 2X-Large is above X-Large [cost/warehouse-size]''')
assert log.contains('''[ERROR]     policy: Warehouses are not larger than X-Large''')
assert log.contains('''[ERROR]     why:    Size drives cost.''')
assert log.contains('''[ERROR]     fix:    Ask for a smaller size.''')
assert log.contains('''denied by acme-governance 3.2.0: 1 finding''')
def decision = new groovy.json.JsonSlurper().parse(new File(basedir, "target/policy/decision.json"))
assert decision.decision == "deny"
assert decision.findings[0].location == [path: "compute/warehouse.json", line: 4, column: 19, endLine: 4, endColumn: 29]
def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, "target/policy/policy.sarif"))
assert sarif.runs[0].results[0].ruleId == "cost/warehouse-size"
def suites = new groovy.xml.XmlSlurper().parse(new File(basedir, "target/policy/junit.xml"))
assert suites.@failures == "1"
assert new File(basedir, "target/policy/findings.csv").readLines().size() == 2
