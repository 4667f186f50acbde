String log = new File(basedir, "build.log").getText("UTF-8")
assert (log =~ /policies: it.artifact:acme-governance \[3,4\) 3\.2\.0/).count == 2
assert log.contains("policies: it.artifact:acme-governance [3,4) 3.9.0 ")
assert log.contains("denied by orders-governance 1.0.0: 1 finding")
List<String> lock = new File(basedir, "product/policies.lock").readLines()
assert lock.size() == 2
assert lock[1].startsWith("it.artifact:acme-governance [3,4) 3.2.0 ")
assert log =~ /version 3\.2\.0 has the SHA-256 [0-9a-f]{64}, expected [0-9a-f]{64}, which is locked/
