String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains("[INFO] cost/warehouse-size on compute/warehouse.json")
assert log.contains("yields: warehouse size 2X-Large is above")
assert log.contains("(compute/warehouse.json:4:19)")
