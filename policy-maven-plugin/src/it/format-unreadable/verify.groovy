String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains("broken.rego:3:")
assert new File(basedir, "rules/size.rego").getText("UTF-8").contains("input.size>3")
