String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains('''compute/warehouse.json:4:21: error: the warehouse never stops: 0 means never [warehouse/stops-when-idle]''')
assert log.contains('''[ERROR]     diff:   -   "auto_stop_mins": 0''')
assert log.contains('''[ERROR]             +   "auto_stop_mins": 60''')
def decision = new groovy.json.JsonSlurper().parse(new File(basedir, "target/policy/decision.json"))
def fix = decision.findings.find { it.policy == "warehouse/stops-when-idle" }.fix
assert fix.edits == [[location: [path: "compute/warehouse.json", line: 4, column: 21, endLine: 4, endColumn: 22], text: "60"]]
def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, "target/policy/policy.sarif"))
assert sarif.runs[0].results.count { it.fixes } == 1
