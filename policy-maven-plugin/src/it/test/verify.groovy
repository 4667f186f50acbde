String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains("[INFO] 3 tests, 0 failed, 1 skipped; coverage")
assert log.contains("skipped: data.a_test.todo_test_later")
def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, "target/policy/TEST-rego.xml"))
assert suite.@tests == "3" && suite.@skipped == "1"
assert suite.testcase.collect { it.@name.text() }.contains("test_size")
assert new File(basedir, "target/policy/coverage.json").isFile()
