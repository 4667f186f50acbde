package council.cost.cluster_auto_termination_test

import data.council.cost.cluster_auto_termination as policy

found(cluster) := n if {
	n := count(policy.deny) with input as {"cluster": cluster}
		with data.parameters.cost.cluster_auto_termination as {"max_minutes": 60}
}

test_absent_is_found if found({"cluster_name": "a"}) == 1

test_off_is_found if found({"autotermination_minutes": 0}) == 1

test_longer_is_found if found({"autotermination_minutes": 61}) == 1

test_the_limit_itself_passes if found({"autotermination_minutes": 60}) == 0
