String log = new File(basedir, "build.log").getText("UTF-8")
List<String> runs = log.split(/--- (policy-maven-plugin|policy):\S+check /).drop(1)
assert runs.size() == 5
assert runs[0].contains("warehouse.json:4:19: error: warehouse size Large is above Medium")
assert runs[1].contains("allow at build by acme-governance 3.2.0")
assert runs[2].contains("found the domain finance for warehouse.json, expected one of the domains of the policy set: marketing, orders")
assert runs[3].contains("found a/b/c for scope, expected a domain, or DOMAIN/PRODUCT")
assert runs[4].contains("found scope besides domain or product, expected one or the other")
