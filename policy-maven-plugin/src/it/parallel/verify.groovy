["orders", "billing"].each {
  def decision = new groovy.json.JsonSlurper().parse(new File(basedir, it + "/target/policy/decision.json"))
  assert decision.decision == "allow"
}
assert !new File(basedir, "build.log").getText("UTF-8").contains("not thread-safe")
