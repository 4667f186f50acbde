["acme-governance-3.2.0.tar.gz", "acme-governance-3.2.0.jar"].each {
  byte[] one = new File(basedir, "one/" + it).bytes
  assert one.length > 0
  assert one == new File(basedir, "two/" + it).bytes
}
String log = new File(basedir, "build.log").getText("UTF-8")
assert log =~ /acme-governance 3\.2\.0, revision sha256:[0-9a-f]{64}/

assert (log =~ /warehouse\.json:4:19: error: warehouse size 2X-Large/).count == 2
assert (log =~ /deny at build by acme-governance 3\.2\.0/).count == 2

String opa = System.getenv("OPA_BIN")
if (opa == null) {
  println "NOTICE: OPA_BIN is not set; that OPA loads the bundle is not tested"
} else {
  def input = new File(basedir, "product/input.json")
  input.parentFile.mkdirs()
  input.text = '{"warehouse": {"cluster_size": "2X-Large"}}'
  def run = [opa, "eval", "-b", new File(basedir, "one/acme-governance-3.2.0.tar.gz").path, "-i", input.path,
             "-f", "raw", "count(data.acme.cost.warehouse_size.deny) == 1; data.parameters.cost.warehouse_size.max"].execute()
  def out = new StringBuffer(), err = new StringBuffer()
  run.waitForProcessOutput(out, err)
  assert err.toString() == ""
  assert out.toString().contains("true X-Large")
}
