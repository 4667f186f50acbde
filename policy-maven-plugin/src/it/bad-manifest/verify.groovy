String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains("governance/policies.yaml:4:1: error: ")
assert log.contains("governance/policies.yaml:5:8: error: ")
assert log.contains("nothing was judged: 2 problems")
