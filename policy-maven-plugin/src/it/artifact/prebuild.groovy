// what an earlier run published
new File(basedir, "../../local-repo/it/artifact").deleteDir()
return true
