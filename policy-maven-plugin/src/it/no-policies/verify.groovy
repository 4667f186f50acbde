String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains('''has no Rego files''')
assert log.contains('''nothing was judged: 1 problem''')
