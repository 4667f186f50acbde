# METADATA
# title: Joins say which rows belong together
# description: Each row with each row is what somebody gets who forgot the condition.
# custom:
#   aliases: [SQL-QRY-02]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   suppressible: true
#   remediation: "Add ON or USING; where each row is meant, say so in a comment (bylaw:ignore)."
package bylaw.sql.join_conditional

deny contains finding if {
	some i, statement in input.sql.statements
	some j, join in statement.joins
	join.kind != "COMMA"
	not startswith(join.kind, "NATURAL")
	not join.condition
	not join.lateral
	count(join.using) == 0
	finding := {"msg": sprintf("%s is joined without a condition", [object.get(join, "table", "a query")]), "at": ["sql", "statements", i, "joins", j, "table"]}
}

deny contains finding if {
	some i, statement in input.sql.statements
	some j, join in statement.joins
	join.kind == "COMMA"
	not related(statement)
	finding := {"msg": sprintf("%s is joined by a comma, and WHERE does not say how", [object.get(join, "table", "a query")]), "at": ["sql", "statements", i, "joins", j, "table"]}
}

# A condition has columns of two tables, or of which it does not say whose they are.
related(statement) if {
	some predicate in statement.predicates
	predicate.clause == "WHERE"
	some one in predicate.columns
	some other in predicate.columns
	qualifier(one) != qualifier(other)
}

related(statement) if {
	some predicate in statement.predicates
	predicate.clause == "WHERE"
	some column in predicate.columns
	qualifier(column) == ""
}

qualifier(column) := concat(".", array.slice(parts, 0, count(parts) - 1)) if parts := split(lower(column), ".")
