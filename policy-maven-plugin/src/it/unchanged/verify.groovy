String log = new File(basedir, "build.log").getText("UTF-8")
assert (log =~ /nothing has changed since the last run/).count == 1
assert (log =~ /allow at build by acme-governance/).count == 3
assert log.contains("denied by acme-governance 3.2.0: 1 finding")
