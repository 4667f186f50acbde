String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains("expected at least 99.0 %")
