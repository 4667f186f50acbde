assert new File(basedir, "build.log").getText("UTF-8").contains("no policy of acme-governance is in force at build for warehouse")
