assert new File(basedir, "build.log").getText("UTF-8").contains("[descriptor/no-breaking-change]")
