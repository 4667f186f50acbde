package bylaw.job.failure_notified_test

import data.bylaw.job.failure_notified as policy

findings(body) := found if {
	found := policy.deny with input as body
		with data.parameters.job.failure_notified as params
}

params := {"environments": ["prod"]}

job(body, env) := {"subject": {"environment": env}, "job": body}

test_fails_without_a_notification if {
	count(findings(job({}, "prod"))) == 1
	count(findings(job({"tasks": []}, "prod"))) == 1
	count(findings(job({"email_notifications": {"on_failure": []}}, "prod"))) == 1
	count(findings(job({"email_notifications": {"on_success": ["a@example.com"]}}, "prod"))) == 1
	count(findings(job({"tags": {"on_failure": "retry"}}, "prod"))) == 1
	count(findings(job({"parameters": {"on_failure": ["retry"]}}, "prod"))) == 1
}

test_fails_where_a_task_has_none if {
	count(findings(job({"tasks": [{"webhook_notifications": {"on_failure": [{"id": "1"}]}}, {}]}, "prod"))) == 1
}

test_passes_with_an_address if count(findings(job({"email_notifications": {"on_failure": ["orders@example.com"]}}, "prod"))) == 0

test_passes_where_each_task_has_one if {
	count(findings(job({"tasks": [{"webhook_notifications": {"on_failure": [{"id": "1"}]}}]}, "prod"))) == 0
}

test_passes_outside_of_production if count(findings(job({}, "dev"))) == 0
