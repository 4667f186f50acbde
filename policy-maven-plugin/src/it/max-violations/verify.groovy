assert new File(basedir, "build.log").getText("UTF-8").contains("1 findings that would fail the build, at most 1 are allowed")
