String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains("policies are shown without examples, because of their tests: ")
assert log.contains("warehouse_size_test.rego:")
assert new File(basedir, "target/policy/report.html").getText("UTF-8").contains("2X-Large")
