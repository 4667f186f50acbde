String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains("[ERROR] not formatted: open.rego")
assert !log.contains("not formatted: done.rego")
assert log.contains("1 file not formatted, see above: run the goal policy:format without -Dpolicy.format.checkOnly")
assert new File(basedir, "rules/open.rego").getText("UTF-8") == "package rules.open\nallow if   input.x\n"
