def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, "target/surefire-reports/TEST-cost_test.xml"))
assert suite.@tests == "5" && suite.@failures == "1" && suite.@errors == "0" && suite.@skipped == "1"
assert suite.testcase.collect { it.@name.text() } as Set ==
    ["test_small", "test_large", "test_sizes[Small]", "test_sizes[Large]", "todo_test_later"] as Set
def failed = suite.testcase.find { it.@name == "test_large" }
assert failed.failure.text().contains("cost/cost_test.rego:9:2: error: test_large: this does not hold: found = 1")
String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains("Tests run: 5, Failures: 1, Errors: 0, Skipped: 1")
