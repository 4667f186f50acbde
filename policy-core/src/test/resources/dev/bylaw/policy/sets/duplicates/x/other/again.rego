# METADATA
# custom: {kind: code, subject: sql}
package x["a-b"]

warn contains "3" if input.sql
