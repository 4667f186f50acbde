# METADATA
# title: Names
# custom: {kind: infra, subject: warehouse, unknown: fail}
package names

deny contains "tmp" if startswith(input.warehouse.name, "tmp")
