File out = new File(basedir, "target/policy")
String message = "warehouse size 2X-Large is above Medium"
def text = { name -> new File(out, name).getText("UTF-8") }
def json = { name -> new groovy.json.JsonSlurper().parse(new File(out, name)) }
assert json("decision.json").findings*.message == [message]
assert json("policy.sarif").runs[0].results.size() == 1
def junit = new groovy.xml.XmlSlurper().parse(new File(out, "junit.xml"))
assert junit.'**'.findAll { it.name() == "failure" }.size() == 1
assert json("gl-code-quality.json").size() == 1
["findings.txt", "github-annotations.txt", "summary.md", "findings.csv", "report.html"].each {
    assert text(it).contains(message)
}
return true
