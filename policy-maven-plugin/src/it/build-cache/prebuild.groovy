// what a change is told from: the same product, with something changed
def copy = { String name, String file, Closure edit ->
    File from = new File(basedir, "product")
    File to = new File(basedir, name)
    from.eachFileRecurse(groovy.io.FileType.FILES) {
        File target = new File(to, from.toPath().relativize(it.toPath()).toString())
        target.parentFile.mkdirs()
        target.text = it.text
    }
    if (file) {
        File changed = new File(to, file)
        String text = changed.text
        changed.text = edit(text)
        assert changed.text != text
    }
}
new File(basedir, "cache").deleteDir()
copy("same", null, {})
copy("policy", "governance/cost/warehouse_size/warehouse_size.rego", { it.replace(', "X-Large"', "") })
copy("input", "compute/warehouse.json", { it.replace("X-Large", "2X-Large") })
copy("day", "pom.xml", { it.replace("yyyy-MM-dd", "2030-01-01") })
copy("skipped", "compute/warehouse.json", { it.replace("X-Large", "Medium") })
copy("baseline", null, {})
new File(basedir, "baseline/policy-baseline.txt").text = "# bylaw baseline 1: policy, subject, fingerprint, message; sorted\n"
return true
