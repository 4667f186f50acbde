String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains("there is no test_ rule in")
