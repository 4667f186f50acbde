package bylaw.unity.credential_isolated_test

import data.bylaw.unity.credential_isolated as policy

findings(body) := found if {
	found := policy.deny with input as {"storage_credential": body}
}

role := {"name": "sales", "aws_iam_role": {"role_arn": "arn"}}

test_fails_where_open if {
	count(findings(role)) == 1
	count(findings(object.union(role, {"isolation_mode": "OPEN"}))) == 1
}

test_fails_with_a_secret if {
	count(findings({"name": "c", "isolation_mode": "ISOLATED", "azure_service_principal": {"application_id": "a"}})) == 1
}

test_passes_where_isolated if count(findings(object.union(role, {"isolation_mode": "ISOLATED"}))) == 0
