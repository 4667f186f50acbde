# METADATA
# custom: {kind: code, subject: sql}
package x.a_b

deny contains "1" if input.sql
