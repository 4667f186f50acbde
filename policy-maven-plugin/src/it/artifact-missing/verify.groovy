String log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains("the policy set it.nowhere:policies:[1,2) is not there: no version in [1,2)")
assert log.contains("nothing was judged: 1 problem")
