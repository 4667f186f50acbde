String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains("compute/warehouse.json:4:19: error: warehouse size 2X-Large is above Medium")
assert log.contains("denied by acme-governance 3.2.0")
