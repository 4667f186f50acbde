String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains('''policy.skip is set: nothing is judged''')
