# METADATA
# title: The source of a job is a tag or a commit
# description: The head of a branch moves, so nobody can tell what a run has run.
# custom:
#   aliases: [J05]
#   kind: infra
#   subject: job
#   severity: warning
#   characteristic: trustworthy
#   remediation: Replace git_branch with git_tag or git_commit, or deploy the files with the bundle.
package bylaw.job.source_pinned

deny contains finding if {
	branch := input.job.git_source.git_branch
	finding := {
		"msg": sprintf("the job runs the head of the branch %s", [branch]),
		"at": ["job", "git_source", "git_branch"],
		"wanted": "git_tag or git_commit",
	}
}
