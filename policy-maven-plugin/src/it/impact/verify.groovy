String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains("compute/warehouse.json:4:19")
assert log.contains("1 newly blocked and 0 new errors, expected at most 0 and none, see above")
["txt", "md", "json"].each { assert new File(basedir, "target/policy/impact." + it).length() > 0 }
return true
