String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains('''there is no file or folder at''')
assert log.contains('''nothing was judged: 2 problems''')
