String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains("compute/warehouse.json:4:19: warning: warehouse size 2X-Large")
assert log.contains("compute/warehouse.json:4:19: error: warehouse size 2X-Large")
assert log.contains("found soon for asOf, expected a day such as 2027-03-31")
