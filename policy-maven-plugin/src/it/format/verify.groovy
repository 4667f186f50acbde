assert new File(basedir, "rules/size.rego").getText("UTF-8") == 'package rules.size\n\n# too large\ndeny contains "large" if input.size > 3 # why\n'
assert new File(basedir, "build.log").getText("UTF-8").contains("[INFO] formatted: size.rego")
