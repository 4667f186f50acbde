String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains('''compute/warehouse.json:4:19: error: warehouse size 2X-Large''')
assert new File(basedir, "out/decision.json").isFile()
