String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains("orders/product/warehouse.json:4:19: error")
assert log.contains("billing/product/warehouse.json:4:19: error")
assert log.contains("denied by acme-governance 3.2.0: 2 findings")
