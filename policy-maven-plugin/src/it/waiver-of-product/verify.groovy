def decision = new groovy.json.JsonSlurper().parse(new File(basedir, "target/policy/decision.json"))
assert decision.decision == "allow"
assert decision.waived.size() == 1
