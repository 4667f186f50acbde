String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains("1 findings are known from now on")
assert log.contains("denied by acme-governance 3.2.0: 1 finding")
assert log.contains("compute/other.json:4:19: error: warehouse size 4X-Large")
assert log.contains("0 findings are mended and have left, 1 are still known, 0 are new and not taken in")
assert log.contains("1 findings are mended and have left, 0 are still known, 0 are new and not taken in")
assert new File(basedir, "policy-baseline.txt").readLines().size() == 1
