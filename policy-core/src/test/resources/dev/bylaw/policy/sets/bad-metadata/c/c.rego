# METADATA
# custom:
#   kind: code
#   subject: sql
package bad.c

denied contains "x" if input.sql
