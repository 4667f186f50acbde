String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains('''found bild for point, expected one of build, provision, pipeline, audit''')
