String log = new File(basedir, "build.log").getText("UTF-8")
List<String> runs = log.split(/--- (policy-maven-plugin|policy):\S+check /).drop(1)
assert runs.size() == 3
assert runs[0].contains("allow at build by acme-governance 3.2.0")
assert runs[1].contains("error: warehouse size 2X-Large is above X-Large")
assert runs[2].contains("policy.bundleValues:1:1")
