# METADATA
# title: An expectation says what happens to rows that break it
# description: Without ON VIOLATION the rows stay, and only a number in a log tells.
# custom:
#   aliases: [SQL-DQ-01]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: trustworthy
#   unknown: pass
#   suppressible: true
#   remediation: Add ON VIOLATION DROP ROW or FAIL UPDATE (expect_or_drop, expect_or_fail in Python).
package bylaw.sql.expectation_acts

deny contains finding if {
	some i, table in input.sql.tables
	some j, expectation in table.expectations
	expectation.action == "WARN"
	finding := {"msg": sprintf("rows that break %s stay in %s", [object.get(expectation, "name", "the expectation"), table.name]), "at": ["sql", "tables", i, "expectations", j, "action"], "found": "WARN", "wanted": "DROP or FAIL"}
}
