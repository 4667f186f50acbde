# METADATA
# custom:
#   subject: sql
package bad.b

deny := "x" if input.sql
