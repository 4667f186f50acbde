# METADATA
# custom: {kind: code, subject: sql}
package x["a-b"]

deny contains "2" if input.sql
