String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains('''there is nothing to judge in''')
assert log.contains('''notes.json''')
assert log.contains('''nothing was judged: 1 problem''')
