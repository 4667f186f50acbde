package bylaw.layout.one_domain_test

import data.bylaw.layout.one_domain as policy

found(domains, most) := all if all := {finding.msg | some finding in policy.deny} with input as {"layout": {"products": [{"name": domain, "domain": domain} | some domain in domains]}}
	with data.parameters.layout.one_domain as {"max_domains": most}

test_fails_for_two_domains if found(["a", "b", "a"], 1) == {"b is of the domain b in a repository of a"}

test_passes_for_one_domain if found(["a", "a"], 1) == set()

test_passes_for_as_many_as_may_be if found(["a", "b"], 2) == set()
